// What the examples of customers stand on: one client, a schema and an index.
import type { NodeType } from '@eclusa/flow';
import type { Sandbox } from '@eclusa/sandbox';

const withoutClient = ['vtex.document-create', 'vtex.customer-import'];

/** Puts there what the example speaks of, by the store's own routes. */
export async function fill(sandbox: Sandbox, { id }: NodeType): Promise<void> {
  if (withoutClient.includes(id)) return;
  await send(sandbox, 'POST /api/dataentities/CL/documents', {
    email: 'ana@exemplo.com.br',
    firstName: 'Ana',
    document: '11144477735',
  });
  if (id.includes('schema'))
    await send(sandbox, 'PUT /api/dataentities/Newsletter/schemas/v1', {
      properties: { email: { type: 'string' } },
      'v-indexed': ['email'],
    });
  if (id.includes('index'))
    await send(sandbox, 'PUT /api/dataentities/Newsletter/indices', {
      name: 'email',
      multiple: false,
      fields: 'email',
    });
}

/** One request with the key of the sandbox. */
export async function send(sandbox: Sandbox, request: string, body?: unknown): Promise<Response> {
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
    headers: {
      'content-type': 'application/json',
      'x-vtex-api-appkey': sandbox.appKey,
      'x-vtex-api-apptoken': sandbox.appToken,
    },
  });
  if (!response.ok) throw new Error(`${request}: ${response.status} ${await response.text()}`);
  return response;
}
