// Calls the addresses that are told of events: takes what is due from the outbox, signs it, sends it, and writes down what
// came of it. One that is not answered well is called again for a day, further and further apart.
import type { CallbackDelivery, Keyring } from '@eclusa/db';
import { EclusaError } from '@eclusa/flow';
import { guardedFetch, standardWebhookHeaders } from '@eclusa/nodes';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WorkerConfig } from '../config';
import { rowsOf } from '../sql';
import { CONFIG } from '../tokens';
import { secondsUntilNext } from './callback-pauses';

/** Calls under way at once in one process. */
const most = 16;
/** How long a receiver may take. */
const patienceMs = 10_000;
/** A claim outlives the call: another worker takes over only when this one is gone. */
const claimSeconds = 15;

type Due = Pick<CallbackDelivery, 'id' | 'workspaceId' | 'tries' | 'fence'> & {
  address: string | null;
  /** Sealed. */
  secret: string | null;
  body: string;
};

interface Outcome {
  status: number | null;
  error: string | null;
  /** No other try could go better. */
  final: boolean;
}

@Injectable()
export class CallbackCaller implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('callbacks');
  private readonly fetch: typeof fetch;
  private readonly keys: Keyring;
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {
    this.fetch = guardedFetch({ allow: config.allowHosts });
    this.keys = config.keys;
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), this.config.triggerMs);
  }

  /** Calls under way come to their end, so that no receiver gets one twice for it. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.underWay);
  }

  private async look(): Promise<void> {
    if (this.looking || this.underWay.size >= most) return;
    this.looking = true;
    try {
      for (const due of await rowsOf<Due>(this.dataSource, claim, [
        most - this.underWay.size,
        claimSeconds,
      ])) {
        const call = this.call(due).finally(() => this.underWay.delete(call));
        this.underWay.add(call);
      }
    } catch (error) {
      this.log.warn(String(error));
    } finally {
      this.looking = false;
    }
  }

  // Never rejects: what could not be written down is due again when the claim ends.
  private async call(due: Due): Promise<void> {
    try {
      const { status, error, final } = await this.send(due);
      const isDone = status !== null && status >= 200 && status < 300;
      const wait = isDone || final ? null : secondsUntilNext(due.tries, Math.random());
      const state = isDone ? 'delivered' : wait === null ? 'given-up' : 'waiting';
      await this.dataSource.query(settle, [due.id, due.fence, state, status, error, wait]);
    } catch (error) {
      this.log.warn(String(error));
    }
  }

  private async send({ id, workspaceId, address, secret, body }: Due): Promise<Outcome> {
    if (address === null || secret === null)
      return { status: null, error: 'callback.no-secret', final: true };
    try {
      const key = String(this.keys.open(secret, workspaceId));
      const answer = await this.fetch(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Eclusa',
          ...standardWebhookHeaders(key, { id, body, at: new Date() }),
        },
        body,
        // A redirect is an answer like any other: what is signed for one address is not sent to another.
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
      });
      await answer.body?.cancel();
      // Gone: the receiver wants no more of it.
      return { status: answer.status, error: null, final: answer.status === 410 };
    } catch (error) {
      if (error instanceof EclusaError) return { status: null, error: error.code, final: true };
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      return { status: null, error: isLate ? 'callback.timeout' : 'callback.unreachable', final: false };
    }
  }
}

const claim = `
WITH due AS (
  SELECT id FROM callback_delivery WHERE next_at <= now() ORDER BY next_at LIMIT $1 FOR UPDATE SKIP LOCKED
)
UPDATE callback_delivery d SET fence = d.fence + 1, tries = d.tries + 1, next_at = now() + $2 * interval '1 second'
FROM due JOIN callback_delivery o USING (id) LEFT JOIN callback_endpoint e ON e.id = o.endpoint_id
  JOIN workspace w ON w.id = o.workspace_id
WHERE d.id = due.id
RETURNING d.id, d.workspace_id AS "workspaceId", d.tries, d.fence, d.body::text AS body,
  coalesce(e.address, d.address) AS address, CASE WHEN e.id IS NULL THEN w.callback_secret ELSE e.secret END AS secret`;

/** Not when somebody else has claimed it since, or it was asked for again. */
const settle = `
UPDATE callback_delivery SET state = $3, status = $4, error = $5,
  next_at = now() + $6::float8 * interval '1 second',
  done_at = CASE WHEN $3 = 'waiting' THEN NULL ELSE now() END
WHERE id = $1 AND fence = $2`;
