// Odoo over the JSON-RPC of its web client, with a session.
import type { Preset } from './preset';

export const odoo: Preset = {
  id: 'odoo',
  system: 'Odoo',
  connection: {
    kind: 'http',
    values: {
      baseUrl: 'https://empresa.odoo.com',
      auth: 'session',
      loginPath: '/web/session/authenticate',
      loginBody:
        '{"jsonrpc": "2.0", "params": {"db": "empresa", "login": "{username}", "password": "{password}"}}',
    },
    needs: {
      en: 'The address of your Odoo, the name of its database in the body of the call that opens a session, a user and its password or API key.',
      es: 'La dirección de su Odoo, el nombre de la base de datos en el cuerpo de la llamada que abre la sesión, un usuario y su contraseña o clave de API.',
      pt: 'O endereço do seu Odoo, o nome do banco de dados no corpo da chamada que abre a sessão, um usuário e a senha ou chave de API dele.',
    },
  },
  tried: null,
  flows: [
    {
      id: 'products',
      topic: 'catalogue',
      kind: 'read',
      what: {
        en: 'products changed since the last run',
        es: 'productos cambiados desde la última ejecución',
        pt: 'produtos alterados desde a última execução',
      },
      type: 'source.http',
      config: {
        method: 'POST',
        path: '/web/dataset/call_kw',
        body: '{"jsonrpc": "2.0", "method": "call", "params": {"model": "product.product", "method": "search_read", "args": [], "kwargs": {"domain": [["write_date", ">=", "{last}"]], "fields": ["default_code", "name", "list_price", "categ_id", "active", "write_date"], "order": "id", "limit": {size}, "offset": {offset}}}}',
        items: 'result',
        paging: 'offset',
        offsetParam: '',
        size: 200,
        stop: 'empty',
        failure: 'error.data.message',
        emptyFalse: true,
        yesNoFields: 'active',
        references: 'both',
        lastField: 'write_date',
        lastStart: '2000-01-01 00:00:00',
      },
    },
  ],
};
