// Saves a schema of Master Data version 2. VTEX replaces the whole schema, so what is not mapped is read and kept.
import type { JsonObject } from '@eclusa/flow';
import { differs, merged, pick } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { dataEntityName, schemaName } from './document-targets';

const path = '/api/dataentities/{dataEntityName}/schemas/{schemaName}';

export default vtexAction({
  id: 'vtex.document-schema-save',
  version: 1,
  name: { en: 'Save schema', es: 'Guardar esquema (schema)', pt: 'Salvar schema' },
  help: {
    en: 'Creates or changes a schema of Master Data version 2. VTEX replaces the whole schema: its triggers and all you did not map are read first and kept, but the fields are those you map, all of them. Only fields in the searchable list can be filtered and sorted by, and VTEX takes a while to index them; searches fail until then. An entity has 60 schemas at most.',
    es: 'Crea o cambia un esquema de Master Data versión 2. VTEX reemplaza el esquema entero: los disparadores y todo lo que usted no mapeó se leen antes y se conservan, pero los campos son los que usted mapea, todos. Solo se filtra y ordena por los campos de la lista de buscables, y VTEX tarda en indexarlos; hasta entonces las búsquedas fallan. Una entidad tiene 60 esquemas como máximo.',
    pt: 'Cria ou muda um schema do Master Data versão 2. A VTEX substitui o schema inteiro: os gatilhos e tudo o que você não mapeou são lidos antes e mantidos, mas os campos são os que você mapeia, todos. Só se filtra e ordena pelos campos da lista de buscáveis, e a VTEX demora a indexá-los; até lá as buscas falham. Uma entidade tem no máximo 60 schemas.',
  },
  keywords: [
    'master data v2',
    'schema',
    'esquema',
    'estructura',
    'estrutura',
    'v-indexed',
    'index',
    'campos',
  ],
  area: 'customers',
  request: `PUT ${path}`,
  also: [`GET ${path}`],
  effect: 'idempotent',
  saveAs: 'schema',
  path: { dataEntityName, schemaName },
  body: {
    properties: target.object(
      { en: 'Fields', es: 'Campos', pt: 'Campos' },
      {
        required: true,
        suggest: '{"email": {"type": "string"}}',
        help: {
          en: 'Every field with its type: {"email": {"type": "string"}}.',
          es: 'Cada campo con su tipo: {"email": {"type": "string"}}.',
          pt: 'Cada campo com seu tipo: {"email": {"type": "string"}}.',
        },
      },
    ),
    'v-indexed': target.list({ en: 'Searchable fields', es: 'Campos buscables', pt: 'Campos buscáveis' }),
    required: target.list({ en: 'Required fields', es: 'Campos obligatorios', pt: 'Campos obrigatórios' }),
  },
  prepare: () => ({ run: (values, { store }) => save(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: '"Newsletter"' },
        { target: 'schemaName', expression: '"v1"' },
        { target: 'properties', expression: 'campos' },
        { target: 'v-indexed', expression: '$keys(campos)' },
      ],
      saveAs: 'schema',
    },
    input: [{ campos: { email: { type: 'string' }, city: { type: 'string' } } }],
    output: {
      out: [
        {
          campos: { email: { type: 'string' }, city: { type: 'string' } },
          schema: { dataEntityName: 'Newsletter', schemaName: 'v1', change: 'updated' },
        },
      ],
    },
  },
});

async function save(values: Values, store: Store): Promise<JsonObject> {
  const { dataEntityName: entity = null, schemaName: name = null, ...wanted } = values;
  const params = pick(values, ['dataEntityName', 'schemaName']) as Record<string, string>;
  const shown = { dataEntityName: entity, schemaName: name };
  const held = await store.find(`GET ${path}`, { params });
  if (held && !differs(held, wanted)) return { ...shown, change: 'unchanged' };
  await store.send(`PUT ${path}`, { params, body: merged(held ?? {}, wanted, []) });
  return { ...shown, change: held ? 'updated' : 'created' };
}
