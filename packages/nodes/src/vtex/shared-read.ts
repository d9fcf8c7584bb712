// Something of a store that many rows need and one of them reads for all. They may belong to different runs: a run that
// is stopped while it reads must not take those along that wait for what it reads.
import { RemoteError, UserError } from '@eclusa/flow';
import type { Store } from './store';

export class SharedRead<T> {
  private reading: Promise<T> | undefined;

  constructor(private readonly read: (store: Store) => Promise<T>) {}

  /** What was read, or is read now. Rejects as the read does; a failed one is not remembered as the answer. */
  async get(store: Store): Promise<T> {
    for (;;) {
      const isOwn = this.reading === undefined;
      const reading = (this.reading ??= this.read(store));
      try {
        return await reading;
      } catch (error) {
        if (this.reading === reading) this.reading = undefined;
        // Whatever is no answer of the store was meant for the row that read. Another one reads in its place.
        if (isOwn || error instanceof RemoteError || error instanceof UserError) throw error;
      }
    }
  }

  /** What was read may have changed. */
  forget(): void {
    this.reading = undefined;
  }
}
