// Creates a warehouse or updates it. VTEX's POST replaces the whole, so what is not mapped is read and sent along.
import { isJsonObject, UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target, units, warehouseId } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { toDuration } from './duration';
import { keep } from './keep';
import { dockId, durationHelp, isActive } from './terms';
import { listWarehouses, Warehouses } from './warehouses';

const read = 'GET /api/logistics/pvt/configuration/warehouses/{warehouseId}';
const write = 'POST /api/logistics/pvt/configuration/warehouses';

export default vtexAction({
  id: 'vtex.warehouse-upsert',
  version: 1,
  name: {
    en: 'Create or update warehouse',
    es: 'Crear o actualizar almacén',
    pt: 'Criar ou atualizar estoque (warehouse)',
  },
  help: {
    en: 'Creates a warehouse, or changes what is mapped of one that is there; what is not mapped stays. Capitals count in the id: one that exists in other capitals is refused, because VTEX would make a second warehouse. With a dock mapped, that dock is added or changed and the others are kept.',
    es: 'Crea un almacén, o cambia lo mapeado de uno que ya existe; lo no mapeado se conserva. En el id importan las mayúsculas: si existe con otras, la fila se rechaza, porque VTEX crearía un segundo almacén. Si mapea un muelle, se agrega o cambia ese y se conservan los demás.',
    pt: 'Cria um estoque (warehouse), ou muda o que está mapeado de um que já existe; o que não está mapeado fica. No id, maiúsculas contam: se existir com outras, a linha é recusada, porque a VTEX criaria um segundo estoque. Com uma doca mapeada, ela é acrescentada ou mudada e as outras ficam.',
  },
  keywords: ['warehouse', 'estoque', 'armazém', 'depósito', 'almacén', 'centro de distribuição', 'cadastrar'],
  area: 'logistics',
  request: write,
  also: [read, listWarehouses],
  effect: 'idempotent',
  saveAs: 'warehouse',
  body: {
    id: warehouseId,
    name: target.text(
      { en: 'Name', es: 'Nombre', pt: 'Nome' },
      {
        maxLength: 100,
        help: {
          en: 'Needed for a new one.',
          es: 'Necesario para uno nuevo.',
          pt: 'Necessário para um novo.',
        },
      },
    ),
    dockId: { ...dockId, required: false },
    time: target.text(
      { en: 'Time to the dock', es: 'Tiempo hasta el muelle', pt: 'Tempo até a doca' },
      { unit: units.leadTime, maxLength: 20, help: durationHelp },
    ),
    cost: target.number(
      { en: 'Cost to the dock', es: 'Costo hasta el muelle', pt: 'Custo até a doca' },
      { min: 0, unit: units.currency },
    ),
    priority: target.integer({ en: 'Priority', es: 'Prioridad', pt: 'Prioridade' }, { min: 0 }),
    isActive,
  },
  prepare: () => {
    const warehouses = new Warehouses();
    return { run: (values, { store }) => saveWarehouse(values, store, warehouses) };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'id', expression: 'deposito' },
        { target: 'name', expression: 'nome' },
        { target: 'dockId', expression: 'doca' },
        { target: 'cost', expression: 'custo' },
      ],
      saveAs: 'warehouse',
    },
    input: [
      { deposito: 'loja_2', nome: 'Loja 2', doca: '1_1_1', custo: 5.5 },
      { deposito: 'filial', nome: 'Filial Sul' },
    ],
    output: {
      out: [
        {
          deposito: 'loja_2',
          nome: 'Loja 2',
          doca: '1_1_1',
          custo: 5.5,
          warehouse: { id: 'loja_2', change: 'created' },
        },
        { deposito: 'filial', nome: 'Filial Sul', warehouse: { id: 'filial', change: 'updated' } },
      ],
    },
  },
});

async function saveWarehouse(values: Values, store: Store, warehouses: Warehouses): Promise<JsonObject> {
  const id = String(values['id']);
  await warehouses.check(id, store);
  return keep(store, {
    read,
    place: 'warehouseId',
    id,
    needed: ['name', 'warehouseDocks'],
    wanted: (held) => wantedOf(values, held),
    async write(body) {
      await store.send(write, { body: { ...body, id, warehouseDocks: sentDocks(body['warehouseDocks']) } });
      warehouses.forget();
    },
  });
}

function wantedOf(values: Values, held: JsonObject | null): Values {
  const { id: _id, dockId: dock, time, cost, ...plain } = values;
  if (dock === undefined) {
    if (time !== undefined || cost !== undefined) throw new UserError('vtex.dock-missing');
    return held ? plain : { warehouseDocks: [], ...plain };
  }
  const before = docksOf(held?.['warehouseDocks']);
  const own = before.find((one) => one['dockId'] === dock);
  const changed = {
    dockId: dock,
    time: time === undefined ? (own?.['time'] ?? '00:00:00') : toDuration(time),
    cost: cost ?? own?.['cost'] ?? 0,
  };
  const warehouseDocks = own
    ? before.map((one) => (one === own ? { ...own, ...changed } : one))
    : [...before, changed];
  return { ...plain, warehouseDocks };
}

const docksOf = (docks: Json | undefined): JsonObject[] =>
  Array.isArray(docks) ? docks.filter(isJsonObject) : [];

/** VTEX shows the cost as a number and takes it as a text. */
function sentDocks(docks: Json | undefined): JsonObject[] {
  return docksOf(docks).map((dock) => ({ ...dock, cost: String(dock['cost'] ?? 0) }));
}
