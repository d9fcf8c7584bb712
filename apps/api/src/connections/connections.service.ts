// Connections of a workspace. Secrets are sealed before they are stored, and opened only to be used.
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ConnectionEntity, FlowBinding, inWorkspace, keptWithGrant, Store, type Keyring } from '@eclusa/db';
import { signsIn, type Connection, type Json } from '@eclusa/flow';
import { connectionKinds } from '@eclusa/nodes';
import type { Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { faulty, notFound, Refusal } from '../http/refusal';
import { KEYRING } from '../keyring';
import { connectionFaults, endsSignIn, movesAddress, secretFields } from './check-fields';
import { forgetSignIn, signInsOf } from './connection-sign-ins';
import type { ConnectionDto, ConnectionSignInDto, SaveConnectionDto } from './connections.dto';

type Secrets = Record<string, string>;
/** What is said of a connection before it is stored. */
export type Draft = Pick<SaveConnectionDto, 'kind' | 'settings' | 'secrets'>;

@Injectable()
export class ConnectionsService {
  constructor(
    @InjectRepository(ConnectionEntity) private readonly rows: Repository<ConnectionEntity>,
    @InjectRepository(Store) private readonly stores: Repository<Store>,
    @InjectRepository(FlowBinding) private readonly bindings: Repository<FlowBinding>,
    @Inject(KEYRING) private readonly keyring: Keyring,
    private readonly audit: AuditService,
  ) {}

  async list({ workspaceId }: Caller): Promise<{ items: ConnectionDto[] }> {
    const rows = await inWorkspace(this.rows, workspaceId).find({ order: { name: 'ASC', id: 'ASC' } });
    const signIns = await signInsOf(this.rows.manager, workspaceId, rows.filter(hasSignIn));
    return { items: rows.map((row) => this.show(row, signIns.get(row.id))) };
  }

  async get(caller: Caller, id: string): Promise<ConnectionDto> {
    return this.showWhole(await this.find(caller, id));
  }

  async create(caller: Caller, body: SaveConnectionDto): Promise<ConnectionDto> {
    const { kind, name, settings } = body;
    const secrets = this.checked(body);
    const row = await inWorkspace(this.rows, caller.workspaceId).insert({
      kind,
      name,
      settings,
      secrets: this.seal(secrets, caller.workspaceId),
    });
    await this.audit.record(caller, 'connection.create', row.id, { name, kind });
    return this.showWhole(row);
  }

  async update(caller: Caller, id: string, body: SaveConnectionDto): Promise<ConnectionDto> {
    const row = await this.find(caller, id);
    const secrets = this.checked(body, row);
    const { name, settings } = body;
    const sealed = this.seal(secrets, caller.workspaceId);
    await this.rows.manager.transaction(async (manager) => {
      const rows = inWorkspace(manager.getRepository(ConnectionEntity), caller.workspaceId);
      await rows.update({ id }, { name, settings, secrets: sealed, updatedAt: new Date() });
      if (endsSignIn(row.settings, settings)) await forgetSignIn(manager, row);
    });
    const changed = Object.keys(body.secrets ?? {});
    await this.audit.record(caller, 'connection.update', id, { name, secretsChanged: changed });
    return this.showWhole({ ...row, name, settings, secrets: sealed });
  }

  async remove(caller: Caller, id: string): Promise<void> {
    const row = await this.find(caller, id);
    const stores = await inWorkspace(this.stores, caller.workspaceId).find({ where: { connectionId: id } });
    const bound = await inWorkspace(this.bindings, caller.workspaceId)
      .query('b')
      .andWhere('EXISTS (SELECT 1 FROM jsonb_each_text(b.slots) s WHERE s.value = :id)', { id })
      .getCount();
    if (stores.length > 0 || bound > 0) {
      const values = { name: row.name, stores: stores.map((store) => store.name).join(', '), flows: bound };
      throw new Refusal(409, 'api.connection-in-use', values);
    }
    await inWorkspace(this.rows, caller.workspaceId).delete({ id });
    await this.audit.record(caller, 'connection.delete', id, { name: row.name });
  }

  async find({ workspaceId }: Pick<Caller, 'workspaceId'>, id: string): Promise<ConnectionEntity> {
    const row = await inWorkspace(this.rows, workspaceId).findOneBy({ id });
    if (!row) throw notFound('connection');
    return row;
  }

  /** A stored connection with its secrets opened: to be used at once, never to be shown. */
  async open(row: ConnectionEntity): Promise<Connection> {
    const { id, kind, name, settings } = row;
    const kept = await keptWithGrant(this.rows.manager.connection, this.keyring, row);
    return { id, kind, name, values: { ...settings, ...this.unseal(row) }, kept };
  }

  /** The secrets `draft` would have over those of `row`. Throws 422 with every fault. */
  checked(draft: Draft, row?: ConnectionEntity): Secrets {
    const kind = connectionKinds.get(draft.kind);
    if (!kind) throw new Refusal(422, 'api.connection-kind-unknown', { kind: draft.kind });
    if (row && row.kind !== draft.kind) throw new Refusal(422, 'api.connection-kind-fixed');
    const stored = row ? this.unseal(row) : {};
    const given = draft.secrets ?? {};
    const kept = Object.keys(stored).filter((name) => given[name] === undefined);
    if (row && kept.length > 0 && movesAddress(row.settings, draft.settings)) {
      throw faulty(
        422,
        'api.secrets-needed-again',
        kept.map((name) => ({
          path: `secrets.${name}`,
          code: 'api.field-missing',
        })),
      );
    }
    const secrets = Object.fromEntries(
      Object.entries({ ...stored, ...given }).filter(([, value]) => value !== ''),
    );
    const faults = connectionFaults(kind, draft.settings, secrets);
    if (faults.length > 0) throw faulty(422, 'api.fields-invalid', faults);
    return secrets;
  }

  private seal(secrets: Secrets, workspaceId: string): string | null {
    return Object.keys(secrets).length === 0 ? null : this.keyring.seal(secrets, workspaceId);
  }

  private unseal(row: ConnectionEntity): Secrets {
    if (row.secrets === null) return {};
    return this.keyring.open(row.secrets, row.workspaceId) as Record<string, Json> as Secrets;
  }

  private async showWhole(row: ConnectionEntity): Promise<ConnectionDto> {
    const rows = [row].filter(hasSignIn);
    return this.show(row, (await signInsOf(this.rows.manager, row.workspaceId, rows)).get(row.id));
  }

  /** Settings only of fields that are not secret, should a kind ever turn one into a secret. */
  private show(row: ConnectionEntity, signIn?: ConnectionSignInDto): ConnectionDto {
    const secret = new Set(secretFields(connectionKinds.get(row.kind)?.fields ?? {}));
    const { id, kind, name, createdAt } = row;
    const settings = Object.fromEntries(Object.entries(row.settings).filter(([field]) => !secret.has(field)));
    const set = Object.keys(this.unseal(row));
    const more = signIn ? { signIn } : {};
    return { id, kind, name, settings, secretFields: set, ...more, createdAt: createdAt.toISOString() };
  }
}

/** Does a person sign in at the other system for this connection? */
export function hasSignIn({ kind, settings }: Pick<ConnectionEntity, 'kind' | 'settings'>): boolean {
  return signsIn(connectionKinds.get(kind) ?? {}, settings);
}
