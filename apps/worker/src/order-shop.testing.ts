// What tests of the order flows stand on: a sandbox store, the demo ERP, the flows that come with Eclusa, and workers that
// are processes of their own, so that they can be killed.
import {
  ConnectionEntity,
  Flow,
  FlowBinding,
  FlowTrigger,
  Run,
  RunPage,
  Store,
  syncTriggers,
  type FlowVersion,
} from '@eclusa/db';
import type { FlowDocument, Json } from '@eclusa/flow';
import { flowTemplates, nodeTypes } from '@eclusa/nodes';
import { startErp, startSandbox, type Erp, type Sandbox } from '@eclusa/sandbox';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Site } from './worker.testing';

const main = path.resolve(__dirname, '../dist/main.js');

/** Longer than any test: a parcel is only sent when the test says so. */
const never = 24 * 3_600_000;

export class OrderShop {
  readonly skus = 12;
  private readonly workers: ChildProcess[] = [];

  private constructor(
    readonly site: Site,
    readonly sandbox: Sandbox,
    readonly erp: Erp,
    private readonly storeId: string,
    private readonly slots: { store: string; erp: string },
  ) {}

  static async open(): Promise<OrderShop> {
    if (!existsSync(main))
      throw new Error(`${main} is missing: build the worker first (npx nx build worker)`);
    const sandbox = await startSandbox({ limits: 'off', orderTimes: { indexLag: 0 } });
    const erp = await startErp({ products: 10, orderTimes: { dispatch: never, delivery: never } });
    const site = await Site.open({
      ECLUSA_ALLOW_PRIVATE_HOSTS: `127.0.0.1:${sandbox.port},127.0.0.1:${erp.port}`,
      ECLUSA_TRIGGER_MS: '50',
      ECLUSA_LOG: 'text',
    });
    const slots = { store: await storeConnection(site, sandbox), erp: await erpConnection(site, erp) };
    const { id: storeId } = await site.source.getRepository(Store).save({
      ...{ workspaceId: site.workspaceId, name: 'shop', account: sandbox.account, connectionId: slots.store },
    });
    const shop = new OrderShop(site, sandbox, erp, storeId, slots);
    for (let id = 1; id <= shop.skus; id++)
      sandbox.state.putSku({
        Id: id,
        ProductId: 1,
        RefId: `SKU-${id}`,
        Name: `SKU ${id}`,
        IsActive: true,
      } as never);
    return shop;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => this.kill(worker)));
    await this.site.close();
    await Promise.all([this.sandbox.close(), this.erp.close()]);
  }

  /** Publishes a flow that comes with Eclusa, bound to store and ERP. `settings` go over those of its boxes. */
  async publish(id: string, settings: Record<string, Record<string, Json>> = {}): Promise<FlowVersion> {
    const { site, storeId, slots } = this;
    const document = structuredClone(flowTemplates().find((one) => one.id === id)?.document) as FlowDocument;
    for (const [node, config] of Object.entries(settings))
      Object.assign(document.nodes[node]?.config ?? {}, config);
    const version = await site.publish(document);
    const { flowId, workspaceId } = version;
    await site.source.getRepository(Flow).update({ id: flowId }, { publishedVersion: 1 });
    await site.source
      .getRepository(FlowBinding)
      .save({ workspaceId, flowId, storeId, slots: { erp: slots.erp } });
    await site.source.transaction((manager) => syncTriggers(manager, nodeTypes, site.config().keys, flowId));
    return version;
  }

  /** A run as a schedule starts it. */
  start(version: FlowVersion): Promise<string> {
    const { storeId, slots } = this;
    return this.site.insertRun(version, { storeId, slots, trigger: 'schedule' });
  }

  /** Orders with one to three lines, freight, and a discount on every third, ready for handling. */
  place(count: number): string[] {
    return Array.from({ length: count }, (_, index) => {
      const items = Array.from({ length: (index % 3) + 1 }, (_line, at) => ({
        ...{ skuId: ((index + at) % this.skus) + 1, quantity: at + 1, price: 1_999 + index * 10 },
      }));
      const discount = index % 3 === 0 ? 333 : 0;
      const order = { items, shipping: 1_490, discount, status: 'ready-for-handling' } as const;
      return this.sandbox.placeOrder(order).document.orderId;
    });
  }

  /** As a person does in the store's admin. */
  async cancelInStore(orderId: string): Promise<void> {
    const { url, appKey, appToken } = this.sandbox;
    const answer = await fetch(`${url}/api/oms/pvt/orders/${orderId}/cancel`, {
      ...{ method: 'POST', body: JSON.stringify({ reason: 'Cliente desistiu' }) },
      headers: {
        ...{ 'content-type': 'application/json' },
        ...{ 'x-vtex-api-appkey': appKey, 'x-vtex-api-apptoken': appToken },
      },
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  document(orderId: string) {
    const entry = this.sandbox.state.orders.find(orderId);
    if (!entry) throw new Error(`no order ${orderId}`);
    return entry.document;
  }

  /** How many orders of the store have each status. */
  statuses(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { document } of this.sandbox.state.orders.entries.values())
      counts[String(document.status)] = (counts[String(document.status)] ?? 0) + 1;
    return counts;
  }

  /** Requests to one route of the store, by how they ended. */
  requests(route: string): Record<string, number> {
    return this.sandbox.journal.counters()[route] ?? {};
  }

  trigger({ flowId }: FlowVersion): Promise<FlowTrigger> {
    return this.site.source.getRepository(FlowTrigger).findOneByOrFail({ flowId });
  }

  runs({ flowId }: FlowVersion): Promise<Run[]> {
    return this.site.source.getRepository(Run).findBy({ flowId });
  }

  pages(): Promise<RunPage[]> {
    return this.site.source.getRepository(RunPage).find();
  }

  /** Pages that a living claim holds at this moment. */
  async held(): Promise<RunPage[]> {
    return (await this.pages()).filter(
      ({ state, leaseUntil }) => state === 'running' && leaseUntil! > new Date(),
    );
  }

  /** Calls of a box that were begun and whose end nobody wrote down. */
  async begun(node: string): Promise<number> {
    const [row] = await this.site.source.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM run_effect WHERE node = $1 AND state = 'intent'`,
      [node],
    );
    return row?.count ?? 0;
  }

  startWorker(): ChildProcess {
    const env = { ...process.env, ...this.site.environment };
    const worker = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    this.workers.push(worker);
    return worker;
  }

  /** SIGKILL: nothing is put in order. Resolves when the process is gone. */
  async kill(worker: ChildProcess): Promise<void> {
    if (worker.exitCode !== null || worker.signalCode !== null) return;
    const ended = once(worker, 'exit');
    worker.kill('SIGKILL');
    await ended;
  }
}

async function storeConnection(site: Site, sandbox: Sandbox): Promise<string> {
  const { workspaceId } = site;
  const { account, appKey, appToken, url } = sandbox;
  const saved = await site.source.getRepository(ConnectionEntity).save({
    ...{ workspaceId, kind: 'vtex', name: 'sandbox' },
    settings: { account, appKey, mainBaseUrl: url, otherCallsPerSecond: 10_000 },
    secrets: site.config().keys.seal({ appToken }, workspaceId),
  });
  return saved.id;
}

async function erpConnection(site: Site, erp: Erp): Promise<string> {
  const { workspaceId } = site;
  const saved = await site.source.getRepository(ConnectionEntity).save({
    ...{ workspaceId, kind: 'http', name: 'ERP', settings: { baseUrl: erp.url, auth: 'none' } },
    secrets: site.config().keys.seal({}, workspaceId),
  });
  return saved.id;
}
