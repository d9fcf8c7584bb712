// Keeps the endpoints that are told of events, and their secrets. Workers call them.
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { CallbackEndpoint, Flow, inWorkspace, Store, Workspace, type Keyring } from '@eclusa/db';
import { randomBytes } from 'node:crypto';
import { In, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { namesOf } from '../flows/people';
import { notFound, Refusal } from '../http/refusal';
import { KEYRING } from '../keyring';
import { isCallable } from './callback-address';
import type {
  CallbackDto,
  CallbackListDto,
  CallbackSecretDto,
  NewCallbackDto,
  SaveCallbackDto,
} from './callbacks.dto';

@Injectable()
export class CallbacksService {
  constructor(
    @InjectRepository(CallbackEndpoint) private readonly endpoints: Repository<CallbackEndpoint>,
    @InjectRepository(Workspace) private readonly workspaces: Repository<Workspace>,
    @InjectRepository(Flow) private readonly flows: Repository<Flow>,
    @InjectRepository(Store) private readonly stores: Repository<Store>,
    @Inject(KEYRING) private readonly keys: Keyring,
    private readonly audit: AuditService,
  ) {}

  async list(caller: Caller): Promise<CallbackListDto> {
    const rows = await this.own(caller).find({ order: { createdAt: 'DESC', id: 'DESC' } });
    const { callbackSecret } = await this.workspaces.findOneByOrFail({ id: caller.workspaceId });
    return { items: await this.show(rows), hasRunSecret: callbackSecret !== null };
  }

  async create(caller: Caller, body: SaveCallbackDto): Promise<NewCallbackDto> {
    const values = await this.checked(caller, body);
    const { secret, sealed } = this.newSecret(caller);
    const { id } = await this.own(caller).insert({ ...values, secret: sealed, createdBy: caller.userId });
    await this.audit.record(caller, 'callback.create', id, { ...body });
    return { callback: await this.shown(caller, id), secret };
  }

  async update(caller: Caller, id: string, body: SaveCallbackDto): Promise<CallbackDto> {
    const changed = await this.own(caller).update({ id }, await this.checked(caller, body));
    if (changed === 0) throw notFound('callback');
    await this.audit.record(caller, 'callback.update', id, { ...body });
    return this.shown(caller, id);
  }

  /** What waits is signed with the new secret too. */
  async rotate(caller: Caller, id: string): Promise<NewCallbackDto> {
    const { secret, sealed } = this.newSecret(caller);
    if ((await this.own(caller).update({ id }, { secret: sealed })) === 0) throw notFound('callback');
    await this.audit.record(caller, 'callback.rotate', id);
    return { callback: await this.shown(caller, id), secret };
  }

  async remove(caller: Caller, id: string): Promise<void> {
    if ((await this.own(caller).delete({ id })) === 0) throw notFound('callback');
    await this.audit.record(caller, 'callback.delete', id);
  }

  async makeRunSecret(caller: Caller): Promise<CallbackSecretDto> {
    const { secret, sealed } = this.newSecret(caller);
    await this.workspaces.update({ id: caller.workspaceId }, { callbackSecret: sealed });
    await this.audit.record(caller, 'callback.run-secret', caller.workspaceId);
    return { secret };
  }

  /**
   * Throws 422 `api.callback-address` for an address nobody could call, `api.callback-secret-missing` while the
   * workspace has nothing to sign its calls with.
   */
  async checkRunAddress({ workspaceId }: Caller, address: string): Promise<void> {
    if (!isCallable(address)) throw new Refusal(422, 'api.callback-address');
    const { callbackSecret } = await this.workspaces.findOneByOrFail({ id: workspaceId });
    if (callbackSecret === null) throw new Refusal(422, 'api.callback-secret-missing');
  }

  /** As Standard Webhooks has it: `whsec_` and random bytes in base64. */
  private newSecret({ workspaceId }: Caller): { secret: string; sealed: string } {
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    return { secret, sealed: this.keys.seal(secret, workspaceId) };
  }

  private async checked({ workspaceId }: Caller, body: SaveCallbackDto) {
    const { name, address, events, flowIds = null, storeIds = null, enabled = true } = body;
    if (!isCallable(address)) throw new Refusal(422, 'api.callback-address');
    const [flows, stores] = [new Set(flowIds ?? []), new Set(storeIds ?? [])];
    const ofFlows = { where: { id: In([...flows]) } };
    if (flows.size > (await inWorkspace(this.flows, workspaceId).count(ofFlows))) throw notFound('flow');
    const ofStores = { where: { id: In([...stores]) } };
    if (stores.size > (await inWorkspace(this.stores, workspaceId).count(ofStores))) throw notFound('store');
    return { name, address, events, flowIds, storeIds, enabled };
  }

  private async shown(caller: Caller, id: string): Promise<CallbackDto> {
    const row = await this.own(caller).findOneBy({ id });
    if (!row) throw notFound('callback');
    return (await this.show([row]))[0]!;
  }

  private async show(rows: readonly CallbackEndpoint[]): Promise<CallbackDto[]> {
    const makers = rows.map(({ createdBy }) => createdBy);
    const nameOf = await namesOf(this.endpoints.manager, makers);
    return rows.map(({ id, name, address, events, flowIds, storeIds, enabled, createdBy, createdAt }) => ({
      ...{ id, name, address, events, flowIds, storeIds, enabled },
      createdBy: nameOf(createdBy),
      createdAt: createdAt.toISOString(),
    }));
  }

  private own({ workspaceId }: Caller) {
    return inWorkspace(this.endpoints, workspaceId);
  }
}
