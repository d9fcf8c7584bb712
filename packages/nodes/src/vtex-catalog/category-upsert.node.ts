// Finds a category by its path of names and creates the levels that are missing. Refuses to rename or delete any.
import { UserError } from '@eclusa/flow';
import { CategoryTree, sameName, type Level } from './category-tree';
import { newId } from '../vtex/coerce';
import { createdId, merged, type Change, type EntityId } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction, type Work } from '../vtex/vtex-action';

const create = 'POST /api/catalog/pvt/category';
const one = '/api/catalog/pvt/category/{categoryId}';

export default vtexAction({
  id: 'vtex.category-upsert',
  version: 1,
  name: { en: 'Create or find category', es: 'Crear o buscar categoría', pt: 'Criar ou localizar categoria' },
  help: {
    en: 'Finds the category at a path such as "Appliances/Coffee makers" and creates the levels that are missing, each once, active. Capitals and double spaces do not matter. VTEX cannot delete a category, so check the paths in a dry run first. An inactive category keeps its products out of the store: switch "Activate inactive levels" on to mend that.',
    es: 'Busca la categoría de una ruta como "Electrodomésticos/Cafeteras" y crea los niveles que faltan, una sola vez y activos. No importan las mayúsculas ni los espacios dobles. VTEX no puede eliminar categorías: revise las rutas antes con una simulación. Una categoría inactiva deja sus productos fuera de la tienda: encienda «Activar niveles inactivos» para corregirlo.',
    pt: 'Localiza a categoria de um caminho como "Eletroportáteis/Cafeteiras" e cria os níveis que faltam, uma única vez e ativos. Maiúsculas e espaços duplos não importam. A VTEX não exclui categorias: confira os caminhos antes com uma simulação. Uma categoria inativa deixa seus produtos fora da loja: ligue "Ativar níveis inativos" para corrigir isso.',
  },
  keywords: ['category', 'department', 'categoría', 'departamento', 'categoria', 'árvore', 'tree'],
  area: 'catalog',
  request: create,
  also: [
    'GET /api/catalog_system/pub/category/tree/{categoryLevels}',
    'GET /api/catalog/pvt/category/{categoryId}',
    'PUT /api/catalog/pvt/category/{categoryId}',
  ],
  effect: 'create',
  concurrency: 4,
  saveAs: 'category',
  body: {
    path: target.text(
      { en: 'Path', es: 'Ruta', pt: 'Caminho' },
      {
        required: true,
        maxLength: 1000,
        help: {
          en: 'Names from the department down, such as "Appliances/Coffee makers".',
          es: 'Nombres desde el departamento hacia abajo, por ejemplo "Electrodomésticos/Cafeteras".',
          pt: 'Nomes a partir do departamento, como "Eletroportáteis/Cafeteiras".',
        },
        suggest: 'categoria',
      },
    ),
    Title: target.text(
      {
        en: 'Page title (when created)',
        es: 'Título de la página (al crear)',
        pt: 'Título da página (ao criar)',
      },
      { maxLength: 150 },
    ),
    Description: target.text({
      en: 'Description (when created)',
      es: 'Descripción (al crear)',
      pt: 'Descrição (ao criar)',
    }),
    Keywords: target.text({
      en: 'Search words (when created)',
      es: 'Palabras de búsqueda (al crear)',
      pt: 'Palavras de busca (ao criar)',
    }),
  },
  options: {
    separator: {
      kind: 'text',
      default: '/',
      maxLength: 5,
      name: { en: 'Between the names', es: 'Entre los nombres', pt: 'Entre os nomes' },
      help: {
        en: 'What stands between two levels, such as / or >.',
        es: 'Lo que separa dos niveles, por ejemplo / o >.',
        pt: 'O que separa dois níveis, como / ou >.',
      },
    },
    activate: {
      kind: 'toggle',
      default: false,
      name: { en: 'Activate inactive levels', es: 'Activar niveles inactivos', pt: 'Ativar níveis inativos' },
      help: {
        en: 'Levels that exist but are inactive are switched on. Reads each category once more.',
        es: 'Los niveles que existen pero están inactivos se activan. Lee cada categoría una vez más.',
        pt: 'Níveis que existem mas estão inativos são ativados. Lê cada categoria mais uma vez.',
      },
    },
  },
  prepare({ config }) {
    const separator =
      typeof config['separator'] === 'string' && config['separator'] !== '' ? config['separator'] : '/';
    return categoryWork(separator, config['activate'] === true);
  },
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'path', expression: 'categoria' }],
      saveAs: 'category',
    },
    input: [
      { codigo: 'A-1', categoria: 'Eletroportáteis/Cafeteiras' },
      { codigo: 'A-2', categoria: 'eletroportáteis / Cafeteiras' },
    ],
    output: {
      out: [
        {
          codigo: 'A-1',
          categoria: 'Eletroportáteis/Cafeteiras',
          category: { id: 2, path: 'Eletroportáteis/Cafeteiras', change: 'created' },
        },
        {
          codigo: 'A-2',
          categoria: 'eletroportáteis / Cafeteiras',
          category: { id: 2, path: 'Eletroportáteis/Cafeteiras', change: 'created' },
        },
      ],
    },
  },
});

