// Lists the categories of a store as rows with their paths. VTEX answers the whole tree at once.
import { isJsonObject, type Json, type JsonObject } from '@eclusa/flow';
import { listOf, vtexList } from '../vtex/vtex-list';

const request = 'GET /api/catalog_system/pub/category/tree/{categoryLevels}';
/** VTEX shows three levels in the store, its catalogue keeps more. */
const allLevels = 20;

export default vtexList({
  id: 'vtex.category-list',
  version: 1,
  name: { en: 'List categories', es: 'Listar categorías', pt: 'Listar categorias' },
  help: {
    en: 'Gives one row for each category: id, name, path from the department down, level (1 for departments) and the id of the one above. A parent comes before its children. VTEX’s tree does not say whether a category is active: "Read category" does.',
    es: 'Da una fila por cada categoría: id, nombre, ruta desde el departamento, nivel (1 para departamentos) e id de la categoría superior. La superior viene antes que sus hijas. El árbol de VTEX no dice si una categoría está activa: «Leer categoría» sí.',
    pt: 'Dá uma linha para cada categoria: id, nome, caminho desde o departamento, nível (1 para departamentos) e id da categoria acima. A de cima vem antes das filhas. A árvore da VTEX não diz se uma categoria está ativa: "Ler categoria" diz.',
  },
  keywords: [
    'category',
    'categories',
    'categoría',
    'categoria',
    'departamento',
    'tree',
    'árbol',
    'árvore',
    'listar',
  ],
  area: 'catalog',
  request,
  fields: {
    separator: {
      kind: 'text',
      default: '/',
      maxLength: 5,
      name: { en: 'Between the names', es: 'Entre los nombres', pt: 'Entre os nomes' },
      help: {
        en: 'What stands between two levels of the path.',
        es: 'Lo que separa dos niveles de la ruta.',
        pt: 'O que separa dois níveis do caminho.',
      },
    },
    levels: {
      kind: 'number',
      default: allLevels,
      min: 1,
      max: allLevels,
      integer: true,
      advanced: true,
      name: { en: 'Levels at most', es: 'Niveles como máximo', pt: 'Níveis no máximo' },
      help: {
        en: '1 gives departments only, 2 their categories too.',
        es: '1 da solo los departamentos, 2 también sus categorías.',
        pt: '1 dá só os departamentos, 2 também as categorias deles.',
      },
    },
  },
  async read(_at, { send, config }) {
    const levels = typeof config['levels'] === 'number' ? config['levels'] : allLevels;
    const tree = listOf(await send(request, { params: { categoryLevels: levels } }), request);
    const separator = typeof config['separator'] === 'string' ? config['separator'] : '/';
    return { items: tree.flatMap((node) => rowsOf(node, { names: [], id: null }, separator)), next: null };
  },
  example: {
    config: { connection: 'store', separator: '/' },
    input: [],
    output: {
      out: [
        {
          id: 1,
          name: 'Eletroportáteis',
          path: 'Eletroportáteis',
          level: 1,
          parentId: null,
          hasChildren: true,
          url: 'https://lojademo.vtexcommercestable.com.br/eletroportateis',
          title: 'Eletroportáteis',
          description: '',
        },
        {
          id: 2,
          name: 'Cafeteiras',
          path: 'Eletroportáteis/Cafeteiras',
          level: 2,
          parentId: 1,
          hasChildren: false,
          url: 'https://lojademo.vtexcommercestable.com.br/eletroportateis/cafeteiras',
          title: 'Cafeteiras',
          description: '',
        },
      ],
    },
  },
});

interface Parent {
  names: string[];
  id: Json;
}

function rowsOf(node: Json, parent: Parent, separator: string): JsonObject[] {
  if (!isJsonObject(node)) return [];
  const {
    id = null,
    name = null,
    hasChildren = false,
    url = null,
    children,
    Title,
    MetaTagDescription,
  } = node;
  const names = [...parent.names, String(name)];
  const row: JsonObject = {
    ...{ id, name, path: names.join(separator), level: names.length, parentId: parent.id },
    ...{ hasChildren, url, title: Title ?? null, description: MetaTagDescription ?? null },
  };
  const below = Array.isArray(children) ? children : [];
  return [row, ...below.flatMap((child) => rowsOf(child, { names, id }, separator))];
}
