// Routes of schedules: when a flow runs by itself.
import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ForRole } from '../auth/role.guard';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import * as dto from './schedules.dto';
import { SchedulesService } from './schedules.service';

const wrong = 'schedule.cron-invalid, schedule.timezone-unknown or schedule.never';

@ApiTags('schedules')
@Controller()
export class SchedulesController {
  constructor(private readonly schedules: SchedulesService) {}

  @Get('flows/:id/schedules')
  @Answers(dto.ScheduleListDto, { summary: 'Schedules of a flow, the oldest first' })
  listSchedules(@Workspace() caller: Caller, @Param() { id }: IdParams) {
    return this.schedules.list(caller, id);
  }

  @Post('flows/:id/schedules')
  @Answers(dto.ScheduleDto, {
    summary: 'Let the published version of a flow run at set times',
    status: 201,
    problems: { 422: `api.flow-not-published, api.flow-is-called, ${wrong}` },
  })
  createSchedule(@Workspace() caller: Caller, @Param() { id }: IdParams, @Body() body: dto.SaveScheduleDto) {
    return this.schedules.create(caller, id, body);
  }

  @Put('flows/:id/schedules/:scheduleId')
  @Answers(dto.ScheduleDto, {
    summary: 'Change a schedule, or switch it on or off; times that have passed are not made up for',
    problems: { 422: wrong },
  })
  updateSchedule(
    @Workspace() caller: Caller,
    @Param() { id, scheduleId }: dto.ScheduleParams,
    @Body() body: dto.SaveScheduleDto,
  ) {
    return this.schedules.update(caller, id, scheduleId, body);
  }

  @Delete('flows/:id/schedules/:scheduleId')
  @Answers(null, { summary: 'Remove a schedule; its runs stay', status: 204 })
  deleteSchedule(@Workspace() caller: Caller, @Param() { id, scheduleId }: dto.ScheduleParams) {
    return this.schedules.remove(caller, id, scheduleId);
  }

  @Post('schedules/preview')
  @ForRole('viewer')
  @Answers(dto.SchedulePreviewDto, {
    summary: 'What a schedule says, and the next ten times it would fire',
    problems: { 422: wrong },
  })
  previewSchedule(@Body() body: dto.TimetableDto) {
    return this.schedules.preview(body);
  }
}
