// Routes of tables of codes: pairs per store, CSV in and out, and the codes that rows wait for.
import { Body, Controller, Delete, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { MissingCodesService } from './missing-codes.service';
import { ReferenceFilesService } from './reference-files.service';
import * as dto from './references.dto';
import { ReferencesService } from './references.service';

const noStore = { 404: 'api.store-not-found' };

@ApiTags('codes')
@Controller('codes')
export class ReferencesController {
  constructor(
    private readonly references: ReferencesService,
    private readonly files: ReferenceFilesService,
    private readonly missing: MissingCodesService,
  ) {}

  @Get()
  @Answers(dto.CodeTableListDto, { summary: 'Tables of codes of a store', problems: noStore })
  listCodeTables(@Workspace() caller: Caller, @Query() { storeId }: dto.PlaceQuery) {
    return this.references.tables(caller, storeId);
  }

  @Get('missing')
  @Answers(dto.MissingCodeListDto, { summary: 'Codes that rows of a store wait for', problems: noStore })
  listMissingCodes(@Workspace() caller: Caller, @Query() query: dto.MissingQuery) {
    return this.missing.list(caller, query);
  }

  @Post('missing/give-up')
  @Answers(dto.CodesGivenUpDto, {
    summary: 'Let rows that wait for these codes fail, to be replayed by a person',
    problems: noStore,
  })
  giveUpCodes(@Workspace() caller: Caller, @Body() body: dto.GiveUpCodesDto) {
    return this.missing.giveUp(caller, body);
  }

  @Get('tables/:table/pairs')
  @Answers(dto.CodePairListDto, { summary: 'Pairs of a table, by ERP code', problems: noStore })
  listCodes(@Workspace() caller: Caller, @Param() { table }: dto.TableParams, @Query() query: dto.PairQuery) {
    return this.references.pairs(caller, table, query);
  }

  @Put('tables/:table/pairs')
  @Answers(dto.CodesSavedDto, {
    summary: 'Add or replace pairs; rows that wait for one of them go on',
    problems: { ...noStore, 422: 'api.codes-none' },
  })
  saveCodes(
    @Workspace() caller: Caller,
    @Param() { table }: dto.TableParams,
    @Body() { storeId, pairs }: dto.SaveCodesDto,
  ) {
    return this.references.save(caller, table, storeId, pairs);
  }

  @Delete('tables/:table/pairs')
  @Answers(null, { summary: 'Remove a pair', status: 204, problems: noStore })
  deleteCode(
    @Workspace() caller: Caller,
    @Param() { table }: dto.TableParams,
    @Query() { storeId, key }: dto.OnePairQuery,
  ) {
    return this.references.remove(caller, table, storeId, key);
  }

  @Get('tables/:table/csv')
  @ApiProduces('text/csv')
  @Answers(null, { summary: 'All pairs of a table as CSV', binary: true, problems: noStore })
  exportCodes(
    @Workspace() caller: Caller,
    @Param() { table }: dto.TableParams,
    @Query() { storeId }: dto.PlaceQuery,
    @Res() answer: Response,
  ) {
    return this.files.export(caller, table, storeId, answer);
  }

  @Post('tables/:table/csv')
  @ApiConsumes('application/octet-stream')
  @ApiBody({
    required: true,
    description: 'a CSV: the ERP code in its first column, the VTEX id in the second',
    schema: { type: 'string', format: 'binary' },
  })
  @Answers(dto.CodesSavedDto, {
    summary: 'Add or replace the pairs of a CSV, all or none; rows that wait for one of them go on',
    problems: { ...noStore, 413: 'api.codes-file-too-large', 422: 'api.codes-line or api.codes-none' },
  })
  importCodes(
    @Workspace() caller: Caller,
    @Param() { table }: dto.TableParams,
    @Query() query: dto.ImportQuery,
    @Req() request: Request,
  ) {
    return this.files.import(caller, table, query, request);
  }
}
