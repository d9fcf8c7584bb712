// Creates a pickup point or updates it. VTEX's PUT replaces the whole, so what is not mapped is read and sent along.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { addressOf, addressTargets, withoutAddress } from './address';
import { keep, orElse } from './keep';
import { isActive, pickupPointId } from './terms';

const read = 'GET /api/logistics/pvt/configuration/pickuppoints/{pickupPointId}';
const write = 'PUT /api/logistics/pvt/configuration/pickuppoints/{pickupPointId}';

const text = (max: number) => ({ maxLength: max });

export default vtexAction({
  id: 'vtex.pickup-point-upsert',
  version: 1,
  name: {
    en: 'Create or update pickup point',
    es: 'Crear o actualizar punto de retiro',
    pt: 'Criar ou atualizar ponto de retirada',
  },
  help: {
    en: 'Creates a place where customers fetch their orders, or changes what is mapped of one that is there; the rest is read first and kept. The id must have no spaces. Opening hours are a list of {dayOfWeek (0 is Sunday), openingTime, closingTime} and replace the ones there. A new one is active unless you map otherwise.',
    es: 'Crea un lugar donde los clientes retiran sus pedidos, o cambia lo mapeado de uno que ya existe; el resto se lee antes y se conserva. El id no puede tener espacios. Los horarios son una lista de {dayOfWeek (0 es domingo), openingTime, closingTime} y reemplazan a los que había. Uno nuevo queda activo salvo que mapee otra cosa.',
    pt: 'Cria um lugar onde clientes retiram pedidos, ou muda o que está mapeado de um que já existe; o resto é lido antes e mantido. O id não pode ter espaços. Os horários são uma lista de {dayOfWeek (0 é domingo), openingTime, closingTime} e substituem os que havia. Um novo fica ativo, a não ser que você mapeie outra coisa.',
  },
  keywords: [
    'pickup point',
    'ponto de retirada',
    'punto de retiro',
    'loja física',
    'tienda',
    'click and collect',
  ],
  area: 'logistics',
  request: write,
  also: [read],
  effect: 'idempotent',
  saveAs: 'pickupPoint',
  path: { pickupPointId },
  body: {
    name: target.text(
      { en: 'Name', es: 'Nombre', pt: 'Nome' },
      {
        maxLength: 200,
        help: {
          en: 'Needed for a new one.',
          es: 'Necesario para uno nuevo.',
          pt: 'Necessário para um novo.',
        },
      },
    ),
    description: target.text({ en: 'Description', es: 'Descripción', pt: 'Descrição' }, text(1000)),
    instructions: target.text({ en: 'Instructions', es: 'Instrucciones', pt: 'Instruções' }, text(1000)),
    isActive,
    ...addressTargets,
    reference: target.text({ en: 'Reference', es: 'Referencia', pt: 'Referência' }, text(200)),
    latitude: target.number({ en: 'Latitude', es: 'Latitud', pt: 'Latitude' }, { min: -90, max: 90 }),
    longitude: target.number({ en: 'Longitude', es: 'Longitud', pt: 'Longitude' }, { min: -180, max: 180 }),
    businessHours: target.list({ en: 'Opening hours', es: 'Horarios', pt: 'Horários' }),
    tagsLabel: target.list({ en: 'Tags', es: 'Etiquetas', pt: 'Etiquetas' }),
  },
  prepare: () => ({ run: (values, { store }) => savePoint(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'pickupPointId', expression: 'loja' },
        { target: 'name', expression: 'nome' },
        { target: 'postalCode', expression: 'cep' },
        { target: 'city', expression: 'cidade' },
      ],
      saveAs: 'pickupPoint',
    },
    input: [
      { loja: 'loja-sul', nome: 'Loja Sul', cep: '90010-000', cidade: 'Porto Alegre' },
      { loja: 'loja-centro', nome: 'Loja Centro' },
    ],
    output: {
      out: [
        {
          loja: 'loja-sul',
          nome: 'Loja Sul',
          cep: '90010-000',
          cidade: 'Porto Alegre',
          pickupPoint: { id: 'loja-sul', change: 'created' },
        },
        { loja: 'loja-centro', nome: 'Loja Centro', pickupPoint: { id: 'loja-centro', change: 'unchanged' } },
      ],
    },
  },
});

async function savePoint(values: Values, store: Store): Promise<JsonObject> {
  const id = String(values['pickupPointId']);
  if (/\s/.test(id)) throw new UserError('vtex.id-with-spaces', { values: { id } });
  return keep(store, {
    read,
    place: 'pickupPointId',
    id,
    needed: ['name', 'address'],
    wanted: (held) => wantedOf(values, held),
    write: (body) => store.send(write, { params: { pickupPointId: id }, body: sent(id, body) }),
  });
}

function wantedOf(values: Values, held: JsonObject | null): Values {
  const { pickupPointId: _id, reference, latitude, longitude, ...plain } = withoutAddress(values);
  const before = asObject(held?.['address']);
  const address = addressOf(values, held?.['address']) ?? {};
  const location = { ...asObject(before?.['location']), ...given({ latitude, longitude }) };
  const whole = {
    ...address,
    ...given({ reference }),
    ...(Object.keys(location).length > 0 && { location }),
  };
  return { ...plain, ...(Object.keys(whole).length > 0 && { address: whole }) };
}

const given = (values: Record<string, Json | undefined>) =>
  Object.fromEntries(Object.entries(values).filter((one): one is [string, Json] => one[1] !== undefined));

/** What the PUT takes, all of it: what it is not sent would be lost. */
function sent(id: string, body: JsonObject): JsonObject {
  return {
    id,
    name: body['name'] ?? null,
    description: orElse(body['description'], ''),
    instructions: orElse(body['instructions'], ''),
    formatted_address: orElse(body['formatted_address'], ''),
    address: orElse(body['address'], null),
    isActive: orElse(body['isActive'], true),
    businessHours: orElse(body['businessHours'], []),
    tagsLabel: orElse(body['tagsLabel'], []),
    isThirdPartyPickup: orElse(body['isThirdPartyPickup'], false),
  };
}
