// Faults of a line to a database, which every driver hands on as Node tells them.
import type { Fault } from '../database';

/** What a socket's error means; anything unknown counts as a line that dropped. */
export function faultOfSocket(error: unknown): Fault {
  const { code = '', message = '' } = (error ?? {}) as { code?: unknown; message?: string };
  const text = `${String(code)} ${message}`;
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|SSL|TLS/i.test(text)) return 'certificate';
  return 'gone';
}
