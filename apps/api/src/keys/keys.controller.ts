// Routes of the keys by which programs call. Only owners and admins see or change them.
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForRole } from '../auth/role.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import * as dto from './keys.dto';
import { KeysService } from './keys.service';

const gone = { 409: 'api.key-revoked' };
const wrong = { 422: 'api.key-expiry-past' };

@ApiTags('keys')
@ForRole('admin')
@Controller('keys')
export class KeysController {
  constructor(private readonly keys: KeysService) {}

  @Get()
  @Answers(dto.KeyListDto, { summary: 'Keys of the workspace, the newest first' })
  listKeys(@Workspace() caller: Caller) {
    return this.keys.list(caller);
  }

  @Post()
  @Answers(dto.NewKeyDto, { summary: 'Make a key; only this answer holds it', status: 201, problems: wrong })
  createKey(@Workspace() caller: Caller, @Body() body: dto.SaveKeyDto) {
    return this.keys.create(caller, body);
  }

  @Put(':id')
  @Answers(dto.KeyDto, { summary: 'Change what a key may do', problems: { ...gone, ...wrong } })
  updateKey(@Workspace() caller: Caller, @Param() { id }: IdParams, @Body() body: dto.SaveKeyDto) {
    return this.keys.update(caller, id, body);
  }

  @Post(':id/rotate')
  @Answers(dto.NewKeyDto, {
    summary: 'Put a new key in place of this one, which stays good for a while',
    status: 201,
    problems: gone,
  })
  rotateKey(@Workspace() caller: Caller, @Param() { id }: IdParams, @Body() body: dto.RotateKeyDto) {
    return this.keys.rotate(caller, id, body);
  }

  @Delete(':id')
  @Answers(dto.KeyDto, { summary: 'Revoke a key, from the next request on; it stays in the list' })
  revokeKey(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.keys.revoke(caller, id);
  }
}
