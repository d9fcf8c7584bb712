// What the examples of customers stand on: a customer with a known id, and an entity of version 2 with a schema.
import type { Sandbox } from '@eclusa/sandbox';

export async function fill(sandbox: Sandbox): Promise<void> {
  await call(sandbox, 'POST /api/dataentities/CL/documents', {
    id: '11111111-1111-4111-8111-111111111111',
    email: 'ana@example.com',
    firstName: 'Ana',
  });
  await call(sandbox, 'PUT /api/dataentities/vouchers/schemas/v1', {
    properties: { code: { type: 'string' } },
    'v-indexed': ['code'],
  });
}

async function call(sandbox: Sandbox, request: string, body: unknown): Promise<void> {
  const [method = '', path = ''] = request.split(' ');
  const response = await fetch(sandbox.url + path, {
    method,
    body: JSON.stringify(body),
    headers: { 'X-VTEX-API-AppKey': sandbox.appKey, 'X-VTEX-API-AppToken': sandbox.appToken },
  });
  if (!response.ok) throw new Error(`${request}: ${response.status} ${await response.text()}`);
}
