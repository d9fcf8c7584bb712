// Oracle NetSuite over SuiteTalk REST: queries in SuiteQL.
import type { Preset } from './preset';

export const netsuite: Preset = {
  id: 'netsuite',
  system: 'Oracle NetSuite',
  connection: {
    kind: 'http',
    values: {
      baseUrl: 'https://1234567.suitetalk.api.netsuite.com/services/rest',
      auth: 'oauth2Refresh',
      tokenUrl: 'https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token',
      clientAuth: 'basic',
    },
    needs: {
      en: 'Your account number in both addresses, client ID and client secret of the integration record, and the refresh token that came when you allowed it. NetSuite ends refresh tokens after some days, so a new one is needed then.',
      es: 'Su número de cuenta en ambas direcciones, ID y secreto de cliente del registro de integración, y el token de renovación que llegó al autorizarlo. NetSuite vence los tokens de renovación después de algunos días, y entonces se necesita uno nuevo.',
      pt: 'O número da sua conta nos dois endereços, ID e segredo do cliente do registro de integração, e o token de renovação que veio quando você o autorizou. O NetSuite encerra tokens de renovação depois de alguns dias, e aí é preciso um novo.',
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
