// Finds a specification of a group by name and creates it when there is none. Names are not unique in VTEX.
import type { Json, JsonObject } from '@eclusa/flow';
import { listAt } from './activation-obstacles';
import { sameName } from './category-tree';
import { readAt } from './entity-update';
import { newId } from '../vtex/coerce';
import { createdId } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { maxId, target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const create = 'POST /api/catalog/pvt/specification';
const groupPath = '/api/catalog_system/pub/specification/groupGet/{groupId}';
const list = 'GET /api/catalog_system/pub/specification/field/listByCategoryId/{categoryId}';
const one = 'GET /api/catalog/pvt/specification/{specificationId}';

const type = (value: string, en: string, es: string, pt: string) => ({ value, name: { en, es, pt } });

export default vtexAction({
  id: 'vtex.specification-create',
  version: 1,
  name: {
    en: 'Create or find specification',
    es: 'Crear o buscar especificación',
    pt: 'Criar ou localizar especificação',
  },
  help: {
    en: 'Finds the specification of this name in a group, for SKUs or for products, and creates it, active, when there is none. VTEX would make a second one of the same name, and none can be deleted; this box never does. What is there already is not changed. Only lists, radio buttons and check boxes have values to choose from: "Create or find value of specification".',
    es: 'Busca la especificación con este nombre en un grupo, de SKU o de producto, y la crea, activa, si no existe. VTEX haría una segunda con el mismo nombre, y no se pueden eliminar; esta caja nunca lo hace. La que ya existe no se cambia. Solo listas, opciones y casillas tienen valores para elegir: «Crear o buscar valor de especificación».',
    pt: 'Localiza a especificação com este nome em um grupo, de SKU ou de produto, e a cria, ativa, quando não existe. A VTEX faria uma segunda com o mesmo nome, e nenhuma pode ser excluída; esta caixa nunca faz isso. A que já existe não é alterada. Só listas, opções e caixas de seleção têm valores para escolher: "Criar ou localizar valor de especificação".',
  },
  keywords: [
    'specification',
    'especificación',
    'especificação',
    'field',
    'campo',
    'atributo',
    'criar',
    'ficha técnica',
  ],
  area: 'catalog',
  request: create,
  also: [`GET ${groupPath}`, list, one],
  effect: 'create',
  concurrency: 4,
  saveAs: 'specification',
  body: {
    FieldGroupId: target.integer(
      { en: 'Group id', es: 'Id del grupo', pt: 'Id do grupo' },
      { required: true, min: 1, max: maxId, suggest: '$exists(group.id) ? group.id : groupId' },
    ),
    Name: target.text(
      { en: 'Name', es: 'Nombre', pt: 'Nome' },
      { required: true, maxLength: 100, suggest: '"Cor"' },
    ),
    FieldTypeId: target.text(
      { en: 'Kind', es: 'Tipo', pt: 'Tipo' },
      {
        required: true,
        suggest: '"5"',
        choices: [
          type('1', 'Text', 'Texto', 'Texto'),
          type('2', 'Long text', 'Texto largo', 'Texto longo'),
          type('4', 'Number', 'Número', 'Número'),
          type('5', 'List', 'Lista (combo)', 'Lista (combo)'),
          type('6', 'Radio buttons', 'Opciones (radio)', 'Opções (radio)'),
          type('7', 'Check boxes', 'Casillas (checkbox)', 'Caixas de seleção (checkbox)'),
          type('8', 'Searchable text', 'Texto indexado', 'Texto indexado'),
          type('9', 'Searchable long text', 'Texto largo indexado', 'Texto longo indexado'),
        ],
      },
    ),
    IsStockKeepingUnit: target.boolean(
      { en: 'Belongs to SKUs', es: 'Es de SKU', pt: 'É de SKU' },
      {
        help: {
          en: 'Yes: SKUs differ in it, as in colour or size. Not mapped: it belongs to products.',
          es: 'Sí: los SKU se distinguen por ella, como color o talla. Sin mapear: es de productos.',
          pt: 'Sim: os SKUs diferem nela, como cor ou tamanho. Sem mapear: é de produtos.',
        },
      },
    ),
    IsRequired: target.boolean(
      { en: 'Required', es: 'Obligatoria', pt: 'Obrigatória' },
      {
        help: {
          en: 'A SKU without a value for it cannot be activated.',
          es: 'Un SKU sin valor en ella no se puede activar.',
          pt: 'Um SKU sem valor nela não pode ser ativado.',
        },
      },
    ),
    IsFilter: target.boolean({ en: 'Filter in the store', es: 'Filtro en la tienda', pt: 'Filtro na loja' }),
    IsOnProductDetails: target.boolean({
      en: 'Shown on the product page',
      es: 'Visible en la página del producto',
      pt: 'Visível na página do produto',
    }),
    IsActive: target.boolean({ en: 'Active', es: 'Activa', pt: 'Ativa' }),
    DefaultValue: target.text({ en: 'Value by default', es: 'Valor predeterminado', pt: 'Valor padrão' }),
    Position: target.integer({
      en: 'Place in the order',
      es: 'Posición en el orden',
      pt: 'Posição na ordem',
    }),
  },
  prepare: () => ({
    run: (values, { store }) => createOrFind(values, store),
    findExisting: (values, { store }) => find(values, store),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'FieldGroupId', expression: 'grupo' },
        { target: 'Name', expression: 'nome' },
        { target: 'FieldTypeId', expression: '"5"' },
        { target: 'IsStockKeepingUnit', expression: 'true' },
      ],
      saveAs: 'specification',
    },
    input: [
      { grupo: 1, nome: 'Cor' },
      { grupo: 1, nome: 'VOLTAGEM' },
    ],
    output: {
      out: [
        { grupo: 1, nome: 'Cor', specification: { id: 3, name: 'Cor', groupId: 1, change: 'created' } },
        {
          grupo: 1,
          nome: 'VOLTAGEM',
          specification: { id: 1, name: 'VOLTAGEM', groupId: 1, change: 'unchanged' },
        },
      ],
    },
  },
});

