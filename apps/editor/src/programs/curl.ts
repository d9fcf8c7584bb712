// The command by which a program, or a person at a shell, starts a flow. It runs as it stands.
import type { Json } from '@eclusa/flow';

export interface CurlCall {
  /** Where the service is reached, without a path: `https://eclusa.example`. */
  origin: string;
  flowId: string;
  /** The key, or what stands in its place. */
  key: string;
  body: Record<string, Json>;
}

/** For any POSIX shell. `--include` shows the answer's status, which says more than its body. */
export function curlOf({ origin, flowId, key, body }: CurlCall): string {
  return [
    `curl --include --request POST ${quoted(`${origin}/api/v1/flows/${flowId}/runs`)}`,
    `--header ${quoted(`Authorization: Bearer ${key}`)}`,
    `--header ${quoted('Content-Type: application/json')}`,
    `--data ${quoted(JSON.stringify(body, null, 2))}`,
  ].join(' \\\n  ');
}

/** Within single quotes a shell changes nothing; a single quote itself has to stand outside of them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The body of the start: the box's example rows where the flow takes rows, and the store that it is meant for. */
export function startBody(rows: readonly Json[] | undefined, storeId: string | null): Record<string, Json> {
  return { ...(storeId !== null && { storeId }), ...(rows && { rows: [...rows] }) };
}
