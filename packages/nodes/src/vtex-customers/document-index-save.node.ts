// Creates an index of Master Data version 2, which can make the values of fields unique.
import type { JsonObject } from '@eclusa/flow';
import { differs } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { dataEntityName, indexName } from './document-targets';

const all = '/api/dataentities/{dataEntityName}/indices';
const one = `GET ${all}/{index_name}`;

export default vtexAction({
  id: 'vtex.document-index-save',
  version: 1,
  name: {
    en: 'Save index of documents',
    es: 'Guardar índice de documentos',
    pt: 'Salvar índice de documentos',
  },
  help: {
    en: 'Creates an index on an entity of Master Data version 2. Switched to unique, VTEX refuses two documents with the same values, which keeps an integration from doubling them. An equal index that is there is left as it is. It does not make fields searchable: "Save schema" does.',
    es: 'Crea un índice en una entidad de Master Data versión 2. Si es único, VTEX rechaza dos documentos con los mismos valores, lo que evita que una integración los duplique. Un índice igual que ya existe queda como está. No hace buscables los campos: eso lo hace «Guardar esquema (schema)».',
    pt: 'Cria um índice em uma entidade do Master Data versão 2. Se for único, a VTEX recusa dois documentos com os mesmos valores, o que evita que uma integração os duplique. Um índice igual que já existe fica como está. Ele não torna os campos buscáveis: isso é feito por "Salvar schema".',
  },
  keywords: ['master data v2', 'index', 'índice', 'unique', 'único', 'chave', 'clave', 'duplicado'],
  area: 'customers',
  request: `PUT ${all}`,
  also: [one],
  effect: 'idempotent',
  saveAs: 'index',
  path: { dataEntityName },
  body: {
    name: indexName,
    fields: target.text(
      { en: 'Fields', es: 'Campos', pt: 'Campos' },
      {
        required: true,
        maxLength: 500,
        suggest: '"email"',
        help: {
          en: 'One name, or several with commas: together they are the key.',
          es: 'Un nombre, o varios con comas: juntos son la clave.',
          pt: 'Um nome, ou vários com vírgulas: juntos são a chave.',
        },
      },
    ),
    multiple: target.boolean(
      {
        en: 'Several documents may share a value',
        es: 'Varios documentos pueden compartir un valor',
        pt: 'Vários documentos podem ter o mesmo valor',
      },
      { required: true, suggest: 'false' },
    ),
  },
  prepare: () => ({ run: (values, { store }) => save(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'dataEntityName', expression: '"Newsletter"' },
        { target: 'name', expression: 'campo' },
        { target: 'fields', expression: 'campo' },
        { target: 'multiple', expression: 'false' },
      ],
      saveAs: 'index',
    },
    input: [{ campo: 'email' }, { campo: 'phone' }],
    output: {
      out: [
        { campo: 'email', index: { name: 'email', change: 'unchanged' } },
        { campo: 'phone', index: { name: 'phone', change: 'saved' } },
      ],
    },
  },
});

async function save(values: Values, store: Store): Promise<JsonObject> {
  const { dataEntityName: entity, ...wanted } = values;
  const name = wanted['name'] as string;
  const params = { dataEntityName: entity as string };
  const held = await store.find(one, { params: { ...params, index_name: name } });
  if (held && !differs(held, wanted)) return { name, change: 'unchanged' };
  await store.send(`PUT ${all}`, { params, body: wanted, before: async () => held });
  return { name, change: 'saved' };
}
