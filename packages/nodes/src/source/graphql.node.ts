// Rows that a GraphQL server answers to a query, page by page by its cursors.
import { defineNode } from '@eclusa/flow';
import { connectionField, pathField } from '../graphql/fields';
import { readGraphql, type GraphqlSourceConfig } from '../graphql/read';
import { maxPagesField, sizeLimitField, timeoutField } from '../net/call-limit-fields';
import { lastFields } from './http-value-fields';

export default defineNode<GraphqlSourceConfig>({
  id: 'source.graphql',
  version: 1,
  group: 'source',
  name: { en: 'Read from GraphQL', es: 'Leer de GraphQL', pt: 'Ler de GraphQL' },
  help: {
    en: 'Sends a query to a GraphQL server and takes a list of its answer as rows, page by page where it has cursors.',
    es: 'Envía una consulta a un servidor GraphQL y toma una lista de la respuesta como filas, página por página si tiene cursores.',
    pt: 'Envia uma consulta a um servidor GraphQL e usa uma lista da resposta como linhas, página por página se houver cursores.',
  },
  keywords: ['graphql', 'query', 'api', 'shopify', 'consulta', 'erp', 'cursor'],
  fields: {
    connection: connectionField,
    query: {
      kind: 'text',
      required: true,
      multiline: true,
      maxLength: 50_000,
      placeholder:
        'query ($first: Int, $after: String) { products(first: $first, after: $after) { nodes { id name } pageInfo { hasNextPage endCursor } } }',
      name: { en: 'Query', es: 'Consulta', pt: 'Consulta' },
      help: {
        en: 'As the server’s own explorer takes it. For more than one page it needs pageInfo { hasNextPage endCursor } and a variable for the cursor.',
        es: 'Tal como la acepta el explorador del servidor. Para más de una página necesita pageInfo { hasNextPage endCursor } y una variable para el cursor.',
        pt: 'Como o explorador do próprio servidor aceita. Para mais de uma página, precisa de pageInfo { hasNextPage endCursor } e de uma variável para o cursor.',
      },
    },
    variables: {
      kind: 'code',
      language: 'json',
      places: true,
      name: { en: 'Variables', es: 'Variables', pt: 'Variáveis' },
      help: {
        en: 'JSON. "{name}" stands for a parameter of the flow, "{last}" for the highest value read so far, or null in the first run.',
        es: 'JSON. "{nombre}" representa un parámetro del flujo, "{last}" el valor más alto leído hasta ahora, o null en la primera ejecución.',
        pt: 'JSON. "{nome}" representa um parâmetro do fluxo, "{last}" o maior valor lido até agora, ou null na primeira execução.',
      },
    },
    items: {
      kind: 'text',
      required: true,
      placeholder: 'products',
      maxLength: 500,
      name: { en: 'Where the list is', es: 'Dónde está la lista', pt: 'Onde está a lista' },
      help: {
        en: 'The path within data, such as products or viewer.orders: down to what holds nodes or edges, or to the list itself.',
        es: 'La ruta dentro de data, como products o viewer.orders: hasta lo que contiene nodes o edges, o hasta la lista misma.',
        pt: 'O caminho dentro de data, como products ou viewer.orders: até o que contém nodes ou edges, ou até a própria lista.',
      },
    },
    ...lastFields,
    size: {
      kind: 'number',
      default: 100,
      min: 1,
      max: 10_000,
      integer: true,
      advanced: true,
      unit: { en: 'rows', es: 'filas', pt: 'linhas' },
      name: { en: 'Page size', es: 'Tamaño de página', pt: 'Tamanho da página' },
      help: {
        en: 'Goes into the variable named below.',
        es: 'Va en la variable indicada abajo.',
        pt: 'Vai na variável indicada abaixo.',
      },
    },
    firstName: {
      kind: 'text',
      default: 'first',
      advanced: true,
      maxLength: 100,
      name: { en: 'Variable with the page size', es: 'Variable con el tamaño', pt: 'Variável com o tamanho' },
      help: {
        en: 'Its name in the query, without $. Empty: not sent.',
        es: 'Su nombre en la consulta, sin $. Vacío: no se envía.',
        pt: 'O nome dela na consulta, sem $. Vazio: não é enviada.',
      },
    },
    afterName: {
      kind: 'text',
      default: 'after',
      advanced: true,
      maxLength: 100,
      name: { en: 'Variable with the cursor', es: 'Variable con el cursor', pt: 'Variável com o cursor' },
      help: {
        en: 'Its name in the query, without $. Empty: not sent.',
        es: 'Su nombre en la consulta, sin $. Vacío: no se envía.',
        pt: 'O nome dela na consulta, sem $. Vazio: não é enviada.',
      },
    },
    path: pathField,
    timeoutSeconds: timeoutField,
    maxMegabytes: sizeLimitField,
    maxPages: maxPagesField,
  },
  behaviour: { kind: 'source', read: readGraphql },
  example: {
    config: {
      connection: 'erp',
      query:
        'query ($first: Int, $after: String) { products(first: $first, after: $after) { nodes { code name } pageInfo { hasNextPage endCursor } } }',
      items: 'products',
    },
    input: [],
    output: {
      out: [
        { code: 'P-1', name: 'Cafeteira' },
        { code: 'P-2', name: 'Chaleira' },
        { code: 'P-3', name: 'Coador' },
      ],
    },
  },
});
