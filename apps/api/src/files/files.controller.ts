// Routes of files: bytes in and out, streamed.
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Workspace, type Caller } from '../auth/workspace.decorator';
import { Answers } from '../http/operation';
import { IdParams } from '../http/params';
import { StoredFileDto, UploadQuery } from './files.dto';
import { FilesService } from './files.service';

@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(private readonly files: FilesService) {}

  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({
    required: true,
    description: 'the bytes of the file',
    schema: { type: 'string', format: 'binary' },
  })
  @Answers(StoredFileDto, {
    summary: 'Store a file',
    status: 201,
    problems: { 413: 'api.file-too-large', 422: 'api.upload-broken' },
  })
  uploadFile(@Workspace() caller: Caller, @Query() query: UploadQuery, @Req() request: Request) {
    return this.files.upload(caller, query.name, request);
  }

  @Get(':id')
  @ApiProduces('application/octet-stream')
  @Answers(null, { summary: 'The bytes of a file', binary: true })
  downloadFile(@Workspace() caller: Caller, @Param() { id }: IdParams, @Res() answer: Response) {
    return this.files.download(caller, id, answer);
  }
}
