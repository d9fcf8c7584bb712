// Finds a specification group of a category by name and creates it when there is none. Names are not unique in VTEX.
import type { Json, JsonObject } from '@eclusa/flow';
import { listAt } from './activation-obstacles';
import { categoryId } from './catalog-targets';
import { sameName } from './category-tree';
import { tellUnknown } from './entity-update';
import { newId } from '../vtex/coerce';
import { createdId } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const create = 'POST /api/catalog/pvt/specificationgroup';
const list = 'GET /api/catalog_system/pvt/specification/groupbycategory/{categoryId}';

export default vtexAction({
  id: 'vtex.specification-group-create',
  version: 1,
  name: {
    en: 'Create or find specification group',
    es: 'Crear o buscar grupo de especificaciones',
    pt: 'Criar ou localizar grupo de especificações',
  },
  help: {
    en: 'Finds the group of this name in a category, such as Features, and creates it when there is none. VTEX would make a second group of the same name, and groups cannot be deleted; this box never does. Categories below inherit what is in it.',
    es: 'Busca el grupo con este nombre en una categoría, como Características, y lo crea si no existe. VTEX haría un segundo grupo con el mismo nombre, y los grupos no se pueden eliminar; esta caja nunca lo hace. Las categorías de abajo heredan lo que contiene.',
    pt: 'Localiza o grupo com este nome em uma categoria, como Características, e o cria quando não existe. A VTEX faria um segundo grupo com o mesmo nome, e grupos não podem ser excluídos; esta caixa nunca faz isso. As categorias abaixo herdam o que há nele.',
  },
  keywords: ['specification', 'especificación', 'especificação', 'group', 'grupo', 'categoria', 'criar'],
  area: 'catalog',
  request: create,
  also: [list],
  effect: 'create',
  concurrency: 4,
  saveAs: 'group',
  body: {
    CategoryId: categoryId,
    Name: target.text(
      { en: 'Name', es: 'Nombre', pt: 'Nome' },
      { required: true, maxLength: 100, suggest: '"Características"' },
    ),
  },
  prepare: () => ({
    shareKey: (values) => `${String(values['CategoryId'])}/${sameName(String(values['Name']))}`,
    async run(values, { store }): Promise<Json> {
      const { CategoryId, Name = null } = values;
      const answer = { name: Name, categoryId: CategoryId ?? null };
      const params = { categoryId: CategoryId as number };
      // One worker at a time: two must not both find that the group is missing.
      return tellUnknown('vtex.category-unknown', params, () =>
        store.lock(`group:${String(CategoryId)}`, async () => {
          const found = await find(values, store);
          if (found) return { id: found['Id'] ?? null, ...answer, change: 'unchanged' };
          const id = createdId(await store.send(create, { body: { ...values } }), store, create);
          return { id, ...answer, change: 'created' };
        }),
      );
    },
    findExisting: (values, { store }) => find(values, store),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'CategoryId', expression: 'categoria' },
        { target: 'Name', expression: 'grupo' },
      ],
      saveAs: 'group',
    },
    input: [
      { categoria: 2, grupo: 'Medidas' },
      { categoria: 1, grupo: 'características' },
    ],
    output: {
      out: [
        {
          categoria: 2,
          grupo: 'Medidas',
          group: { id: 2, name: 'Medidas', categoryId: 2, change: 'created' },
        },
        {
          categoria: 1,
          grupo: 'características',
          group: { id: 1, name: 'características', categoryId: 1, change: 'unchanged' },
        },
      ],
    },
  },
});

async function find({ CategoryId, Name }: Values, store: Store): Promise<JsonObject | null> {
  if (CategoryId === newId) return null;
  const groups = await listAt(list, { params: { categoryId: CategoryId as number } }, store);
  const name = sameName(String(Name));
  return groups.find((group) => sameName(String(group['Name'])) === name) ?? null;
}
