// What a run answers to whoever started it: the rows of the box that was heard, with its status. Knows no request.
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { answerOf, FlowVersion, type Run, type RunAnswerGiven } from '@eclusa/db';
import { answeringBoxes } from '@eclusa/flow';
import type { DataSource } from 'typeorm';
import { knownNodes } from '../flows/check-flow';

/** Versions of which it is remembered whether they answer. */
const mostKnown = 1_000;

@Injectable()
export class RunAnswers {
  /** By id of the version. */
  private readonly answering = new Map<string, boolean>();

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The answer of a run; undefined while it goes on, when it did not complete, and when no row came to such a box. */
  of(run: Pick<Run, 'id' | 'workspaceId'>): Promise<RunAnswerGiven | undefined> {
    return answerOf(this.database, run);
  }

  /** True for a version with a box that answers: a run of it that gives no answer has gone amiss. */
  async isExpected({ versionId }: Pick<Run, 'versionId'>): Promise<boolean> {
    const known = this.answering.get(versionId);
    if (known !== undefined) return known;
    const version = await this.database.getRepository(FlowVersion).findOneBy({ id: versionId });
    const answers = version !== null && answeringBoxes(version.document, knownNodes()).length > 0;
    if (this.answering.size >= mostKnown) this.answering.clear();
    this.answering.set(versionId, answers);
    return answers;
  }
}
