// Finds a value of a specification and creates it when there is none. Values are not unique in VTEX.
import type { Json, JsonObject } from '@eclusa/flow';
import { listAt } from './activation-obstacles';
import { fieldId } from './catalog-targets';
import { sameName } from './category-tree';
import { newId } from '../vtex/coerce';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const create = 'POST /api/catalog/pvt/specificationvalue';
const list = 'GET /api/catalog_system/pub/specification/fieldvalue/{fieldId}';

export default vtexAction({
  id: 'vtex.specification-value-create',
  version: 1,
  name: {
    en: 'Create or find value of specification',
    es: 'Crear o buscar valor de especificación',
    pt: 'Criar ou localizar valor de especificação',
  },
  help: {
    en: 'Finds a value to choose from in a specification, such as Blue in Colour, and creates it, active, when there is none. Capitals and double spaces do not matter. Only lists, radio buttons and check boxes have values; VTEX refuses them for text and numbers.',
    es: 'Busca un valor para elegir en una especificación, como Azul en Color, y lo crea, activo, si no existe. No importan las mayúsculas ni los espacios dobles. Solo listas, opciones y casillas tienen valores; VTEX los rechaza para textos y números.',
    pt: 'Localiza um valor para escolher em uma especificação, como Azul em Cor, e o cria, ativo, quando não existe. Maiúsculas e espaços duplos não importam. Só listas, opções e caixas de seleção têm valores; a VTEX os recusa para textos e números.',
  },
  keywords: [
    'specification',
    'especificación',
    'especificação',
    'value',
    'valor',
    'opção',
    'opción',
    'cor',
    'criar',
  ],
  area: 'catalog',
  request: create,
  also: [list],
  effect: 'create',
  concurrency: 4,
  saveAs: 'value',
  body: {
    FieldId: fieldId,
    Name: target.text(
      { en: 'Value', es: 'Valor', pt: 'Valor' },
      { required: true, maxLength: 750, suggest: '$exists(cor) ? cor : "Azul"' },
    ),
    Text: target.text({ en: 'Description', es: 'Descripción', pt: 'Descrição' }),
    IsActive: target.boolean({ en: 'Active', es: 'Activo', pt: 'Ativo' }),
    Position: target.integer({
      en: 'Place in the order',
      es: 'Posición en el orden',
      pt: 'Posição na ordem',
    }),
  },
  prepare: () => ({
    shareKey: (values) => `${String(values['FieldId'])}/${sameName(String(values['Name']))}`,
    run: (values, { store }) => createOrFind(values, store),
    findExisting: (values, { store }) => find(values, store),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'FieldId', expression: 'campo' },
        { target: 'Name', expression: 'valor' },
      ],
      saveAs: 'value',
    },
    input: [
      { campo: 1, valor: '220V' },
      { campo: 1, valor: '110v' },
    ],
    output: {
      out: [
        { campo: 1, valor: '220V', value: { id: 3, fieldId: 1, name: '220V', change: 'created' } },
        { campo: 1, valor: '110v', value: { id: 1, fieldId: 1, name: '110v', change: 'unchanged' } },
      ],
    },
  },
});

function createOrFind(values: Values, store: Store): Promise<Json> {
  const { FieldId: field, Name: name = null } = values;
  const answer = { fieldId: field ?? null, name };
  // One worker at a time: two must not both find that the value is missing.
  return store.lock(`specification-value:${String(field)}`, async () => {
    const found = await find(values, store);
    if (found) return { id: found['FieldValueId'] ?? null, ...answer, change: 'unchanged' };
    const made = asObject(await store.send(create, { body: { IsActive: true, ...values } }));
    const id = store.dryRun ? newId : (made?.['FieldValueId'] ?? null);
    return { id, ...answer, change: 'created' };
  });
}

async function find({ FieldId, Name }: Values, store: Store): Promise<JsonObject | null> {
  if (FieldId === newId) return null;
  const values = await listAt(list, { params: { fieldId: FieldId as number } }, store);
  const name = sameName(String(Name));
  return values.find((value) => sameName(String(value['Value'])) === name) ?? null;
}
