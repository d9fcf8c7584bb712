// What the sandbox covers of VTEX, as an OpenAPI document: made from its routes, so that it cannot be out of date.
import { familyOf } from '../gate/family';
import type { Route } from '../http/wire';

/** Paths, methods and places of all routes. Bodies are VTEX's own and are described in its reference. */
export function openApi(routes: readonly Route[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const { request } of routes) {
    const [method = '', path = ''] = request.split(' ');
    const isOpen = /\/pub\/|^\/api\/vtexid\//i.test(path);
    (paths[path] ??= {})[method.toLowerCase()] = {
      operationId: request.replace(/[^a-zA-Z0-9]+/g, '_').replace(/^_|_$/g, ''),
      tags: [familyOf(path)],
      parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...(isOpen && { security: [] }),
      responses: { default: { description: 'As VTEX answers it, or its refusal.' } },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sandbox store',
      version: '1',
      description: 'The part of VTEX that this sandbox stands in for.',
    },
    security: [{ appKey: [], appToken: [] }],
    components: {
      securitySchemes: {
        appKey: { type: 'apiKey', in: 'header', name: 'X-VTEX-API-AppKey' },
        appToken: { type: 'apiKey', in: 'header', name: 'X-VTEX-API-AppToken' },
      },
    },
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
