// The command by which a program, or a person at a shell, starts a flow. It runs as it stands.
import type { Json } from '@eclusa/flow';
import { jsonOf, KEY_VARIABLE, WAIT, type ExampleCall } from './example';

/** For any POSIX shell. `--include` shows the answer's status, which says more than its body. */
export function curlOf(call: Omit<ExampleCall, 'comments'>): string {
  return [
    `curl --include --request POST ${quoted(call.url)}`,
    `--header ${quoted(`Authorization: Bearer ${call.key}`)}`,
    `--header ${quoted('Content-Type: application/json')}`,
    ...(call.waits ? [`--header ${quoted(`Prefer: ${WAIT}`)}`] : []),
    `--data ${quoted(jsonOf(call))}`,
  ].join(' \\\n  ');
}

/** The line that puts the key where the programs of other languages find it. */
export function exportOf(key: string): string {
  return `export ${KEY_VARIABLE}=${quoted(key)}`;
}

/** Where runs of a flow are started. */
export function startAddress(origin: string, flowId: string): string {
  return `${origin}/api/v1/flows/${flowId}/runs`;
}

/** Within single quotes a shell changes nothing; a single quote itself has to stand outside of them. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The body of the start: the box's example rows where the flow takes rows, and the store that it is meant for. */
export function startBody(rows: readonly Json[] | undefined, storeId: string | null): Record<string, Json> {
  return { ...(storeId !== null && { storeId }), ...(rows && { rows: [...rows] }) };
}
