// Tables of codes as CSV, in and out. A file is stored whole or not at all, and bounded; a download is streamed.
import { Injectable, Logger } from '@nestjs/common';
import { CrossReference, inWorkspace } from '@eclusa/db';
import { longestCode, type CodePair, type Row } from '@eclusa/flow';
import { csvLines, csvRowsOf } from '@eclusa/nodes';
import type { Request, Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataSource, MoreThan } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { attachment } from '../files/content-disposition';
import { bounded } from '../http/bounded';
import { Refusal } from '../http/refusal';
import type { CodesSavedDto, ImportQuery } from './references.dto';
import { ReferencesService, type StoreChoice } from './references.service';

/** Pairs of the largest file: they are held until the last line has been read. */
const mostLines = 100_000;
const mostBytes = 16 * 2 ** 20;
/** Pairs read and written at once on their way out. */
const pageSize = 1_000;
/** What a spreadsheet would run, disarmed by `csvLines` with an apostrophe. */
const disarmed = /^'(?=[=+\-@])/;
// Excel takes a file for UTF-8 only with this mark.
const byteOrderMark = '\ufeff';

@Injectable()
export class ReferenceFilesService {
  private readonly logger = new Logger('Codes');

  constructor(
    private readonly database: DataSource,
    private readonly references: ReferencesService,
  ) {}

  /** Stores the pairs of a CSV: the ERP code in its first column, the VTEX id in the second. */
  async import(
    caller: Caller,
    table: string,
    { storeId, header = true }: ImportQuery,
    request: Request,
  ): Promise<CodesSavedDto> {
    const pairs: CodePair[] = [];
    for await (const { line, row } of csvRowsOf(bounded(request, mostBytes, tooLarge))) {
      if (header && line === 1) continue;
      if (pairs.length === mostLines) throw tooLarge();
      pairs.push(pairOf(row, line));
    }
    return this.references.save(caller, table, storeId, pairs);
  }

  /** Answers all pairs of a table, by key. */
  async export(caller: Caller, table: string, storeId: StoreChoice, answer: Response): Promise<void> {
    const place = await this.references.place(caller, storeId);
    answer.setHeader('content-type', 'text/csv; charset=utf-8');
    answer.setHeader('content-disposition', attachment(`${table}.csv`));
    const columns = ['key', 'value'].map((column) => ({ column, title: column }));
    const format = { delimiter: ';', decimalComma: false, guard: true };
    const pages = this.pages(caller, place.storeId, table);
    async function* text(): AsyncIterable<string> {
      yield byteOrderMark;
      yield* csvLines(columns, pages, format);
    }
    try {
      await pipeline(Readable.from(text()), answer);
    } catch (error) {
      // The reader went away, or the database did: the shortened answer tells, the log keeps why.
      this.logger.warn(`export ended early: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }

  private async *pages({ workspaceId }: Caller, storeId: string, tableName: string): AsyncIterable<Row[]> {
    const rows = inWorkspace(this.database.getRepository(CrossReference), workspaceId);
    let after = '';
    for (;;) {
      const page = await rows.find({
        where: { storeId, tableName, key: MoreThan(after) },
        order: { key: 'ASC' },
        take: pageSize,
      });
      if (page.length > 0) yield page.map(({ key, value }) => ({ key, value }));
      if (page.length < pageSize) return;
      after = page.at(-1)?.key ?? '';
    }
  }
}

function pairOf(row: Row | undefined, line: number): CodePair {
  const [key, value] = ['column1', 'column2'].map((name) =>
    String(row?.[name] ?? '')
      .replace(disarmed, '')
      .trim(),
  );
  const fits = (code = '') => code !== '' && code.length <= longestCode;
  if (fits(key) && fits(value)) return { key, value } as CodePair;
  throw new Refusal(422, 'api.codes-line', { line, limit: longestCode });
}

function tooLarge(): Refusal {
  return new Refusal(413, 'api.codes-file-too-large', { pairs: mostLines, megabytes: mostBytes / 2 ** 20 });
}
