// Oracle NetSuite over SuiteTalk REST: queries in SuiteQL.
import type { Preset } from './preset';

export const netsuite: Preset = {
  id: 'netsuite',
  system: 'Oracle NetSuite',
  connection: {
    kind: 'http',
    values: {
      baseUrl: 'https://1234567.suitetalk.api.netsuite.com/services/rest',
      auth: 'oauth2Client',
      tokenUrl: 'https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token',
      clientAuth: 'key',
      signingAlgorithm: 'PS256',
      scope: 'rest_webservices',
    },
    needs: {
      en: 'Your account number in both addresses, the client ID of the integration record, and under “More settings” the private key and the ID that NetSuite shows for its certificate (OAuth 2.0 client credentials, machine to machine).',
      es: 'Su número de cuenta en ambas direcciones, el ID de cliente del registro de integración y, en más ajustes, la clave privada y el ID que NetSuite muestra para su certificado (credenciales de cliente OAuth 2.0, de máquina a máquina).',
      pt: 'O número da sua conta nos dois endereços, o ID do cliente do registro de integração e, em mais ajustes, a chave privada e o ID que o NetSuite mostra para o certificado dela (credenciais de cliente OAuth 2.0, de máquina a máquina).',
    },
  },
  tried: null,
  flows: [
    {
      id: 'items',
      topic: 'catalogue',
      kind: 'read',
      what: { en: 'items', es: 'artículos', pt: 'itens' },
      type: 'source.http',
      config: {
        method: 'POST',
        path: '/query/v1/suiteql',
        headers: [{ name: 'Prefer', value: 'transient' }],
        body: '{"q": "SELECT id, itemid, displayname FROM item ORDER BY id"}',
        items: 'items',
        paging: 'offset',
        offsetParam: 'offset',
        sizeParam: 'limit',
        size: 1000,
        stop: 'last',
        totalPath: 'totalResults',
      },
    },
  ],
};
