// What becomes of a call to a flow's address: its method, its proof, its rows, and the answer it gets at once.
import {
  compileExpression,
  isJsonObject,
  type Connection,
  type HookAnswer,
  type HookCall,
  type Json,
  type Row,
} from '@eclusa/flow';
import { randomUUID } from 'node:crypto';
import { HookRefusal, readHookBody } from './webhook-body';
import { headerOf, prove } from './webhook-signature';

export interface WebhookConfig {
  methods?: 'post' | 'any' | 'get';
  verify?: 'signed' | 'none';
  connection?: string;
  rows?: string;
  idHeader?: string;
  reply?: 'now' | 'flow';
  waitSeconds?: number;
  status?: number;
  text?: string;
  example?: string;
}

/** Rows of one call: what one page of a run holds. */
const mostRows = 500;

/** Seconds a caller waits for what the flow answers; most systems give up after ten to thirty. */
export const usualWait = 10;

const methods = { post: ['POST'], any: ['POST', 'PUT', 'PATCH'], get: ['GET', 'POST'] } as const;

/** Never throws for what a caller did wrong: that is the answer. */
export async function answerHook(
  call: HookCall,
  config: WebhookConfig,
  connection: Connection | null,
): Promise<HookAnswer> {
  const allowed: readonly string[] = methods[config.methods ?? 'post'];
  if (!allowed.includes(call.method)) {
    return refused(405, 'nodes.hook-method', { allowed: allowed.join(', ') });
  }
  const isOpen = config.verify === 'none';
  const proven = isOpen ? { id: null } : connection && prove(call, connection.values);
  if (!proven) return refused(401, 'nodes.hook-signature');
  try {
    const rows = await rowsOf(await readHookBody(call), config);
    const own = config.idHeader ? headerOf(call, config.idHeader) : '';
    const id = (own === '' ? proven.id : own) ?? randomUUID();
    return {
      events: rows.map((row, at) => ({ key: `call ${id.slice(0, 500)} ${at}`, row })),
      status: config.status ?? 202,
      text: config.text ?? '',
      ...(config.reply === 'flow' && { wait: config.waitSeconds ?? usualWait }),
    };
  } catch (error) {
    if (error instanceof HookRefusal) return refused(error.status, error.code, error.values);
    throw error;
  }
}

async function rowsOf(body: Json, { rows: at }: WebhookConfig): Promise<Row[]> {
  const found = at === undefined || at === '' ? body : await valueAt(at, body);
  const rows = Array.isArray(found) ? found : [found];
  if (rows.length > mostRows) {
    throw new HookRefusal(422, 'nodes.hook-too-many-rows', { count: rows.length, most: mostRows });
  }
  if (rows.length === 0 || !rows.every(isJsonObject)) throw new HookRefusal(422, 'nodes.hook-no-rows');
  return rows as Row[];
}

async function valueAt(expression: string, body: Json): Promise<Json> {
  try {
    return ((await compileExpression(expression).evaluate(body)) ?? []) as Json;
  } catch {
    throw new HookRefusal(422, 'nodes.hook-no-rows');
  }
}

function refused(
  status: 401 | 405 | 415 | 422,
  code: string,
  values: Readonly<Record<string, unknown>> = {},
): HookAnswer {
  return { refused: { status, code, values: values as Record<string, string | number> } };
}
