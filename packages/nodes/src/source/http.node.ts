// Rows of a list that another system answers over HTTP as JSON. Reads only; it never writes there.
import { defineNode } from '@eclusa/flow';
import { httpFields } from './http-fields';
import { readHttp, type HttpSourceConfig } from './http-read';

export default defineNode<HttpSourceConfig>({
  id: 'source.http',
  version: 1,
  group: 'source',
  name: { en: 'Read from an API', es: 'Leer de una API', pt: 'Ler de uma API' },
  help: {
    en: 'Reads a list from your ERP or any system with an HTTP API, page by page, and goes on where it stopped.',
    es: 'Lee una lista de su ERP o de cualquier sistema con API HTTP, página por página, y continúa donde se quedó.',
    pt: 'Lê uma lista do seu ERP ou de qualquer sistema com API HTTP, página por página, e continua de onde parou.',
  },
  keywords: [
    'erp',
    'rest',
    'json',
    'http',
    'get',
    'api',
    'importar',
    'import',
    'buscar',
    'bling',
    'omie',
    'tiny',
    'olist',
    'odoo',
    'sankhya',
    'protheus',
    'netsuite',
    'ndjson',
  ],
  fields: httpFields,
  behaviour: { kind: 'source', read: readHttp },
  example: {
    config: {
      connection: 'erp',
      path: '/produtos',
      items: 'itens',
      paging: 'page',
      pageParam: 'pagina',
      sizeParam: 'tamanho',
      size: 2,
      stop: 'last',
      totalPath: 'total',
    },
    input: [],
    output: {
      out: [
        { codigo: 'SKU-1', descricao: 'Cafeteira' },
        { codigo: 'SKU-2', descricao: 'Chaleira' },
      ],
    },
  },
});