function createOrFind(values: Values, store: Store): Promise<Json> {
  const { FieldGroupId: group, Name: name = null } = values;
  // One worker at a time: two must not both find that it is missing.
  return store.lock(`specification:${String(group)}`, async () => {
    const found = await find(values, store);
    if (found) return { id: found['Id'] ?? null, name, groupId: group ?? null, change: 'unchanged' };
    const categoryId = (await groupOf(group, store))['CategoryId'];
    const body = {
      IsActive: true,
      ...values,
      ...(typeof categoryId === 'number' && { CategoryId: categoryId }),
      FieldTypeId: Number(values['FieldTypeId']),
    };
    const id = createdId(await store.send(create, { body }), store, create);
    return { id, name, groupId: group ?? null, change: 'created' };
  });
}

function groupOf(groupId: Json | undefined, store: Store): Promise<JsonObject> {
  const params = { groupId: groupId as number };
  return readAt({ path: groupPath, params, unknown: 'vtex.specification-group-unknown' }, store);
}

/** The list has no groups, so each specification of the name is read once more. */
async function find(values: Values, store: Store): Promise<JsonObject | null> {
  const { FieldGroupId: group, Name, IsStockKeepingUnit = false } = values;
  if (group === newId) return null;
  const { CategoryId: category } = await groupOf(group, store);
  if (typeof category !== 'number') return null;
  const fields = await listAt(list, { params: { categoryId: category } }, store);
  const wanted = sameName(String(Name));
  for (const field of fields) {
    const fits =
      sameName(String(field['Name'])) === wanted && field['IsStockKeepingUnit'] === IsStockKeepingUnit;
    if (!fits) continue;
    const full = await store.find(one, { params: { specificationId: field['FieldId'] as number } });
    if (full?.['FieldGroupId'] === group) return full;
  }
  return null;
}
