// Routes of stores.
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { SaveStoreDto, StoreDto, StoreListDto } from './stores.dto';
import { StoreCheckDto } from './store-check.dto';
import { StoreCheckService } from './store-check.service';
import { StoresService } from './stores.service';

const refused = { 422: 'api.store-needs-vtex' };

@ApiTags('stores')
@Controller('stores')
export class StoresController {
  constructor(
    private readonly stores: StoresService,
    private readonly checks: StoreCheckService,
  ) {}

  @Get()
  @Answers(StoreListDto, { summary: 'All stores' })
  listStores(@Workspace() caller: Caller) {
    return this.stores.list(caller);
  }

  @Post()
  @Answers(StoreDto, { summary: 'Add a store', status: 201, problems: refused })
  createStore(@Workspace() caller: Caller, @Body() body: SaveStoreDto) {
    return this.stores.create(caller, body);
  }

  @Put(':id')
  @Answers(StoreDto, { summary: 'Change a store', problems: refused })
  updateStore(@Workspace() caller: Caller, @Param() { id }: IdParams, @Body() body: SaveStoreDto) {
    return this.stores.update(caller, id, body);
  }

  @Post(':id/check')
  @Answers(StoreCheckDto, { summary: 'Try the key of a store against what its flows need; writes nothing' })
  checkStore(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.checks.check(caller, id);
  }

  @Delete(':id')
  @Answers(null, { summary: 'Remove a store', status: 204, problems: { 409: 'api.store-has-open-runs' } })
  deleteStore(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.stores.remove(caller, id);
  }
}
