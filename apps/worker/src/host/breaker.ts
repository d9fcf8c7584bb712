// Tells a service that stays silent from one that answers, for all workers: what has been silent ten times in a row is
// away, and the first answer ends it. Who may call while it is away is decided in Redis, with the tokens.
import { PutOff } from '@eclusa/engine';
import type { BucketAnswer } from '@eclusa/flow';

/** A service is away: calls to it are of no use before `nextMs` have passed, when one of them will find out. */
export class ServiceAway extends PutOff {
  override name = 'ServiceAway';
  constructor(
    readonly service: string,
    readonly away: Away,
  ) {
    super(`${service} is away`);
  }
}

export interface Away {
  /** When it was first taken for away, in milliseconds since 1970. */
  since: number;
  /** The HTTP status of the last refusal; null when there was no answer. */
  status: number | null;
  nextMs: number;
}

/** Where the workers' common knowledge is kept. */
export interface AwayStore {
  silent(service: string, status: number): Promise<void>;
  heard(service: string): Promise<void>;
}

/** With the retries' pauses one row alone takes half a minute to get there, a page of rows a second or two. */
const enough = 10;

interface Known {
  inRow: number;
  away: boolean;
  /** This process makes the call that finds out. */
  probing: boolean;
}

/** Silence is no answer, and 5xx: any other says that somebody is there. */
function isSilence({ status }: BucketAnswer): boolean {
  return status === 0 || status >= 500;
}

/** Counts by service what this process hears. */
export class Breaker {
  private readonly services = new Map<string, Known>();

  constructor(
    private readonly store: AwayStore,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** A call to `service` was answered so, or not at all. */
  note(service: string, answer: BucketAnswer): void {
    const known = this.known(service);
    known.probing = false;
    if (!isSilence(answer)) {
      known.inRow = 0;
      if (known.away) this.store.heard(service).catch(this.onError);
      known.away = false;
      return;
    }
    known.inRow += 1;
    if (!known.away && known.inRow < enough) return;
    known.inRow = 0;
    known.away = true;
    this.store.silent(service, answer.status).catch(this.onError);
  }

  /** What Redis said of the service when it was last asked. */
  learn(service: string, { away, isProbe }: { away?: Away; isProbe: boolean }): void {
    const known = this.known(service);
    known.away = isProbe || away !== undefined;
    known.probing = known.away && (known.probing || isProbe);
  }

  /**
   * True while a call of this process is out to see whether the service is back. Whoever is refused meanwhile had better
   * wait for what comes of it: giving back the page it belongs to would abort it.
   */
  isProbing(service: string): boolean {
    return this.known(service).probing;
  }

  private known(service: string): Known {
    const known = this.services.get(service) ?? { inRow: 0, away: false, probing: false };
    this.services.set(service, known);
    return known;
  }
}
