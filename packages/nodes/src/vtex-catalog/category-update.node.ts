// Changes one category by its id. A category cannot be deleted and keeps its id for ever.
import { categoryId } from './catalog-targets';
import { updateAt } from './entity-update';
import { maxId, target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';

const path = '/api/catalog/pvt/category/{categoryId}';
/** What GET adds and PUT does not take. */
const without = ['Id', 'LinkId', 'HasChildren', 'TreePath', 'TreePathIds', 'TreePathLinkIds'];

export default vtexAction({
  id: 'vtex.category-update',
  version: 1,
  name: { en: 'Update category', es: 'Actualizar categoría', pt: 'Atualizar categoria' },
  help: {
    en: 'Changes what you map of a category and keeps the rest: VTEX replaces the whole category, so it is read first. Nothing is written when nothing differs. A category cannot be deleted, only switched off; while it is off its products are not shown.',
    es: 'Cambia lo que usted mapea de una categoría y conserva lo demás: VTEX reemplaza la categoría entera, por eso primero se lee. No se escribe nada si no hay diferencias. Una categoría no se puede eliminar, solo desactivar; mientras esté inactiva sus productos no se muestran.',
    pt: 'Muda o que você mapeia de uma categoria e mantém o resto: a VTEX substitui a categoria inteira, por isso ela é lida antes. Nada é gravado quando nada difere. Uma categoria não pode ser excluída, só desativada; enquanto estiver inativa seus produtos não aparecem.',
  },
  keywords: [
    'category',
    'categoría',
    'categoria',
    'departamento',
    'update',
    'atualizar',
    'renomear',
    'desativar',
  ],
  area: 'catalog',
  request: `PUT ${path}`,
  also: [`GET ${path}`],
  effect: 'idempotent',
  concurrency: 4,
  saveAs: 'category',
  path: { categoryId },
  body: {
    Name: target.text({ en: 'Name', es: 'Nombre', pt: 'Nome' }, { maxLength: 150 }),
    FatherCategoryId: target.integer(
      { en: 'Category above (id)', es: 'Categoría superior (id)', pt: 'Categoria acima (id)' },
      {
        min: 1,
        max: maxId,
        help: {
          en: 'Moves the category, with all below it, under another one.',
          es: 'Mueve la categoría, con todo lo que tiene debajo, bajo otra.',
          pt: 'Move a categoria, com tudo o que está abaixo, para baixo de outra.',
        },
      },
    ),
    IsActive: target.boolean({ en: 'Active', es: 'Activa', pt: 'Ativa' }),
    ShowInStoreFront: target.boolean({
      en: 'Shown in the store’s menus',
      es: 'Visible en los menús de la tienda',
      pt: 'Visível nos menus da loja',
    }),
    ActiveStoreFrontLink: target.boolean({
      en: 'Link in the store works',
      es: 'El enlace en la tienda funciona',
      pt: 'O link na loja funciona',
    }),
    ShowBrandFilter: target.boolean({
      en: 'Filter by brand shown',
      es: 'Mostrar el filtro por marca',
      pt: 'Mostrar o filtro por marca',
    }),
    Title: target.text(
      { en: 'Page title', es: 'Título de la página', pt: 'Título da página' },
      { maxLength: 150 },
    ),
    Description: target.text({ en: 'Description', es: 'Descripción', pt: 'Descrição' }),
    Keywords: target.text({ en: 'Search words', es: 'Palabras de búsqueda', pt: 'Palavras de busca' }),
    Score: target.integer({ en: 'Sort score', es: 'Puntaje de orden', pt: 'Pontuação de ordem' }),
    GlobalCategoryId: target.integer(
      { en: 'Google category (id)', es: 'Categoría de Google (id)', pt: 'Categoria do Google (id)' },
      { min: 0, max: maxId },
    ),
  },
  prepare: () => ({
    async run({ categoryId: id, ...wanted }, { store }) {
      const params = { categoryId: id as number };
      const update = { path, params, unknown: 'vtex.category-unknown', wanted, without };
      const { now, change } = await updateAt(update, store);
      return { id: id ?? null, name: now['Name'] ?? null, change };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'categoryId', expression: 'categoria' },
        { target: 'Title', expression: 'titulo' },
      ],
      saveAs: 'category',
    },
    input: [{ categoria: 2, titulo: 'Cafeteiras elétricas' }],
    output: {
      out: [
        {
          categoria: 2,
          titulo: 'Cafeteiras elétricas',
          category: { id: 2, name: 'Cafeteiras', change: 'updated' },
        },
      ],
    },
  },
});
