// Writes down what is about to be put at another system for a trigger, and takes it away when the trigger is gone: its flow
// or store deleted, or its box no longer published. What is another's by then is left alone.
import { TriggerSetup, type FlowTrigger } from '@eclusa/db';
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
import { slotOf, TriggerBoxes, type OpenBox } from './trigger-boxes';

/** Setups taken away in one go. */
const most = 4;
/** Some two days, at an hour apart in the end. After that the other side is left as it is. */
const mostTries = 60;

@Injectable()
export class TriggerSetups implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('triggers');
  private readonly stopping = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly boxes: TriggerBoxes,
    @Inject(CONFIG) private readonly config: WorkerConfig,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), this.config.triggerMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.stopping.abort(new Error('worker stopping'));
  }

  /** Before it is there: what nobody knows of could not be taken away. */
  async note({ id, workspaceId }: FlowTrigger, box: OpenBox): Promise<void> {
    const { node, document, parameters, secret, slots, attended } = box;
    await this.dataSource.query(
      `INSERT INTO trigger_setup (workspace_id, trigger_id, connection_id, source, node, document, parameters, secret)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (trigger_id) DO UPDATE SET connection_id = excluded.connection_id, source = excluded.source,
         node = excluded.node, document = excluded.document, parameters = excluded.parameters,
         secret = excluded.secret, tries = 0, next_at = now()`,
      [
        ...[workspaceId, id, slots[slotOf(document, node)], attended.source, node],
        ...[JSON.stringify(document), JSON.stringify(parameters), secret],
      ],
    );
  }

  private async look(): Promise<void> {
    if (this.looking || this.stopping.signal.aborted) return;
    this.looking = true;
    try {
      await Promise.all((await this.claim()).map((setup) => this.end(setup)));
    } catch (error) {
      this.log.warn(String(error));
    } finally {
      this.looking = false;
    }
  }

  /** Those whose trigger is gone or switched off. Each is tried again later and later, should this worker not come back. */
  private async claim(): Promise<TriggerSetup[]> {
    const claimed = await rowsOf<{ id: string }>(
      this.dataSource,
      `UPDATE trigger_setup SET tries = tries + 1, next_at = now() + least(3600, power(2, tries + 1)) * interval '1 s'
       WHERE id IN (SELECT s.id FROM trigger_setup s LEFT JOIN flow_trigger t ON t.id = s.trigger_id
         WHERE s.next_at <= now() AND (t.id IS NULL OR NOT t.active)
         ORDER BY s.next_at LIMIT $1 FOR UPDATE OF s SKIP LOCKED)
       RETURNING id`,
      [most],
    );
    const setups = this.dataSource.getRepository(TriggerSetup);
    const found = await Promise.all(claimed.map(({ id }) => setups.findOneBy({ id })));
    return found.filter((one) => one !== null);
  }

  private async end(setup: TriggerSetup): Promise<void> {
    try {
      if (await this.handOver(setup)) return;
      const box = await this.boxes.openSetup(setup, this.stopping.signal);
      await box?.attended.withdraw?.();
      await this.forget(setup);
    } catch (error) {
      if (this.stopping.signal.aborted) return;
      this.log.warn(`what was set up at ${setup.source} could not be taken away: ${String(error)}`);
      if (setup.tries >= mostTries) await this.forget(setup).catch(() => undefined);
    }
  }

  /** Where another trigger takes the events of this source by now, what is there is its own to take away one day. */
  private async handOver(setup: TriggerSetup): Promise<boolean> {
    const { id, source, triggerId, tries } = setup;
    const [heir] = await rowsOf<{ id: string; noted: boolean }>(
      this.dataSource,
      `SELECT t.id, EXISTS (SELECT FROM trigger_setup s WHERE s.trigger_id = t.id) AS noted FROM flow_trigger t
       WHERE t.source = $1 AND t.active AND t.written IS NOT NULL AND t.id IS DISTINCT FROM $2
       ORDER BY t.created_at, t.id LIMIT 1`,
      [source, triggerId],
    );
    if (!heir) return false;
    if (heir.noted) await this.forget(setup);
    else
      await this.dataSource.query(
        'UPDATE trigger_setup SET trigger_id = $2, tries = 0, next_at = now() WHERE id = $1 AND tries = $3',
        [id, heir.id, tries],
      );
    return true;
  }

  /** Unless something was put there anew meanwhile. */
  private async forget({ id, tries }: TriggerSetup): Promise<void> {
    await this.dataSource.query('DELETE FROM trigger_setup WHERE id = $1 AND tries = $2', [id, tries]);
  }
}
