// The connections, the store and the sample flow of the demo.
import { Injectable } from '@nestjs/common';
import { Bug, type Json } from '@eclusa/flow';
import { flowTemplates } from '@eclusa/nodes';
import type { Caller } from '../auth/workspace.decorator';
import { ConnectionsService } from '../connections/connections.service';
import { BindingsService } from '../flows/bindings.service';
import { FlowsService } from '../flows/flows.service';
import { VersionsService } from '../flows/versions.service';
import { Refusal } from '../http/refusal';
import { StoresService } from '../stores/stores.service';

const TEMPLATE = 'products-prices-stock';
const ACCOUNT = 'lojademo';

export interface DemoAddresses {
  sandboxUrl: string;
  erpUrl: string;
}

/** Ids of what the first seeding made. */
export interface Made {
  vtexId: string;
  erpId: string;
  storeId: string;
  flowId: string;
}

@Injectable()
export class DemoParts {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly stores: StoresService,
    private readonly flows: FlowsService,
    private readonly versions: VersionsService,
    private readonly bindings: BindingsService,
  ) {}

  /** Everything, published and bound. */
  async make(caller: Caller, addresses: DemoAddresses): Promise<Made> {
    const [vtex, erp] = bodies(addresses);
    const { id: vtexId } = await this.connections.create(caller, vtex);
    const { id: erpId } = await this.connections.create(caller, erp);
    const store = { name: 'Loja Demo', account: ACCOUNT, connectionId: vtexId };
    const { id: storeId } = await this.stores.create(caller, store);
    const template = flowTemplates().find(({ id }) => id === TEMPLATE);
    if (!template) throw new Bug('bug.template-missing', { values: { template: TEMPLATE } });
    const { document } = template;
    const { id: flowId, revision } = await this.flows.create(caller, { name: document.name, document });
    const slots = Object.fromEntries(
      Object.entries(document.slots).map(([slot, { kind }]) => [slot, kind === 'vtex' ? vtexId : erpId]),
    );
    await this.bindings.save(caller, flowId, { storeId, slots, parameters: {} });
    await this.versions.publish(caller, flowId, { revision });
    return { vtexId, erpId, storeId, flowId };
  }

  /** Points the demo's connections to where sandbox and ERP are now. */
  async readdress(caller: Caller, { vtexId, erpId }: Made, addresses: DemoAddresses): Promise<void> {
    const [vtex, erp] = bodies(addresses);
    await this.point(caller, vtexId, 'mainBaseUrl', vtex);
    await this.point(caller, erpId, 'baseUrl', erp);
  }

  /** Only while it still leads to this machine: an address somebody typed is theirs. */
  private async point(caller: Caller, id: string, field: string, body: Body): Promise<void> {
    const known = await this.connections.get(caller, id).catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 404) return null;
      throw error;
    });
    const now = known?.settings[field];
    if (typeof now !== 'string' || now === body.settings[field] || !/^http:\/\/127\.0\.0\.1:\d+$/.test(now))
      return;
    const settings = { ...known?.settings, [field]: body.settings[field] as Json };
    await this.connections.update(caller, id, { ...body, name: known?.name ?? body.name, settings });
  }
}

interface Body {
  kind: string;
  name: string;
  settings: Record<string, Json>;
  secrets: Record<string, string>;
}

/** The demo's two connections: the sandbox store and the demo ERP, with the credentials both publish. */
function bodies({ sandboxUrl, erpUrl }: DemoAddresses): [Body, Body] {
  const appKey = `vtexappkey-${ACCOUNT}-SANDBOX`;
  return [
    {
      kind: 'vtex',
      name: 'Sandbox VTEX',
      settings: { account: ACCOUNT, appKey, mainBaseUrl: sandboxUrl },
      secrets: { appToken: 'sandbox-token' },
    },
    {
      kind: 'http',
      name: 'Demo ERP',
      settings: { baseUrl: erpUrl, auth: 'apiKey', keyName: 'X-API-Key', keyPlace: 'header' },
      secrets: { key: 'erp-demo-key' },
    },
  ];
}
