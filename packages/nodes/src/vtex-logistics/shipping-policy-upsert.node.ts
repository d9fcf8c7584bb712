// Creates a shipping policy or updates it. VTEX's PUT replaces the whole, so what is not mapped is read and sent along.
import type { Json, JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { keep, without } from './keep';
import { isActive, policyId } from './terms';

const read = 'GET /api/logistics/pvt/shipping-policies/{id}';
const create = 'POST /api/logistics/pvt/shipping-policies';
const update = 'PUT /api/logistics/pvt/shipping-policies/{id}';

const currency = { min: 0, unit: units.currency };

export default vtexAction({
  id: 'vtex.shipping-policy-upsert',
  version: 1,
  name: {
    en: 'Create or update shipping policy',
    es: 'Crear o actualizar política de envío',
    pt: 'Criar ou atualizar política de envio',
  },
  help: {
    en: 'Creates a shipping policy (carrier) under an id of yours, or changes what is mapped of one that is there: VTEX replaces the whole policy, so the rest is read first and kept. It delivers only once a dock lists it and it has freight values.',
    es: 'Crea una política de envío (transportadora) con un id suyo, o cambia lo mapeado de una que ya existe: VTEX reemplaza la política entera, por eso el resto se lee antes y se conserva. Solo entrega cuando un muelle la lista y tiene valores de flete.',
    pt: 'Cria uma política de envio (transportadora) com um id seu, ou muda o que está mapeado de uma que já existe: a VTEX substitui a política inteira, por isso o resto é lido antes e mantido. Ela só entrega quando uma doca a lista e quando tem valores de frete.',
  },
  keywords: [
    'shipping policy',
    'carrier',
    'transportadora',
    'política de envio',
    'frete',
    'política de envío',
    'entrega',
  ],
  area: 'logistics',
  request: update,
  also: [create, read],
  effect: 'idempotent',
  saveAs: 'policy',
  path: { id: policyId },
  body: {
    name: target.text(
      { en: 'Name', es: 'Nombre', pt: 'Nome' },
      {
        maxLength: 100,
        help: {
          en: 'Needed for a new one.',
          es: 'Necesario para una nueva.',
          pt: 'Necessário para uma nova.',
        },
      },
    ),
    shippingMethod: target.text(
      { en: 'Shipping method', es: 'Tipo de envío', pt: 'Tipo de frete' },
      {
        maxLength: 100,
        help: {
          en: 'What the customer chooses, such as Normal or Express. Needed for a new one.',
          es: 'Lo que elige el cliente, como Normal o Exprés. Necesario para una nueva.',
          pt: 'O que o cliente escolhe, como Normal ou Expressa. Necessário para uma nova.',
        },
      },
    ),
    isActive,
    deliveryOnWeekends: target.boolean({
      en: 'Delivers on weekends and holidays',
      es: 'Entrega en fines de semana y feriados',
      pt: 'Entrega em fins de semana e feriados',
    }),
    largestMeasure: target.number(
      { en: 'Longest side', es: 'Lado mayor', pt: 'Maior lado' },
      { min: 0, unit: units.centimetres },
    ),
    maxMeasureSum: target.number(
      { en: 'Sum of the sides', es: 'Suma de los lados', pt: 'Soma dos lados' },
      { min: 0, unit: units.centimetres },
    ),
    numberOfItemsPerShipment: target.integer(
      { en: 'Items per shipment', es: 'Ítems por envío', pt: 'Itens por envio' },
      { min: 0, unit: units.pieces },
    ),
    minimumValueAceptable: target.number(
      { en: 'Lowest order value', es: 'Valor mínimo', pt: 'Valor mínimo' },
      currency,
    ),
    maximumValueAceptable: target.number(
      { en: 'Highest order value', es: 'Valor máximo', pt: 'Valor máximo' },
      currency,
    ),
    volumetricFactor: target.number(
      { en: 'Volumetric factor', es: 'Factor de cubicaje', pt: 'Fator de cubagem' },
      { min: 0 },
    ),
  },
  prepare: () => ({ run: (values, { store }) => savePolicy(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'id', expression: 'codigo' },
        { target: 'name', expression: 'nome' },
        { target: 'shippingMethod', expression: 'tipo' },
        { target: 'isActive', expression: 'ativo' },
      ],
      saveAs: 'policy',
    },
    input: [
      { codigo: 'motoboy', nome: 'Motoboy', tipo: 'Expressa', ativo: 'sim' },
      { codigo: 'expresso', ativo: 'não' },
    ],
    output: {
      out: [
        {
          codigo: 'motoboy',
          nome: 'Motoboy',
          tipo: 'Expressa',
          ativo: 'sim',
          policy: { id: 'motoboy', change: 'created' },
        },
        { codigo: 'expresso', ativo: 'não', policy: { id: 'expresso', change: 'updated' } },
      ],
    },
  },
});

/** Written by VTEX alone. */
const ofVtex = [
  'id',
  'processingStatus',
  'deliveryChannel',
  'calculationType',
  'lastIndexedAt',
  'carrierInfo',
];

function savePolicy(values: Values, store: Store): Promise<JsonObject> {
  const id = String(values['id']);
  return keep(store, {
    read,
    place: 'id',
    id,
    needed: ['name', 'shippingMethod'],
    wanted: (held) => wantedOf(values, held),
    write: (body, held) =>
      held
        ? store.send(update, { params: { id }, body: updated(without(body, ofVtex)) })
        : store.send(create, { body: { ...fresh, ...body, id } }),
  });
}

function wantedOf(values: Values, held: JsonObject | null): Values {
  const { id: _id, deliveryOnWeekends, largestMeasure, maxMeasureSum, volumetricFactor, ...plain } = values;
  const inside = (name: string, given: Record<string, Json | undefined>) => {
    const mapped = Object.entries(given).filter((one): one is [string, Json] => one[1] !== undefined);
    const before = asObject(held?.[name] ?? fresh[name]);
    return mapped.length === 0 ? {} : { [name]: { ...before, ...Object.fromEntries(mapped) } };
  };
  return {
    ...plain,
    ...inside('maxDimension', { largestMeasure, maxMeasureSum }),
    ...inside('cubicWeightSettings', { volumetricFactor }),
    ...inside('weekendAndHolidays', {
      saturday: deliveryOnWeekends,
      sunday: deliveryOnWeekends,
      holiday: deliveryOnWeekends,
    }),
  };
}

/** PUT wants one answer for the whole weekend, under another name, beside the three that POST and GET have. */
function updated(body: JsonObject): JsonObject {
  const days = asObject(body['weekendAndHolidays']);
  return { ...body, deliveryOnWeekends: days?.['saturday'] === true && days['sunday'] === true };
}

/** What POST asks for beside the mapped values, as a policy without limits has it. */
const fresh: JsonObject = {
  weekendAndHolidays: { saturday: false, sunday: false, holiday: false },
  maxDimension: { largestMeasure: 0, maxMeasureSum: 0 },
  numberOfItemsPerShipment: 0,
  minimumValueAceptable: 0,
  maximumValueAceptable: 0,
  deliveryScheduleSettings: { useDeliverySchedule: false, maxRangeDelivery: 0, dayOfWeekForDelivery: [] },
  cubicWeightSettings: { volumetricFactor: 0, minimunAcceptableVolumetricWeight: 0 },
  modalSettings: { modals: [], useOnlyItemsWithDefinedModal: false },
  businessHourSettings: { carrierBusinessHours: [], isOpenOutsideBusinessHours: true },
  pickupPointsSettings: { pickupPointIds: [], pickupPointTags: [], sellers: [] },
  isActive: true,
};