function categoryWork(separator: string, activate: boolean): Work {
  const tree = new CategoryTree();
  const active = new Set<EntityId>();
  return {
    shareKey: (values) => split(values, separator).map(sameName).join('\n'),
    async run(values, { store, existing }) {
      if (existing) tree.forget();
      const names = split(values, separator);
      let path = await tree.walk(names, store);
      let change: Change = 'unchanged';
      if (path.some((level) => level.id === undefined)) {
        // Names are not unique in VTEX, so only one worker at a time may find that a level is missing.
        [path, change] = await store.lock('category', () => createMissing(tree, names, values, store));
      }
      if (activate && (await wake(path, active, store)) && change === 'unchanged') change = 'updated';
      return { id: path.at(-1)?.id ?? null, path: names.join(separator), change };
    },
    async findExisting(values, { store }) {
      tree.forget();
      const found = await tree.walk(split(values, separator), store);
      const id = found.at(-1)?.id;
      return id === undefined ? null : { id };
    },
  };
}

function split(values: Values, separator: string): string[] {
  const names = String(values['path'])
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0)
    throw new UserError('vtex.category-path-empty', { values: { value: values['path'] } });
  return names;
}

async function createMissing(
  tree: CategoryTree,
  names: readonly string[],
  values: Values,
  store: Store,
): Promise<[Level[], Change]> {
  // Another worker may have made it while this one waited for the lock.
  tree.forget();
  const path = await tree.walk(names, store);
  const change = path.some((level) => level.id === undefined) ? 'created' : 'unchanged';
  let parent: EntityId = 0;
  for (const [index, level] of path.entries()) {
    if (level.id === undefined) {
      const isLeaf = index === names.length - 1;
      level.id = await createOne(level.name, parent, isLeaf ? values : {}, store);
      tree.add(parent, level.name, level.id);
    }
    parent = level.id;
  }
  return [path, change];
}

async function createOne(name: string, parent: EntityId, values: Values, store: Store): Promise<EntityId> {
  const answer = await store.send(create, {
    body: {
      Name: name,
      FatherCategoryId: parent === 0 ? null : parent,
      Title: values['Title'] ?? name,
      Description: values['Description'] ?? '',
      Keywords: values['Keywords'] ?? '',
      IsActive: true,
      ShowInStoreFront: true,
      ShowBrandFilter: true,
      ActiveStoreFrontLink: true,
      StockKeepingUnitSelectionMode: 'SPECIFICATION',
    },
  });
  return createdId(answer, store, create);
}

// What GET adds and PUT does not take.
const readOnly = ['Id', 'LinkId', 'HasChildren', 'TreePath', 'TreePathIds', 'TreePathLinkIds'];

async function wake(path: readonly Level[], active: Set<EntityId>, store: Store): Promise<boolean> {
  let woken = false;
  for (const { id } of path) {
    if (id === undefined || id === newId || active.has(id)) continue;
    const params = { categoryId: id };
    const category = await store.find(`GET ${one}`, { params });
    if (category && category['IsActive'] !== true) {
      await store.send(`PUT ${one}`, { params, body: merged(category, { IsActive: true }, readOnly) });
      woken = true;
    }
    active.add(id);
  }
  return woken;
}
