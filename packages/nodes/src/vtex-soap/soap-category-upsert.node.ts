// Finds a category by its path of names over SOAP and creates the levels that are missing. The service finds a
// category by name alone, so a name that also stands elsewhere in the tree is refused.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import { newId } from '../vtex/coerce';
import type { Change, EntityId } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { target } from '../vtex/targets';
import { sameName } from '../vtex-catalog/category-tree';
import { change, found, write, type Entity } from './entity-write';
import { soapBox, type SoapWork } from './soap-box';
import type { SoapStore } from './soap-store';

const entity: Entity = { method: 'CategoryInsertUpdate', parameter: 'category' };

export default soapBox({
  id: 'vtex.soap-category-upsert',
  name: { en: 'Create or find category', es: 'Crear o buscar categoría', pt: 'Criar ou localizar categoria' },
  help: {
    en: 'Finds the category at a path such as "Appliances/Coffee makers" and creates the levels that are missing, active. SOAP finds categories by name alone: a name that stands twice in the tree fails the row.',
    es: 'Busca la categoría de una ruta como "Electrodomésticos/Cafeteras" y crea los niveles que faltan, activos. SOAP busca categorías solo por nombre: un nombre que está dos veces en el árbol hace fallar la fila.',
    pt: 'Localiza a categoria de um caminho como "Eletroportáteis/Cafeteiras" e cria os níveis que faltam, ativos. O SOAP localiza categorias só pelo nome: um nome que aparece duas vezes na árvore faz a linha falhar.',
  },
  keywords: [
    'category',
    'categoría',
    'categoria',
    'departamento',
    'CategoryInsertUpdate',
    'CategoryGetByName',
  ],
  methods: ['CategoryInsertUpdate', 'CategoryGetByName'],
  effect: 'create',
  saveAs: 'category',
  targets: {
    path: target.text(
      { en: 'Path', es: 'Ruta', pt: 'Caminho' },
      { required: true, maxLength: 1000, suggest: 'categoria' },
    ),
    Title: target.text({
      en: 'Page title (when created)',
      es: 'Título de la página (al crear)',
      pt: 'Título da página (ao criar)',
    }),
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
        en: 'What stands between two levels in your data, for example / in Shoes/Running.',
        es: 'Lo que separa dos niveles en sus datos, por ejemplo / en Calzado/Running.',
        pt: 'O que separa dois níveis nos seus dados, por exemplo / em Calçados/Corrida.',
      },
    },
    activate: {
      kind: 'toggle',
      default: false,
      name: { en: 'Activate inactive levels', es: 'Activar niveles inactivos', pt: 'Ativar níveis inativos' },
      help: {
        en: 'Off: a category that somebody switched off in VTEX stays off.',
        es: 'Apagado: una categoría que alguien desactivó en VTEX sigue desactivada.',
        pt: 'Desligado: uma categoria que alguém desativou na VTEX continua desativada.',
      },
    },
  },
  successor: {
    type: 'vtex.category-upsert',
    targets: { path: 'path', Title: 'Title', Description: 'Description', Keywords: 'Keywords' },
  },
  work: (config) => categoryWork(String(config['separator'] || '/'), config['activate'] === true),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'path', expression: 'categoria' }],
      saveAs: 'category',
    },
    input: [{ codigo: 'A-1', categoria: 'Casa/Cozinha' }],
    output: {
      out: [
        {
          codigo: 'A-1',
          categoria: 'Casa/Cozinha',
          category: { id: 4, path: 'Casa/Cozinha', change: 'created' },
        },
      ],
    },
  },
});

function categoryWork(separator: string, activate: boolean): SoapWork {
  // What this run has seen or made, by its path: each level is asked for once.
  const known = new Map<string, EntityId>();
  const namesOf = (values: Values): string[] => {
    const names = String(values['path'])
      .split(separator)
      .map((name) => name.trim())
      .filter(Boolean);
    if (names.length === 0)
      throw new UserError('vtex.category-path-empty', { values: { value: values['path'] ?? null } });
    return names;
  };
  const walk = async (names: string[], values: Values, soap: SoapStore): Promise<[EntityId, Change]> => {
    let parent: EntityId | null = null;
    let outcome: Change = 'unchanged';
    for (const [at, name] of names.entries()) {
      const key = names
        .slice(0, at + 1)
        .map(sameName)
        .join('\n');
      const held = known.get(key);
      if (held !== undefined) {
        parent = held;
        continue;
      }
      const own: Values = at === names.length - 1 ? values : {};
      const step: Step = { name, parent, own, activate };
      const { id, change: what } = await level(step, soap);
      known.set(key, id);
      parent = id;
      if (what !== 'unchanged') outcome = what;
    }
    return [parent as EntityId, outcome];
  };
  return {
    async run(values, { soap, existing: earlier }) {
      if (earlier) known.clear();
      const names = namesOf(values);
      const [id, outcome] = await soap.lock('category', () => walk(names, values, soap));
      return { id, path: names.join(separator), change: outcome };
    },
    async findExisting(values, { soap }) {
      const name = namesOf(values).at(-1) ?? '';
      return found(soap, 'CategoryGetByName', { nameCategory: name });
    },
  };
}

interface Step {
  name: string;
  parent: EntityId | null;
  own: Values;
  activate: boolean;
}

async function level({ name, parent, own, activate }: Step, soap: SoapStore) {
  // What hangs below something new cannot be there yet.
  const held = parent === newId ? null : await found(soap, 'CategoryGetByName', { nameCategory: name });
  if (held && (held['FatherCategoryId'] ?? null) !== parent) {
    throw new UserError('vtex.soap-category-ambiguous', { values: { name, id: held['Id'] ?? null } });
  }
  if (held) return change(soap, entity, held, activate ? { IsActive: true } : {}, false);
  const sent: Record<string, Json> = {
    FatherCategoryId: parent,
    Name: name,
    Title: own['Title'] ?? name,
    ...pickOf(own, ['Description', 'Keywords']),
    IsActive: true,
    ShowBrandFilter: true,
  };
  return write(soap, entity, sent, true);
}

const pickOf = (values: Values, names: string[]): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
