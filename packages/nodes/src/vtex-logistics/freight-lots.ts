// Gathers the freight lines that are under way at the same time and sends those of one shipping policy as one list:
// VTEX takes lists, and a table has thousands of lines. A list that is refused is sent line by line, so that only the
// wrong line fails.
import type { JsonObject } from '@eclusa/flow';
import { hasStatus } from '../vtex/remote';
import type { Store } from '../vtex/store';

export const sendFreight = 'POST /api/logistics/pvt/configuration/freights/{carrierId}/values/update';

interface Waiting {
  line: JsonObject;
  store: Store;
  /** True when the line turns out to be in the table: then it is not sent again. */
  isDone(): Promise<boolean>;
  done(): void;
  failed(error: unknown): void;
}

/** How long the first line of a list waits for others. */
const gatherMs = 20;

export class FreightLots {
  private readonly gathering = new Map<string, Waiting[]>();

  constructor(private readonly size: number) {}

  /** Resolves when VTEX took the line. */
  add(carrierId: string, line: JsonObject, store: Store, isDone: () => Promise<boolean>): Promise<void> {
    return new Promise((done, failed) => {
      const lot = this.gathering.get(carrierId) ?? this.begin(carrierId);
      lot.push({ line, store, isDone, done, failed });
      if (lot.length >= this.size) this.close(carrierId, lot);
    });
  }

  private begin(carrierId: string): Waiting[] {
    const lot: Waiting[] = [];
    this.gathering.set(carrierId, lot);
    setTimeout(() => this.close(carrierId, lot), gatherMs);
    return lot;
  }

  private close(carrierId: string, lot: Waiting[]): void {
    if (this.gathering.get(carrierId) !== lot) return;
    this.gathering.delete(carrierId);
    void sendLot(carrierId, lot);
  }
}

/** Never rejects: every line hears of its own end. */
async function sendLot(carrierId: string, lot: readonly Waiting[]): Promise<void> {
  try {
    await send(carrierId, lot);
    for (const { done } of lot) done();
  } catch (error) {
    if (lot.length > 1 && hasStatus(error, 400)) await oneByOne(carrierId, lot);
    else for (const { failed } of lot) failed(error);
  }
}

async function oneByOne(carrierId: string, lot: readonly Waiting[]): Promise<void> {
  for (const one of lot) {
    try {
      // Whether VTEX took the lines before the wrong one is not said anywhere.
      if (!(await one.isDone())) await send(carrierId, [one]);
      one.done();
    } catch (error) {
      one.failed(error);
    }
  }
}

async function send(carrierId: string, lot: readonly Waiting[]): Promise<void> {
  const body = lot.map(({ line }) => line);
  await lot[0]?.store.send(sendFreight, { params: { carrierId }, body });
}
