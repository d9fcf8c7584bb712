// Keeps the keys by which programs call, and knows whose key it is that a request brings.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { ApiKey, Flow, grouped, inWorkspace, Store } from '@eclusa/db';
import { randomBytes } from 'node:crypto';
import { In, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { hashToken } from '../auth/sessions.service';
import type { Caller } from '../auth/workspace.decorator';
import { namesOf } from '../flows/people';
import { notFound, Refusal } from '../http/refusal';
import type { KeyDto, KeyListDto, NewKeyDto, RotateKeyDto, SaveKeyDto } from './keys.dto';

/** What every key begins with, so that it is recognised where it does not belong. */
export const KEY_PREFIX = 'eclusa_';
const hintLength = KEY_PREFIX.length + 6;
const usualPerMinute = 600;
const usualOverlapHours = 24;
const hour = 3_600_000;
/** How exactly the last use is written down. */
const touchMs = 60_000;

/** A key as a request is judged by it. */
export type FoundKey = Pick<
  ApiKey,
  | 'id'
  | 'workspaceId'
  | 'actions'
  | 'flowIds'
  | 'storeIds'
  | 'perMinute'
  | 'runsPerDay'
  | 'lastUsedAt'
  | 'createdBy'
>;

@Injectable()
export class KeysService {
  /** Requests that come together ask the database together. Nothing is remembered: a revoked key is refused at once. */
  private readonly lookUp = grouped((hashes: readonly string[]) => this.findAll(hashes), { lanes: 2 });

  constructor(
    @InjectRepository(ApiKey) private readonly keys: Repository<ApiKey>,
    @InjectRepository(Flow) private readonly flows: Repository<Flow>,
    @InjectRepository(Store) private readonly stores: Repository<Store>,
    private readonly audit: AuditService,
  ) {}

  /** The key that `secret` is; null for one that is unknown, revoked or expired. */
  async find(secret: string): Promise<FoundKey | null> {
    if (!secret.startsWith(KEY_PREFIX) || secret.length > 100) return null;
    const found = await this.lookUp(hashToken(secret));
    if (!found) return null;
    if (Date.now() - (found.lastUsedAt?.getTime() ?? 0) > touchMs)
      await this.keys.update({ id: found.id }, { lastUsedAt: new Date() });
    return found;
  }

  /** The newest first; revoked ones too, so that it can be seen what they were. */
  async list(caller: Caller): Promise<KeyListDto> {
    const rows = await this.own(caller).find({ order: { createdAt: 'DESC', id: 'DESC' } });
    return { items: await this.show(rows) };
  }

  async create(caller: Caller, body: SaveKeyDto): Promise<NewKeyDto> {
    const { secret, hash, hint } = newSecret();
    const values = await this.checked(caller, body);
    const row = await this.own(caller).insert({ ...values, hash, hint, createdBy: caller.userId });
    await this.audit.record(caller, 'key.create', row.id, { hint, ...body });
    return { key: await this.shown(caller, row.id), secret };
  }

  /** Changes what the key may do from the next request on; the key itself stays. */
  async update(caller: Caller, id: string, body: SaveKeyDto): Promise<KeyDto> {
    await this.usable(caller, id);
    await this.own(caller).update({ id }, await this.checked(caller, body));
    await this.audit.record(caller, 'key.update', id, { ...body });
    return this.shown(caller, id);
  }

  /** A new key in place of the old one, which stays good for the overlap; one from an earlier rotation ends. */
  async rotate(
    caller: Caller,
    id: string,
    { overlapHours = usualOverlapHours }: RotateKeyDto,
  ): Promise<NewKeyDto> {
    const { hash: oldHash } = await this.usable(caller, id);
    const { secret, hash, hint } = newSecret();
    const oldHashUntil = new Date(Date.now() + overlapHours * hour);
    await this.own(caller).update({ id }, { hash, hint, oldHash, oldHashUntil });
    await this.audit.record(caller, 'key.rotate', id, { hint, overlapHours });
    return { key: await this.shown(caller, id), secret };
  }

  /** From the next request on the key, and the one before it, are refused. It cannot be undone. */
  async revoke(caller: Caller, id: string): Promise<KeyDto> {
    const { revokedAt } = await this.row(caller, id);
    if (!revokedAt) {
      await this.own(caller).update({ id }, { revokedAt: new Date() });
      await this.audit.record(caller, 'key.revoke', id);
    }
    return this.shown(caller, id);
  }

  private async findAll(hashes: readonly string[]): Promise<(FoundKey | undefined)[]> {
    const rows = await this.keys.query<(FoundKey & { by: string })[]>(findKeys, [[...new Set(hashes)]]);
    const byHash = new Map(rows.map((row) => [row.by, row]));
    return hashes.map((hash) => byHash.get(hash));
  }

  private async checked(caller: Caller, body: SaveKeyDto) {
    const {
      name,
      actions,
      flowIds = null,
      storeIds = null,
      perMinute = usualPerMinute,
      runsPerDay = null,
    } = body;
    await known(inWorkspace(this.flows, caller.workspaceId), flowIds, 'flow');
    await known(inWorkspace(this.stores, caller.workspaceId), storeIds, 'store');
    const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
    if (expiresAt && expiresAt.getTime() <= Date.now()) throw new Refusal(422, 'api.key-expiry-past');
    return { name, actions, flowIds, storeIds, perMinute, runsPerDay, expiresAt };
  }

  private async usable(caller: Caller, id: string): Promise<ApiKey> {
    const row = await this.row(caller, id);
    if (row.revokedAt) throw new Refusal(409, 'api.key-revoked', { name: row.name });
    return row;
  }

  private async row(caller: Caller, id: string): Promise<ApiKey> {
    const row = await this.own(caller).findOneBy({ id });
    if (!row) throw notFound('key');
    return row;
  }

  private async shown(caller: Caller, id: string): Promise<KeyDto> {
    const [shown] = await this.show([await this.row(caller, id)]);
    return shown!;
  }

  private async show(rows: readonly ApiKey[]): Promise<KeyDto[]> {
    const nameOf = await namesOf(
      this.keys.manager,
      rows.map((row) => row.createdBy),
    );
    const now = Date.now();
    return rows.map((row) => ({
      ...{ id: row.id, name: row.name, hint: row.hint, actions: row.actions },
      ...{
        flowIds: row.flowIds,
        storeIds: row.storeIds,
        perMinute: row.perMinute,
        runsPerDay: row.runsPerDay,
      },
      expiresAt: row.expiresAt?.toISOString() ?? null,
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      oldKeyUntil:
        row.oldHashUntil && row.oldHashUntil.getTime() > now ? row.oldHashUntil.toISOString() : null,
      state: row.revokedAt
        ? 'revoked'
        : row.expiresAt && row.expiresAt.getTime() <= now
          ? 'expired'
          : 'active',
      createdBy: nameOf(row.createdBy),
      createdAt: row.createdAt.toISOString(),
    }));
  }

  private own({ workspaceId }: Caller) {
    return inWorkspace(this.keys, workspaceId);
  }
}

const findKeys = `
SELECT h AS by, k.id, k.workspace_id AS "workspaceId", k.actions, k.flow_ids AS "flowIds", k.store_ids AS "storeIds",
  k.per_minute AS "perMinute", k.runs_per_day AS "runsPerDay", k.last_used_at AS "lastUsedAt",
  k.created_by AS "createdBy"
FROM unnest($1::text[]) h
JOIN api_key k ON k.hash = h OR (k.old_hash = h AND k.old_hash_until > now())
WHERE k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now())`;

function newSecret(): { secret: string; hash: string; hint: string } {
  const secret = `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`;
  return { secret, hash: hashToken(secret), hint: secret.slice(0, hintLength) };
}

async function known(
  own: { count(options: object): Promise<number> },
  ids: readonly string[] | null,
  what: 'flow' | 'store',
): Promise<void> {
  const wanted = new Set(ids ?? []);
  if (wanted.size === 0) return;
  if ((await own.count({ where: { id: In([...wanted]) } })) < wanted.size) throw notFound(what);
}
