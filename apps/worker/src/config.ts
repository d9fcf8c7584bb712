// The one reading of the environment by this process; every fault gets a sentence, all of them at once.
import { keyring, type Keyring } from '@eclusa/db';
import { EclusaError, UserError } from '@eclusa/flow';

export interface WorkerConfig {
  databaseUrl: string;
  redisUrl: string;
  queuePrefix: string;
  keys: Keyring;
  /** host:port pairs the guard against private addresses lets through. */
  allowHosts: string[];
  /** Folders of this machine that flows may read and write below. */
  folders: string[];
  /** Where `/readyz` answers; undefined: nowhere. */
  port: number | undefined;
  /** How long a claim lasts without a heartbeat; after a kill, work resumes within this and one sweep. */
  leaseMs: number;
  /** How long after its caller is gone a call may still be at work in a store: above the longest time a call is given. */
  callMs: number;
  sweepMs: number;
  /** Pages of one store this process runs at once; of all stores three times as many. */
  pageConcurrency: number;
  /** Pages of one run read and not yet done, over all workers. */
  pagesInFlight: number;
  /** Rows. */
  pageSize: number;
  /** How long a call that the other side refuses for now is repeated before its row fails. */
  retryAgeMs: number;
  /** Where other systems reach the api, without a slash at its end. */
  publicUrl: string;
  /** How often this process looks for triggers that are due. */
  triggerMs: number;
  /** How long a change of an order may take to show in the list of orders. */
  listLagMs: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with the environment. */
export class ConfigFault extends Error {
  constructor(readonly faults: readonly EclusaError[]) {
    super(faults.map((fault) => fault.message).join('\n'));
    this.name = 'ConfigFault';
  }
}

/** Reads and checks the environment; throws ConfigFault with every fault. */
export function readConfig(environment: Environment): WorkerConfig {
  const read = new Reader(environment);
  const config = {
    databaseUrl: read.address('DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: read.address('REDIS_URL', ['redis:', 'rediss:']),
    queuePrefix: environment.ECLUSA_QUEUE_PREFIX || 'eclusa',
    keys: read.keys(),
    allowHosts: read.list('ECLUSA_ALLOW_PRIVATE_HOSTS'),
    folders: read.list('ECLUSA_FOLDERS'),
    port: environment.ECLUSA_WORKER_PORT ? read.whole('ECLUSA_WORKER_PORT', 0, 0, 65_535) : undefined,
    leaseMs: read.whole('ECLUSA_LEASE_MS', 15_000, 500, 600_000),
    callMs: read.whole('ECLUSA_CALL_MS', 65_000, 0, 600_000),
    sweepMs: read.whole('ECLUSA_SWEEP_MS', 2_000, 50, 600_000),
    pageConcurrency: read.whole('ECLUSA_PAGE_CONCURRENCY', 4, 1, 64),
    pagesInFlight: read.whole('ECLUSA_PAGES_IN_FLIGHT', 8, 1, 1_000),
    pageSize: read.whole('ECLUSA_PAGE_SIZE', 500, 1, 500),
    retryAgeMs: read.whole('ECLUSA_RETRY_AGE_MS', 15 * 60_000, 0, 24 * 3_600_000),
    publicUrl: (environment.ECLUSA_PUBLIC_URL || 'http://localhost:4300').replace(/\/+$/, ''),
    triggerMs: read.whole('ECLUSA_TRIGGER_MS', 1_000, 20, 600_000),
    listLagMs: read.whole('ECLUSA_LIST_LAG_MS', 5 * 60_000, 0, 24 * 3_600_000),
  };
  if (read.faults.length > 0 || !config.keys) throw new ConfigFault(read.faults);
  return { ...config, keys: config.keys };
}

class Reader {
  readonly faults: EclusaError[] = [];
  constructor(private readonly environment: Environment) {}

  address(name: string, protocols: readonly string[]): string {
    const value = this.environment[name] ?? '';
    const begin = `${protocols[0]}//`;
    if (value === '') this.fault('worker.setting-missing', { name, begin });
    else if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
      this.fault('worker.setting-not-an-address', { name, begin });
    }
    return value;
  }

  whole(name: string, usual: number, min: number, max: number): number {
    const text = this.environment[name];
    if (text === undefined || text === '') return usual;
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    this.fault('worker.setting-not-whole', { name, min, max });
    return usual;
  }

  list(name: string): string[] {
    const items = (this.environment[name] ?? '').split(',');
    return items.map((item) => item.trim()).filter((item) => item !== '');
  }

  keys(): Keyring | undefined {
    try {
      return keyring(this.environment.ECLUSA_SECRET_KEY, this.environment.ECLUSA_SECRET_KEYS_OLD);
    } catch (error) {
      if (!(error instanceof EclusaError)) throw error;
      this.faults.push(error);
      return undefined;
    }
  }

  private fault(code: string, values: Record<string, string | number>): void {
    this.faults.push(new UserError(code, { values }));
  }
}
