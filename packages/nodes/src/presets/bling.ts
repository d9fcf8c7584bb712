// Bling, API version 3.
import type { Preset } from './preset';

export const bling: Preset = {
  id: 'bling',
  system: 'Bling v3',
  connection: {
    kind: 'http',
    values: {
      baseUrl: 'https://api.bling.com.br/Api/v3',
      auth: 'oauth2Code',
      authorizeUrl: 'https://www.bling.com.br/Api/v3/oauth/authorize',
      tokenUrl: 'https://api.bling.com.br/Api/v3/oauth/token',
      clientAuth: 'basic',
      callsPerSecond: 3,
      testPath: '/produtos?limite=1',
    },
    needs: {
      en: 'Client ID and client secret of the application that you register in Bling with the redirect address shown below, and its scopes there. Then press “Sign in”, as a user of Bling who may allow it.',
      es: 'ID y secreto de cliente de la aplicación que registra en Bling con la dirección de retorno que se muestra abajo, y allí sus permisos. Luego pulse «Iniciar sesión», con un usuario de Bling que pueda permitirlo.',
      pt: 'ID e segredo do cliente do aplicativo que você cadastra no Bling com o endereço de retorno mostrado abaixo, e lá os escopos dele. Depois clique em “Entrar”, com um usuário do Bling que possa autorizar.',
    },
  },
  tried: null,
  flows: [
    {
      id: 'products',
      topic: 'catalogue',
      kind: 'read',
      what: { en: 'products', es: 'productos', pt: 'produtos' },
      type: 'source.http',
      config: {
        path: '/produtos',
        items: 'data',
        paging: 'page',
        pageParam: 'pagina',
        firstPage: 1,
        sizeParam: 'limite',
        size: 100,
        stop: 'empty',
      },
    },
    {
      id: 'orders',
      topic: 'orders',
      kind: 'read',
      what: { en: 'sales orders', es: 'pedidos de venta', pt: 'pedidos de venda' },
      type: 'source.http',
      config: {
        path: '/pedidos/vendas',
        items: 'data',
        paging: 'page',
        pageParam: 'pagina',
        firstPage: 1,
        sizeParam: 'limite',
        size: 100,
        stop: 'empty',
      },
    },
    {
      id: 'order-create',
      topic: 'orders',
      kind: 'write',
      what: { en: 'a sales order', es: 'un pedido de venta', pt: 'um pedido de venda' },
      type: 'output.http',
      config: {
        method: 'POST',
        path: '/pedidos/vendas',
        body: '{"contato": {"id": cliente}, "data": data, "numeroLoja": pedido, "itens": [itens.{"codigo": codigo, "descricao": descricao, "quantidade": quantidade, "valor": valor}]}',
        repeat: 'unknown',
        saveAs: 'bling',
      },
      row: {
        pedido: '1-01',
        cliente: 123,
        data: '2026-11-23',
        itens: [{ codigo: 'SKU-1', descricao: 'Cafeteira', quantidade: 1, valor: 199.9 }],
      },
    },
  ],
};
