// Olist Tiny, API version 3.
import type { Preset, PresetFlow } from './preset';

const list = (path: string) => ({
  path,
  items: 'itens',
  paging: 'offset',
  offsetParam: 'offset',
  sizeParam: 'limit',
  size: 100,
  stop: 'empty',
  totalPath: 'paginacao.total',
});

const flows: readonly PresetFlow[] = [
  {
    id: 'products',
    topic: 'catalogue',
    kind: 'read',
    what: { en: 'products', es: 'productos', pt: 'produtos' },
    type: 'source.http',
    config: list('/produtos'),
  },
  {
    id: 'orders',
    topic: 'orders',
    kind: 'read',
    what: { en: 'sales orders', es: 'pedidos de venta', pt: 'pedidos de venda' },
    type: 'source.http',
    config: list('/pedidos'),
  },
  {
    id: 'stock-set',
    topic: 'stock',
    kind: 'write',
    what: { en: 'the stock of a product', es: 'el stock de un producto', pt: 'o estoque de um produto' },
    type: 'output.http',
    config: {
      method: 'POST',
      path: '/estoque/{id}',
      // B: a count, which says how much there is; said twice it stays the same.
      body: '{"tipo": "B", "quantidade": quantidade}',
      repeat: 'again',
      saveAs: 'tiny',
    },
    row: { id: 123, quantidade: 10 },
  },
];

export const tiny: Preset = {
  id: 'tiny',
  system: 'Olist Tiny v3',
  connection: {
    kind: 'http',
    values: {
      baseUrl: 'https://api.tiny.com.br/public-api/v3',
      auth: 'oauth2Code',
      authorizeUrl: 'https://accounts.tiny.com.br/realms/tiny/protocol/openid-connect/auth',
      tokenUrl: 'https://accounts.tiny.com.br/realms/tiny/protocol/openid-connect/token',
      clientAuth: 'body',
      scope: 'openid',
      testPath: '/produtos?limit=1',
    },
    needs: {
      en: 'Client ID and client secret of the application that you register in Tiny with the redirect address shown below. Then press “Sign in”, as a user of Tiny.',
      es: 'ID y secreto de cliente de la aplicación que registra en Tiny con la dirección de retorno que se muestra abajo. Luego pulse «Iniciar sesión», con un usuario de Tiny.',
      pt: 'ID e segredo do cliente do aplicativo que você cadastra no Tiny com o endereço de retorno mostrado abaixo. Depois clique em “Entrar”, com um usuário do Tiny.',
    },
  },
  tried: null,
  flows,
};
