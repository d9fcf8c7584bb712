// Lists the specifications that the products or SKUs of a category have. VTEX answers all at once.
import { UserError } from '@eclusa/flow';
import { listOf, vtexList } from '../vtex/vtex-list';

const own = 'GET /api/catalog_system/pub/specification/field/listByCategoryId/{categoryId}';
const inherited = 'GET /api/catalog_system/pub/specification/field/listTreeByCategoryId/{categoryId}';

export default vtexList({
  id: 'vtex.specification-list',
  version: 1,
  name: {
    en: 'List specifications of a category',
    es: 'Listar especificaciones de una categoría',
    pt: 'Listar especificações de uma categoria',
  },
  help: {
    en: 'Gives one row for each specification that products of a category have: id (FieldId), name, active or not, and whether it belongs to SKUs or to products. Categories inherit the specifications of those above them; switch that off to see only the category’s own.',
    es: 'Da una fila por cada especificación que tienen los productos de una categoría: id (FieldId), nombre, activa o no, y si es de SKU o de producto. Las categorías heredan las especificaciones de las superiores; apáguelo para ver solo las propias.',
    pt: 'Dá uma linha para cada especificação que os produtos de uma categoria têm: id (FieldId), nome, ativa ou não, e se é de SKU ou de produto. As categorias herdam as especificações das que estão acima; desligue isso para ver só as próprias.',
  },
  keywords: ['specification', 'especificación', 'especificação', 'campo', 'field', 'atributo', 'categoria'],
  area: 'catalog',
  request: inherited,
  also: [own],
  fields: {
    categoryId: {
      kind: 'number',
      required: true,
      integer: true,
      min: 1,
      name: { en: 'Category (id)', es: 'Categoría (id)', pt: 'Categoria (id)' },
      help: {
        en: "The category's id in VTEX, for example 12. The box that lists categories tells it.",
        es: 'El id de la categoría en VTEX, por ejemplo 12. La caja que lista categorías lo dice.',
        pt: 'O id da categoria na VTEX, por exemplo 12. A caixa que lista categorias diz qual é.',
      },
    },
    inherited: {
      kind: 'toggle',
      default: true,
      name: { en: 'With inherited ones', es: 'Con las heredadas', pt: 'Com as herdadas' },
      help: {
        en: 'Also those that departments and categories above hand down.',
        es: 'También las que heredan de los departamentos y categorías superiores.',
        pt: 'Também as que vêm dos departamentos e categorias acima.',
      },
    },
  },
  async read(_at, { send, config }) {
    const { categoryId } = config;
    if (typeof categoryId !== 'number') throw new UserError('vtex.category-missing');
    const request = config['inherited'] === false ? own : inherited;
    return { items: listOf(await send(request, { params: { categoryId } }), request), next: null };
  },
  example: {
    config: { connection: 'store', categoryId: 2, inherited: true },
    input: [],
    output: {
      out: [
        { Name: 'Voltagem', CategoryId: 1, FieldId: 1, IsActive: true, IsStockKeepingUnit: true },
        { Name: 'Material', CategoryId: 1, FieldId: 2, IsActive: true, IsStockKeepingUnit: false },
      ],
    },
  },
});
