// The commands that make a typed client of a flow: its document, and the types of what it takes and answers.
import { quoted } from './curl';

/** The address of a flow's OpenAPI document. */
export function documentAddress(origin: string, flowId: string): string {
  return `${origin}/api/v1/flows/${flowId}/openapi.json`;
}

/** For any POSIX shell with Node. */
export function typedClientOf(address: string, key: string): string {
  return [
    `curl --fail --header ${quoted(`Authorization: Bearer ${key}`)} \\\n  --output flow.json ${quoted(address)}`,
    `npx openapi-typescript flow.json --output flow.d.ts`,
  ].join(' &&\n');
}
