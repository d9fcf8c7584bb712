// Files in and out of the database, a piece at a time: memory does not depend on their size.
import { Inject, Injectable, Logger } from '@nestjs/common';
import { createFile, openFile } from '@eclusa/db';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { CONFIG, type ApiConfig } from '../config';
import { Refusal } from '../http/refusal';
import { attachment } from './content-disposition';
import type { StoredFileDto } from './files.dto';

@Injectable()
export class FilesService {
  private readonly logger = new Logger('Files');

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly audit: AuditService,
  ) {}

  /** Stores the body of a request. A broken or too long upload leaves nothing behind. */
  async upload(caller: Caller, fullName: string, request: Request): Promise<StoredFileDto> {
    const name = fullName.replace(/\p{Cc}/gu, ' ').trim() || 'file';
    const limit = this.config.maxFileBytes;
    if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
    const file = await createFile(this.database, caller.workspaceId, name, bounded(request, limit));
    await this.audit.record(caller, 'file.create', file.id, { name, size: file.size });
    return file;
  }

  /** Answers the bytes as a download: never shown in the page, whatever they claim to be. */
  async download({ workspaceId }: Caller, id: string, answer: Response): Promise<void> {
    const file = await openFile(this.database, workspaceId, id);
    answer.setHeader('content-type', 'application/octet-stream');
    answer.setHeader('content-length', String(file.size));
    answer.setHeader('content-disposition', attachment(file.name));
    try {
      await pipeline(Readable.from(file.read(), { objectMode: false, highWaterMark: 1 }), answer);
    } catch (error) {
      // The reader went away, or the database did: the shortened answer tells, the log keeps why.
      this.logger.warn(
        `download of ${id} ended early: ${error instanceof Error ? error.message : 'unknown'}`,
      );
    }
  }
}

async function* bounded(request: Request, limit: number): AsyncIterable<Uint8Array> {
  let size = 0;
  try {
    for await (const piece of request as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > limit) throw tooLarge(limit);
      yield piece;
    }
  } catch (error) {
    if (error instanceof Refusal || !request.destroyed) throw error;
    throw new Refusal(422, 'api.upload-broken');
  }
}

function tooLarge(limit: number): Refusal {
  return new Refusal(413, 'api.file-too-large', { megabytes: Math.floor(limit / 2 ** 20) });
}
