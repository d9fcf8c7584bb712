// Routes of stores.
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { SaveStoreDto, StoreDto, StoreListDto } from './stores.dto';
import { StoresService } from './stores.service';

const refused = { 422: 'api.store-needs-vtex' };

@ApiTags('stores')
@Controller('stores')
export class StoresController {
  constructor(private readonly stores: StoresService) {}

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

  @Delete(':id')
  @Answers(null, { summary: 'Remove a store', status: 204, problems: { 409: 'api.store-has-open-runs' } })
  deleteStore(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.stores.remove(caller, id);
  }
}
