// Tells people about rows: one notice for a run, or one for every few rows. What was sent is kept, so that a crash repeats at
// most the notice that was under way, under the id it had.
import { randomUUID } from 'node:crypto';
import { isJsonObject, type BarrierContext, type Kept, type Row } from '@eclusa/flow';

export interface NoticePlan {
  /** Rows of one notice. */
  size: number;
  /** Notices of one run; further rows pass on without. */
  most: number;
  /** Rows that are held for a notice. */
  held: number;
}

/** What a notice is about. */
export interface Told {
  count: number;
  first: Row;
  /** The first of them, as far as they are held. */
  rows: readonly Row[];
}

export interface Notice {
  /** The row that tells of it. */
  told: Row;
  /** Sends it; the same id for every try, also after a crash. */
  deliver(id: string): Promise<void>;
}

export type Compose = (about: Told) => Promise<Notice>;

type Inputs = Readonly<Record<string, AsyncIterable<Row[]>>>;

/** Sends the notices of a run in turn, and gives a row for each. A dry run sends none, and a run without rows neither. */
export async function* noticesOf<Config>(
  inputs: Inputs,
  context: BarrierContext<Config>,
  plan: NoticePlan,
  compose: Compose,
): AsyncIterable<Row[] | Kept> {
  const post = new Post(context, compose);
  let about: (Told & { rows: Row[] }) | undefined;
  for await (const page of inputs['in'] ?? []) {
    context.signal.throwIfAborted();
    const left: Row[] = [];
    for (const row of page) {
      if (post.notices >= plan.most) {
        left.push({ ...row, sent: false });
        continue;
      }
      about ??= { count: 0, first: row, rows: [] };
      about.count += 1;
      if (about.rows.length < plan.held) about.rows.push(row);
      if (about.count < plan.size) continue;
      yield* post.send(about);
      about = undefined;
    }
    if (left.length > 0) yield left;
  }
  if (about) yield* post.send(about);
}

class Post {
  notices = 0;
  /** Makes the ids of the run's notices, the same after a crash. */
  private readonly id: string;
  private readonly sentBefore: number;

  constructor(
    private readonly context: Pick<BarrierContext, 'kept' | 'dryRun'>,
    private readonly compose: Compose,
  ) {
    const known = isJsonObject(context.kept) ? context.kept : {};
    this.id = typeof known['id'] === 'string' ? known['id'] : randomUUID();
    this.sentBefore = Number(known['sent'] ?? 0);
  }

  async *send(about: Told): AsyncIterable<Row[] | Kept> {
    const number = ++this.notices;
    const { told, deliver } = await this.compose(about);
    const isSent = !this.context.dryRun;
    if (isSent && number > this.sentBefore) {
      // From here on this one may have been sent; those before it were.
      yield { keep: { id: this.id, sent: number - 1 } };
      await deliver(`${this.id}.${number}`);
    }
    yield [{ ...told, rows: about.count, sent: isSent }];
  }
}
