// Routes of callbacks: endpoints, the secret of addresses that come with runs, and what was delivered. For admins.
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForRole } from '../auth/role.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import * as dto from './callbacks.dto';
import { CallbacksService } from './callbacks.service';
import { DeliveriesService } from './deliveries.service';

const wrong = { 422: 'api.callback-address' };

@ApiTags('callbacks')
@ForRole('admin')
@Controller('callbacks')
export class CallbacksController {
  constructor(
    private readonly callbacks: CallbacksService,
    private readonly deliveries: DeliveriesService,
  ) {}

  @Get()
  @Answers(dto.CallbackListDto, { summary: 'Endpoints that are told of events, the newest first' })
  listCallbacks(@Workspace() caller: Caller) {
    return this.callbacks.list(caller);
  }

  @Post()
  @Answers(dto.NewCallbackDto, {
    summary: 'Have an endpoint told of events; only this answer holds its secret',
    status: 201,
    problems: wrong,
  })
  createCallback(@Workspace() caller: Caller, @Body() body: dto.SaveCallbackDto) {
    return this.callbacks.create(caller, body);
  }

  @Post('run-secret')
  @Answers(dto.CallbackSecretDto, {
    summary: 'Make the secret for addresses that come with the start of a run; one made before ends',
    status: 201,
  })
  makeRunSecret(@Workspace() caller: Caller) {
    return this.callbacks.makeRunSecret(caller);
  }

  @Get('deliveries')
  @Answers(dto.CallbackDeliveryListDto, { summary: 'What was delivered, or is to be, the newest first' })
  listDeliveries(@Workspace() caller: Caller, @Query() query: dto.DeliveryListQuery) {
    return this.deliveries.list(caller, query);
  }

  @Post('deliveries/:id/resend')
  @HttpCode(202)
  @Answers(dto.CallbackDeliveryDto, { summary: 'Deliver it again, under the same webhook-id', status: 202 })
  resendDelivery(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.deliveries.resend(caller, id);
  }

  @Put(':id')
  @Answers(dto.CallbackDto, { summary: 'Change an endpoint; its secret stays', problems: wrong })
  updateCallback(@Workspace() caller: Caller, @Param() { id }: IdParams, @Body() body: dto.SaveCallbackDto) {
    return this.callbacks.update(caller, id, body);
  }

  @Post(':id/rotate')
  @Answers(dto.NewCallbackDto, {
    summary: 'Give an endpoint a new secret, from its next call on',
    status: 201,
  })
  rotateCallback(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.callbacks.rotate(caller, id);
  }

  @Post(':id/test')
  @HttpCode(202)
  @Answers(dto.CallbackDeliveryDto, {
    summary: 'Call an endpoint with an event `callback.test`, also one that is switched off',
    status: 202,
  })
  testCallback(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.deliveries.test(caller, id);
  }

  @Delete(':id')
  @Answers(null, { summary: 'Remove an endpoint with what it was told', status: 204 })
  async deleteCallback(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    await this.callbacks.remove(caller, id);
  }
}
