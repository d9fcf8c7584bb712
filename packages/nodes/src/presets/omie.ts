// Omie. Every call is a POST whose body names the operation and holds the keys of the application.
import type { Preset } from './preset';

const appKey = {
  appKey: {
    en: 'App Key of the application in Omie',
    es: 'App Key de la aplicación en Omie',
    pt: 'App Key do aplicativo na Omie',
  },
};

export const omie: Preset = {
  id: 'omie',
  system: 'Omie',
  connection: {
    kind: 'http',
    values: {
      baseUrl: 'https://app.omie.com.br/api/v1',
      auth: 'apiKey',
      keyPlace: 'body',
      keyName: 'app_secret',
      callsPerSecond: 3,
    },
    needs: {
      en: 'The App Secret of the application, as the key. Its App Key is a parameter of the flow.',
      es: 'El App Secret de la aplicación, como clave. Su App Key es un parámetro del flujo.',
      pt: 'O App Secret do aplicativo, como chave. O App Key é um parâmetro do fluxo.',
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
        method: 'POST',
        path: '/geral/produtos/',
        body: '{"call": "ListarProdutos", "app_key": "{appKey}", "param": [{"pagina": {page}, "registros_por_pagina": {size}, "apenas_importado_api": "N", "filtrar_apenas_omiepdv": "N"}]}',
        items: 'produto_servico_cadastro',
        paging: 'page',
        pageParam: '',
        firstPage: 1,
        size: 50,
        stop: 'last',
        pagesPath: 'total_de_paginas',
        totalPath: 'total_de_registros',
        failure: 'faultstring',
      },
      parameters: appKey,
    },
    {
      id: 'customers',
      topic: 'reports',
      kind: 'read',
      what: { en: 'customers', es: 'clientes', pt: 'clientes' },
      type: 'source.http',
      config: {
        method: 'POST',
        path: '/geral/clientes/',
        body: '{"call": "ListarClientes", "app_key": "{appKey}", "param": [{"pagina": {page}, "registros_por_pagina": {size}, "apenas_importado_api": "N"}]}',
        items: 'clientes_cadastro',
        paging: 'page',
        pageParam: '',
        firstPage: 1,
        size: 50,
        stop: 'last',
        pagesPath: 'total_de_paginas',
        totalPath: 'total_de_registros',
        failure: 'faultstring',
      },
      parameters: appKey,
    },
  ],
};
