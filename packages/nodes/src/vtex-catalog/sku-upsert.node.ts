// Creates or updates a SKU by its RefId and adds its EAN. Born inactive: VTEX refuses a new SKU that is active.
import type { Json, JsonObject } from '@eclusa/flow';
import { newId } from '../vtex/coerce';
import { createdId, differs, existingField, idOf, merged, type Change, type EntityId } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { hasStatus } from '../vtex/remote';
import { skuFields } from './sku-fields';
import { lasting } from './sku-write';
import type { Store } from '../vtex/store';
import { vtexAction, type Job } from '../vtex/vtex-action';

const create = 'POST /api/catalog/pvt/stockkeepingunit';
const byRefId = 'GET /api/catalog/pvt/stockkeepingunit';
const one = '/api/catalog/pvt/stockkeepingunit/{skuId}';

export default vtexAction({
  id: 'vtex.sku-upsert',
  version: 1,
  name: { en: 'Create or update SKU', es: 'Crear o actualizar SKU', pt: 'Criar ou atualizar SKU' },
  help: {
    en: 'Finds the SKU by its reference code; creates it when there is none, else changes only what differs, keeping all you did not map. A new SKU is inactive until it has an image: VTEX then activates it by itself. Weights are in grams unless your store’s settings say otherwise, sizes in centimetres; neither may be 0, or freight cannot be calculated. The store’s search and pages show a change seconds to minutes later.',
    es: 'Busca el SKU por su código de referencia; lo crea si no existe y, si existe, cambia solo lo que difiere y conserva lo que usted no mapeó. Un SKU nuevo queda inactivo hasta tener una imagen: entonces VTEX lo activa solo. Los pesos van en gramos, salvo que su tienda use otra unidad, y las medidas en centímetros; ninguno puede ser 0, o no se podrá calcular el flete. La búsqueda y las páginas de la tienda muestran un cambio segundos o minutos después.',
    pt: 'Localiza o SKU pelo código de referência; cria quando não existe e, quando existe, muda só o que difere e mantém tudo o que você não mapeou. Um SKU novo fica inativo até ter uma imagem: aí a própria VTEX o ativa. Os pesos são em gramas, salvo se a sua loja usa outra unidade, e as medidas em centímetros; nenhum pode ser 0, ou o frete não é calculado. A busca e as páginas da loja mostram uma mudança segundos ou minutos depois.',
  },
  keywords: [
    'sku',
    'EAN',
    'variation',
    'variación',
    'variação',
    'peso',
    'weight',
    'item',
    'RefId',
    'cadastro',
  ],
  area: 'catalog',
  request: create,
  also: [
    'GET /api/catalog/pvt/stockkeepingunit',
    'GET /api/catalog/pvt/stockkeepingunit/{skuId}',
    'PUT /api/catalog/pvt/stockkeepingunit/{skuId}',
    'GET /api/catalog/pvt/stockkeepingunit/{skuId}/ean',
    'POST /api/catalog/pvt/stockkeepingunit/{skuId}/ean/{ean}',
  ],
  effect: 'create',
  // Parallel catalogue writes run into deadlocks at VTEX, so few at once.
  concurrency: 4,
  saveAs: 'sku',
  body: skuFields,
  options: { existing: existingField },
  prepare({ config }) {
    const keep = config['existing'] === 'keep';
    return {
      run: (values, job) => upsert(values, job, keep),
      findExisting: (values, { store }) => find(values, store),
    };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'RefId', expression: 'codigo' },
        { target: 'ProductId', expression: '1' },
        { target: 'Name', expression: '"110V"' },
        { target: 'Ean', expression: 'ean' },
        { target: 'PackagedWeightKg', expression: 'peso_g' },
        { target: 'PackagedHeight', expression: '30' },
        { target: 'PackagedWidth', expression: '20' },
        { target: 'PackagedLength', expression: '20' },
      ],
      saveAs: 'sku',
    },
    input: [{ codigo: 'S-1', ean: '7891000315507', peso_g: 1250 }],
    output: {
      out: [
        {
          codigo: 'S-1',
          ean: '7891000315507',
          peso_g: 1250,
          sku: { id: 1, refId: 'S-1', productId: 1, active: false, change: 'created' },
        },
      ],
    },
  },
});

const find = (values: Values, store: Store) =>
  store.find(byRefId, { query: { RefId: String(values['RefId']) } });

interface Outcome {
  id: EntityId;
  active: Json;
  change: Change;
}

async function upsert(values: Values, { store, existing }: Job, keep: boolean): Promise<JsonObject> {
  const { Ean: ean, ...wanted } = values;
  const found = existing ?? (await find(values, store));
  const outcome = found ? await update(found, wanted, store, keep) : await insert(wanted, store, keep);
  if (ean !== undefined && !(keep && outcome.change === 'unchanged')) {
    const added = await addEan(outcome, String(ean), store);
    if (added && outcome.change === 'unchanged') outcome.change = 'updated';
  }
  const { id, active, change } = outcome;
  return { id, refId: values['RefId'] ?? null, productId: values['ProductId'] ?? null, active, change };
}

async function insert(wanted: Values, store: Store, keep: boolean): Promise<Outcome> {
  const ActivateIfPossible = wanted['IsActive'] !== false;
  try {
    const answer = await store.send(create, { body: { ...wanted, IsActive: false, ActivateIfPossible } });
    return { id: createdId(answer, store, create), active: false, change: 'created' };
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
    const { on, existingId } = error.values;
    if (on !== 'RefId' || typeof existingId !== 'number') throw error;
    // Somebody created it between our reading and our writing: the 409 carries its id.
    const found = await store.find(`GET ${one}`, { params: { skuId: existingId } });
    return update(found ?? { Id: existingId }, wanted, store, keep);
  }
}

async function update(found: JsonObject, mapped: Values, store: Store, keep: boolean): Promise<Outcome> {
  const wanted = lasting(mapped);
  const id = idOf(found, byRefId);
  const active = found['IsActive'] === true;
  const known = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== newId));
  if (keep || !differs(found, known)) return { id, active, change: 'unchanged' };
  const body = merged(found, wanted, ['Id']);
  const put = (more: JsonObject) =>
    store.send(`PUT ${one}`, { params: { skuId: id }, body: { ...body, ...more } });
  if (wanted['IsActive'] !== true || active) {
    await put({});
    return { id, active: body['IsActive'] === true, change: 'updated' };
  }
  try {
    await put({ IsActive: true });
    return { id, active: true, change: 'updated' };
  } catch (error) {
    // VTEX refuses to activate a SKU without an image; asked this way it does so when the image comes.
    if (!hasStatus(error, 400)) throw error;
    await put({ IsActive: false, ActivateIfPossible: true });
    return { id, active: false, change: 'updated' };
  }
}

/** True when the EAN was not there. An EAN cannot be updated, only added and taken away. */
async function addEan({ id, change }: Outcome, ean: string, store: Store): Promise<boolean> {
  const params = { skuId: id };
  if (change !== 'created') {
    const held = await store.send(`GET ${one}/ean`, { params });
    if (Array.isArray(held) && held.includes(ean)) return false;
  }
  await store.send(`POST ${one}/ean/{ean}`, { params: { ...params, ean } });
  return true;
}
