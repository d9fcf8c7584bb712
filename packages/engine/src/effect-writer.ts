// Writes what a page did to its effect log in groups: many rows in flight share one durable write.
import type { EffectLog, EffectRecord } from './ports';

/** Most records in one write. */
const groupSize = 100;
/** A result waits at most this long for company, in milliseconds. */
const groupWait = 200;

/** Groups records for one page. After `close` nothing is written any more. */
export class EffectWriter {
  private waiting: EffectRecord[] = [];
  /** Resolved with the write of the last record that waits now. */
  private durable: PromiseWithResolve | undefined;
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private broken: { error: unknown } | undefined;
  private closed = false;
  private hasIntents = false;

  /** `onBroken` is told when the log can no longer be written, so that no more calls are made. */
  constructor(
    private readonly log: EffectLog,
    private readonly onBroken: (error: unknown) => void,
  ) {}

  /** Takes a result; it is written with others, soon. */
  add(record: EffectRecord): void {
    if (this.closed) return;
    this.waiting.push(record);
    if (this.waiting.length >= groupSize) this.start();
    else this.timer ??= setTimeout(() => this.start(), groupWait);
  }

  /** Takes an intent and resolves once it is durable. Those of one turn of the event loop share a write. */
  async intent(record: EffectRecord): Promise<void> {
    if (this.broken) throw this.broken.error;
    if (this.closed) throw new Error('the page is over');
    this.hasIntents = true;
    this.waiting.push(record);
    this.durable ??= promiseWithResolve();
    const { promise } = this.durable;
    setImmediate(() => this.start());
    await promise;
  }

  /** Resolves once everything taken so far is durable. */
  async flush(): Promise<void> {
    while (!this.broken && (this.waiting.length > 0 || this.writing)) {
      this.start();
      await this.writing;
    }
    if (this.broken) throw this.broken.error;
  }

  /**
   * For a page whose outcome is about to be stored: writes the rest only where a result would be missed. Should storing
   * fail, what waits here is done again, which is harmless for all but a `create`, whose row would be in doubt.
   */
  async settle(): Promise<void> {
    if (this.hasIntents) return this.flush();
    clearTimeout(this.timer);
    await this.writing;
    if (this.broken) throw this.broken.error;
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.durable?.promise.catch(() => undefined);
    this.durable?.reject(new Error('the page is over'));
  }

  private start(): void {
    if (this.writing || this.waiting.length === 0 || this.broken || this.closed) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    const group = this.waiting;
    const durable = this.durable;
    this.waiting = [];
    this.durable = undefined;
    this.writing = this.write(group).then(
      () => {
        this.writing = undefined;
        durable?.resolve();
        // Intents that came meanwhile have waited long enough.
        if (this.durable || this.waiting.length >= groupSize) this.start();
        else if (this.waiting.length > 0 && !this.closed)
          this.timer ??= setTimeout(() => this.start(), groupWait);
      },
      (error: unknown) => {
        this.writing = undefined;
        this.broken = { error };
        durable?.reject(error);
        this.durable?.reject(error);
        this.onBroken(error);
      },
    );
  }

  private async write(group: readonly EffectRecord[]): Promise<void> {
    for (let from = 0; from < group.length; from += groupSize) {
      await this.log.write(group.slice(from, from + groupSize));
    }
  }
}

interface PromiseWithResolve {
  promise: Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

function promiseWithResolve(): PromiseWithResolve {
  let resolve = (): void => undefined;
  let reject = (_error: unknown): void => undefined;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
