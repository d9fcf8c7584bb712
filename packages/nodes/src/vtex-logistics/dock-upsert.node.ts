// Creates a dock or updates it. VTEX's POST replaces the whole, so what is not mapped is read and sent along.
import type { JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { addressOf, addressTargets, withoutAddress } from './address';
import { toDuration } from './duration';
import { keep, orElse } from './keep';
import { dockId, durationHelp } from './terms';

const read = 'GET /api/logistics/pvt/configuration/docks/{dockId}';
const write = 'POST /api/logistics/pvt/configuration/docks';

export default vtexAction({
  id: 'vtex.dock-upsert',
  version: 1,
  name: { en: 'Create or update dock', es: 'Crear o actualizar muelle', pt: 'Criar ou atualizar doca' },
  help: {
    en: 'Creates a dock, or changes what is mapped of one that is there; what is not mapped stays. The list of shipping policies and the list of trade policies replace the ones there. A dock delivers only by the shipping policies it lists. A new one serves trade policy 1 unless you map others.',
    es: 'Crea un muelle, o cambia lo mapeado de uno que ya existe; lo no mapeado se conserva. La lista de políticas de envío y la de políticas comerciales reemplazan a las que había. Un muelle entrega solo por las políticas de envío que lista. Uno nuevo atiende la política comercial 1, salvo que mapee otras.',
    pt: 'Cria uma doca, ou muda o que está mapeado de uma que já existe; o que não está mapeado fica. A lista de políticas de envio e a de políticas comerciais substituem as que havia. Uma doca só entrega pelas políticas de envio que lista. Uma nova atende a política comercial 1, a não ser que você mapeie outras.',
  },
  keywords: ['dock', 'doca', 'muelle', 'expedição', 'expedición', 'shipping', 'cadastrar doca'],
  area: 'logistics',
  request: write,
  also: [read],
  effect: 'idempotent',
  saveAs: 'dock',
  body: {
    id: dockId,
    name: target.text(
      { en: 'Name', es: 'Nombre', pt: 'Nome' },
      {
        maxLength: 100,
        help: {
          en: 'Needed for a new one.',
          es: 'Necesario para uno nuevo.',
          pt: 'Necessário para uma nova.',
        },
      },
    ),
    priority: target.integer({ en: 'Priority', es: 'Prioridad', pt: 'Prioridade' }, { min: 0 }),
    dockTimeFake: target.text(
      { en: 'Processing time', es: 'Tiempo de procesamiento', pt: 'Tempo de processamento' },
      { unit: units.leadTime, maxLength: 20, help: durationHelp },
    ),
    timeFakeOverhead: target.text(
      { en: 'Time added', es: 'Tiempo adicional', pt: 'Tempo adicional' },
      { unit: units.leadTime, maxLength: 20, help: durationHelp },
    ),
    salesChannels: target.list({
      en: 'Trade policies',
      es: 'Políticas comerciales',
      pt: 'Políticas comerciais',
    }),
    freightTableIds: target.list({
      en: 'Shipping policy ids',
      es: 'Ids de políticas de envío',
      pt: 'Ids de políticas de envio',
    }),
    ...addressTargets,
  },
  prepare: () => ({ run: (values, { store }) => saveDock(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'id', expression: 'doca' },
        { target: 'name', expression: 'nome' },
        { target: 'freightTableIds', expression: 'transportadoras' },
        { target: 'dockTimeFake', expression: 'dias' },
        { target: 'city', expression: 'cidade' },
      ],
      saveAs: 'dock',
    },
    input: [
      { doca: 'loja_2_1', nome: 'Doca da loja 2', transportadoras: ['normal'], dias: 1, cidade: 'Campinas' },
      { doca: 'filial_1', nome: 'Doca da filial' },
    ],
    output: {
      out: [
        {
          doca: 'loja_2_1',
          nome: 'Doca da loja 2',
          transportadoras: ['normal'],
          dias: 1,
          cidade: 'Campinas',
          dock: { id: 'loja_2_1', change: 'created' },
        },
        { doca: 'filial_1', nome: 'Doca da filial', dock: { id: 'filial_1', change: 'unchanged' } },
      ],
    },
  },
});

function saveDock(values: Values, store: Store): Promise<JsonObject> {
  const id = String(values['id']);
  return keep(store, {
    read,
    place: 'dockId',
    id,
    needed: ['name'],
    wanted: (held) => wantedOf(values, held),
    write: (body) => store.send(write, { body: sent(id, body) }),
  });
}

function wantedOf(values: Values, held: JsonObject | null): Values {
  const {
    id: _id,
    dockTimeFake,
    timeFakeOverhead,
    salesChannels,
    freightTableIds,
    ...plain
  } = withoutAddress(values);
  const address = addressOf(values, held?.['address']);
  const texts = (list: unknown) => (list as unknown[]).map(String);
  return {
    ...plain,
    ...(dockTimeFake !== undefined && { dockTimeFake: toDuration(dockTimeFake) }),
    ...(timeFakeOverhead !== undefined && { timeFakeOverhead: toDuration(timeFakeOverhead) }),
    ...(salesChannels !== undefined && { salesChannels: texts(salesChannels) }),
    ...(freightTableIds !== undefined && { freightTableIds: texts(freightTableIds) }),
    ...(address && { address }),
  };
}

/** What the POST takes, all of it: what it is not sent would be lost. */
function sent(id: string, body: JsonObject): JsonObject {
  return {
    id,
    name: body['name'] ?? null,
    priority: orElse(body['priority'], 0),
    dockTimeFake: orElse(body['dockTimeFake'], '00:00:00'),
    timeFakeOverhead: orElse(body['timeFakeOverhead'], '00:00:00'),
    salesChannels: orElse(body['salesChannels'], ['1']),
    salesChannel: orElse(body['salesChannel'], null),
    freightTableIds: orElse(body['freightTableIds'], []),
    wmsEndPoint: orElse(body['wmsEndPoint'], null),
    address: orElse(body['address'], null),
    // No document has it in this body, and a dock that was switched off must not come back by a change of its name.
    ...(body['isActive'] === false && { isActive: false }),
  };
}
