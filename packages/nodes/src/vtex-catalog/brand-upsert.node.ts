// Finds a brand by name and creates it when there is none. Refuses to rename or delete any.
import type { Json } from '@eclusa/flow';
import { sameName } from './category-tree';
import { newId } from '../vtex/coerce';
import { createdId, merged, pick, type Change, type EntityId } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import { SharedRead } from '../vtex/shared-read';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction, type Work } from '../vtex/vtex-action';

const create = 'POST /api/catalog/pvt/brand';
const one = '/api/catalog/pvt/brand/{brandId}';
/** `brand/list` ends here; larger stores are read by pages. */
const listLimit = 20_000;

export default vtexAction({
  id: 'vtex.brand-upsert',
  version: 1,
  name: { en: 'Create or find brand', es: 'Crear o buscar marca', pt: 'Criar ou localizar marca' },
  help: {
    en: 'Finds the brand with this name and creates it, active, when there is none. Capitals and double spaces do not matter, and a space at the end never makes a second brand. An inactive brand keeps its products out of the store: switch "Activate an inactive brand" on to mend that.',
    es: 'Busca la marca con este nombre y la crea, activa, si no existe. No importan las mayúsculas ni los espacios dobles, y un espacio al final nunca crea una segunda marca. Una marca inactiva deja sus productos fuera de la tienda: encienda «Activar una marca inactiva» para corregirlo.',
    pt: 'Localiza a marca com este nome e a cria, ativa, quando não existe. Maiúsculas e espaços duplos não importam, e um espaço no fim nunca cria uma segunda marca. Uma marca inativa deixa seus produtos fora da loja: ligue "Ativar uma marca inativa" para corrigir isso.',
  },
  keywords: ['brand', 'marca', 'fabricante', 'manufacturer'],
  area: 'catalog',
  request: create,
  also: [
    'GET /api/catalog_system/pvt/brand/list',
    'GET /api/catalog_system/pvt/brand/pagedlist',
    'GET /api/catalog/pvt/brand/{brandId}',
    'PUT /api/catalog/pvt/brand/{brandId}',
  ],
  effect: 'create',
  concurrency: 4,
  saveAs: 'brand',
  body: {
    Name: target.text(
      { en: 'Name', es: 'Nombre', pt: 'Nome' },
      { required: true, maxLength: 150, suggest: 'marca' },
    ),
    Text: target.text({
      en: 'Description (when created)',
      es: 'Descripción (al crear)',
      pt: 'Descrição (ao criar)',
    }),
    Keywords: target.text({
      en: 'Search words (when created)',
      es: 'Palabras de búsqueda (al crear)',
      pt: 'Palavras de busca (ao criar)',
    }),
    SiteTitle: target.text(
      {
        en: 'Page title (when created)',
        es: 'Título de la página (al crear)',
        pt: 'Título da página (ao criar)',
      },
      { maxLength: 150 },
    ),
  },
  options: {
    activate: {
      kind: 'toggle',
      default: false,
      name: {
        en: 'Activate an inactive brand',
        es: 'Activar una marca inactiva',
        pt: 'Ativar uma marca inativa',
      },
      help: {
        en: 'Off: a brand that somebody switched off in VTEX stays off.',
        es: 'Apagado: una marca que alguien desactivó en VTEX sigue desactivada.',
        pt: 'Desligado: uma marca que alguém desativou na VTEX continua desativada.',
      },
    },
  },
  prepare: ({ config }) => brandWork(config['activate'] === true),
  example: {
    config: { connection: 'store', mapping: [{ target: 'Name', expression: 'marca' }], saveAs: 'brand' },
    input: [
      { codigo: 'A-1', marca: 'Aurora ' },
      { codigo: 'A-2', marca: 'AURORA' },
    ],
    output: {
      out: [
        { codigo: 'A-1', marca: 'Aurora ', brand: { id: 2000000, name: 'Aurora', change: 'created' } },
        { codigo: 'A-2', marca: 'AURORA', brand: { id: 2000000, name: 'Aurora', change: 'created' } },
      ],
    },
  },
});

interface Brand {
  id: EntityId;
  name: string;
  active: boolean;
}

function brandWork(activate: boolean): Work {
  const brands = new BrandList();
  return {
    shareKey: (values) => sameName(String(values['Name'])),
    async run(values, { store, existing }) {
      if (existing) brands.forget();
      const name = String(values['Name']);
      const found = await brands.find(name, store);
      if (!found)
        return answer(
          ...(await store.lock(`brand:${sameName(name)}`, () => createIn(brands, values, store))),
        );
      if (!activate || found.active || found.id === newId) return answer(found, 'unchanged');
      await wake(found.id, store);
      found.active = true;
      return answer(found, 'updated');
    },
    async findExisting(values, { store }) {
      brands.forget();
      const found = await brands.find(String(values['Name']), store);
      return found ? { id: found.id } : null;
    },
  };
}

function answer({ id, name }: Brand, change: Change): Json {
  return { id, name, change };
}

async function createIn(brands: BrandList, values: Values, store: Store): Promise<[Brand, Change]> {
  // Another worker may have made it while this one waited for the lock.
  brands.forget();
  const name = String(values['Name']);
  const found = await brands.find(name, store);
  if (found) return [found, 'unchanged'];
  const body = { ...pick(values, ['Name', 'Text', 'Keywords', 'SiteTitle']), Active: true };
  const brand = { id: createdId(await store.send(create, { body }), store, create), name, active: true };
  brands.add(brand);
  return [brand, 'created'];
}

async function wake(id: number, store: Store): Promise<void> {
  const params = { brandId: id };
  const brand = await store.find(`GET ${one}`, { params });
  if (brand) await store.send(`PUT ${one}`, { params, body: merged(brand, { Active: true }, []) });
}

/** The store's brands by name, read once and kept while a run lasts. */
class BrandList {
  private readonly listed = new SharedRead(load);
  private readonly made = new Map<string, Brand>();

  async find(name: string, store: Store): Promise<Brand | undefined> {
    return (await this.listed.get(store)).get(sameName(name)) ?? this.made.get(sameName(name));
  }

  add(brand: Brand): void {
    this.made.set(sameName(brand.name), brand);
  }

  forget(): void {
    this.listed.forget();
  }
}

async function load(store: Store): Promise<Map<string, Brand>> {
  const list = await store.send('GET /api/catalog_system/pvt/brand/list');
  const first = Array.isArray(list) ? list : [];
  const all = first.length < listLimit ? first : await loadPages(store);
  const byName = new Map<string, Brand>();
  for (const item of all) {
    const { id, name, isActive } = asObject(item) ?? {};
    if (typeof id !== 'number' || typeof name !== 'string') continue;
    // Names are not unique in VTEX: an active one is preferred, then the first.
    const known = byName.get(sameName(name));
    if (!known || (!known.active && isActive === true)) {
      byName.set(sameName(name), { id, name: name.trim(), active: isActive === true });
    }
  }
  return byName;
}

async function loadPages(store: Store): Promise<Json[]> {
  const all: Json[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await store.find('GET /api/catalog_system/pvt/brand/pagedlist', {
      query: { page, pageSize: 1000 },
    });
    const items = answer?.['items'];
    if (!Array.isArray(items) || items.length === 0) return all;
    all.push(...items);
  }
}
