// Calls that may be sent again: the header Idempotency-Key names a call, and the same one finds the run it started.
import type { DataSource, EntityManager } from 'typeorm';
import { createHash } from 'node:crypto';
import type { Caller } from '../auth/workspace.decorator';
import { Refusal } from '../http/refusal';

/** A call as its sender named it, and what it asked for. */
export interface NamedCall {
  key: string;
  bodyHash: string;
}

/**
 * The call that `header` names; undefined without it. Throws 400 `api.idempotency-key-invalid`. `asked` is everything
 * that makes two calls the same.
 */
export function namedCall(header: string | undefined, asked: unknown): NamedCall | undefined {
  const key = callName(header);
  if (key === undefined) return undefined;
  return { key, bodyHash: createHash('sha256').update(JSON.stringify(asked)).digest('hex') };
}

/** The name alone, of a call whose body is yet to come. Throws as `namedCall` does. */
export function callName(header: string | undefined): string | undefined {
  if (header !== undefined && !/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw new Refusal(400, 'api.idempotency-key-invalid');
  }
  return header;
}

/** Writes down, in the run's own transaction, that this call started it. False when the key is taken. */
export async function takeCallKey(
  manager: EntityManager,
  { workspaceId }: Caller,
  { key, bodyHash }: NamedCall,
  runId: string,
): Promise<boolean> {
  const taken = await manager.query<unknown[]>(
    `INSERT INTO call_key (workspace_id, key, run_id, body_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING run_id`,
    [workspaceId, key, runId, bodyHash],
  );
  return taken.length > 0;
}

/** The run an earlier call of this name started; undefined when there is none. Throws 409 for another body. */
export async function startedBy(
  database: DataSource,
  { workspaceId }: Caller,
  { key, bodyHash }: NamedCall,
): Promise<string | undefined> {
  const [known] = await database.query<{ runId: string; bodyHash: string }[]>(
    `SELECT run_id AS "runId", body_hash AS "bodyHash" FROM call_key WHERE workspace_id = $1 AND key = $2`,
    [workspaceId, key],
  );
  if (known && known.bodyHash !== bodyHash) {
    throw new Refusal(409, 'api.idempotency-conflict', { run: known.runId });
  }
  return known?.runId;
}

/** True when a call of this name, whatever it said, has started a run. */
export async function isNameTaken(
  database: DataSource,
  { workspaceId }: Caller,
  key: string,
): Promise<boolean> {
  const text = 'SELECT FROM call_key WHERE workspace_id = $1 AND key = $2';
  return (await database.query<unknown[]>(text, [workspaceId, key])).length > 0;
}
