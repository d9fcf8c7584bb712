// Sessions that a box keeps open between its rows, closed when nobody needs them for a while or the run is over.
import type { Session } from './database';
import type { SqlDatabase } from './open-database';

/** Databases have few places for connections, and those of an ERP are for its people. */
const IDLE_MS = 10_000;

export class SessionPool {
  private idle: { session: Session; timer: NodeJS.Timeout }[] = [];
  private isClosed = false;

  constructor(
    readonly database: SqlDatabase,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.close(), { once: true });
  }

  /** Runs `work` on a session that nobody else uses meanwhile. One that something failed on is not used again. */
  async with<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.take() ?? (await this.database.open());
    try {
      const result = await work(session);
      this.give(session);
      return result;
    } catch (error) {
      void session.close();
      throw error;
    }
  }

  private take(): Session | undefined {
    const known = this.idle.pop();
    clearTimeout(known?.timer);
    return known?.session;
  }

  private give(session: Session): void {
    if (this.isClosed) return void session.close();
    const timer = setTimeout(() => {
      this.idle = this.idle.filter((one) => one.session !== session);
      void session.close();
    }, IDLE_MS);
    timer.unref();
    this.idle.push({ session, timer });
  }

  private close(): void {
    this.isClosed = true;
    for (const { session, timer } of this.idle.splice(0)) {
      clearTimeout(timer);
      void session.close();
    }
  }
}
