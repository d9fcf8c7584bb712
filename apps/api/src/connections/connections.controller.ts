// Routes of connections.
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { ForRole } from '../auth/role.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import * as dto from './connections.dto';
import { ConnectionTestService } from './connection-test.service';
import { ConnectionsService } from './connections.service';

const refused = { 422: 'api.connection-kind-unknown or api.fields-invalid' };

@ApiTags('connections')
@Controller('connections')
export class ConnectionsController {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly tester: ConnectionTestService,
  ) {}

  @Get()
  @Answers(dto.ConnectionListDto, { summary: 'All connections' })
  listConnections(@Workspace() caller: Caller) {
    return this.connections.list(caller);
  }

  @Post()
  @ForRole('admin')
  @Answers(dto.ConnectionDto, { summary: 'Add a connection', status: 201, problems: refused })
  createConnection(@Workspace() caller: Caller, @Body() body: dto.SaveConnectionDto) {
    return this.connections.create(caller, body);
  }

  @Post('test')
  @ForRole('admin')
  @Answers(dto.ConnectionTestDto, { summary: 'Try a connection that is not saved', problems: refused })
  testNewConnection(@Workspace() caller: Caller, @Body() body: dto.TryConnectionDto) {
    return this.tester.testUnsaved(caller, body);
  }

  @Get(':id')
  @Answers(dto.ConnectionDto, { summary: 'One connection' })
  getConnection(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.connections.get(caller, id);
  }

  @Put(':id')
  @ForRole('admin')
  @Answers(dto.ConnectionDto, { summary: 'Change a connection', problems: refused })
  updateConnection(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Body() body: dto.SaveConnectionDto,
  ) {
    return this.connections.update(caller, id, body);
  }

  @Delete(':id')
  @ForRole('admin')
  @Answers(null, {
    summary: 'Remove a connection',
    status: 204,
    problems: { 409: 'api.connection-in-use' },
  })
  deleteConnection(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.connections.remove(caller, id);
  }

  @Post(':id/test')
  @ForRole('admin')
  @ApiBody({ type: dto.TrySavedConnectionDto, required: false })
  @Answers(dto.ConnectionTestDto, { summary: 'Try a saved connection', problems: refused })
  testConnection(
    @Workspace() caller: Caller,
    @Param() { id }: IdParams,
    @Body() changes: dto.TrySavedConnectionDto,
  ) {
    return this.tester.testSaved(caller, id, changes);
  }
}
