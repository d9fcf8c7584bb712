// The hooks of orders, one for each application key: each event is posted to the hook's address until it answers 200 in
// time, at growing intervals of the store's clock. Knows no route of its own.
import type { Listening } from './order-audience';
import type { OrderFilter, OrderNotice } from './order-filter';

export interface Hook extends Listening {
  key: string;
  url: string;
  headers: Record<string, string>;
  deliveries: Delivery[];
  /** When it was set up, or last told an event that was taken. */
  aliveAt: number;
}

interface Delivery {
  notice: OrderNotice;
  at: number;
  tries: number;
  dueAt: number;
  underWay: boolean;
}

const second = 1_000;
const day = 24 * 3_600 * second;
/** How long an answer may take. */
const patience = 5 * second;
/** The first interval; each one after it is twice as long. No source says what it is. */
const firstPause = 10 * second;
const mostTries = 100;

export class OrderHooks {
  private readonly hooks = new Map<string, Hook>();
  /** So many more events are posted twice. */
  duplicates = 0;
  account = '';

  reset(): void {
    this.hooks.clear();
    this.duplicates = 0;
  }

  all(): Iterable<Hook> {
    return this.hooks.values();
  }

  /** Three days without a notification that was taken, and a hook is gone. */
  find(key: string, now: number): Hook | undefined {
    const hook = this.hooks.get(key);
    if (!hook || now - hook.aliveAt < 3 * day) return hook;
    this.hooks.delete(key);
    return undefined;
  }

  drop(key?: string): boolean {
    if (key !== undefined) return this.hooks.delete(key);
    this.hooks.clear();
    return true;
  }

  /** Sets a hook up when its address answers the ping. */
  async configure(
    key: string,
    filter: OrderFilter,
    { url, headers }: Pick<Hook, 'url' | 'headers'>,
    now: number,
  ): Promise<boolean> {
    if (!(await post(url, headers, { hookConfig: 'ping' }))) return false;
    const deliveries = this.find(key, now)?.deliveries ?? [];
    this.hooks.set(key, { key, filter, url, headers, deliveries, fired: new Set(), aliveAt: now });
    return true;
  }

  hear(hook: Hook, notice: OrderNotice): void {
    const at = Date.parse(notice.currentChange);
    const copies = this.duplicates > 0 ? 2 : 1;
    if (copies > 1) this.duplicates -= 1;
    for (let copy = 0; copy < copies; copy += 1) {
      hook.deliveries.push({ notice, at, tries: 0, dueAt: 0, underWay: false });
    }
  }

  /** Posts what is due. Resolves when each of them has been answered or given up for now. */
  async deliver(now: () => number): Promise<void> {
    const due = [...this.hooks.values()].flatMap((hook) =>
      this.find(hook.key, now())
        ? hook.deliveries.filter((one) => !one.underWay && one.dueAt <= now()).map((one) => ({ hook, one }))
        : [],
    );
    await Promise.all(due.map(({ hook, one }) => this.tell(hook, one, now)));
  }

  private async tell(hook: Hook, delivery: Delivery, now: () => number): Promise<void> {
    delivery.underWay = true;
    const taken = await post(hook.url, hook.headers, this.bodyOf(hook, delivery.notice));
    delivery.underWay = false;
    delivery.tries += 1;
    delivery.dueAt = now() + firstPause * 2 ** Math.min(delivery.tries - 1, 20);
    if (taken) hook.aliveAt = Math.max(hook.aliveAt, now());
    else if (delivery.tries <= mostTries && now() - delivery.at < 4 * day) return;
    hook.deliveries.splice(hook.deliveries.indexOf(delivery), 1);
  }

  private bodyOf({ key }: Hook, notice: OrderNotice): object {
    return {
      Domain: notice.domain,
      OrderId: notice.orderId,
      State: notice.state,
      LastState: notice.lastState,
      LastChange: notice.lastChange,
      CurrentChange: notice.currentChange,
      Origin: { Account: this.account, Key: key },
    };
  }
}

async function post(url: string, headers: Record<string, string>, body: object): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}
