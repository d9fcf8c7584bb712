// Writes one line of a shipping policy's freight table. VTEX inserts a second line of the same range without a word, so
// the table is looked up first; lines of one page go together.
import { isJsonObject, UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { maxId, target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { toDuration } from './duration';
import { FreightLots, sendFreight } from './freight-lots';
import { plainPostalCode } from './postal-code';
import { country, durationHelp, policyId } from './terms';

const read = 'GET /api/logistics/pvt/configuration/freights/{carrierId}/{postalcode}/values';

const operations = { insert: 1, update: 2, delete: 3 } as const;
type Operation = keyof typeof operations;

const postal = { maxLength: 20, required: true };

export default vtexAction({
  id: 'vtex.freight-set',
  version: 1,
  name: { en: 'Set freight values', es: 'Definir valores de flete', pt: 'Definir valores de frete' },
  help: {
    en: 'Writes one line of a shipping policy’s freight table for each row: postal codes from–to, weights in grams from–to, price in decimal currency, time. Rows that come together are sent as one list. Normally the table is looked up first and the line inserted, changed or left alone: VTEX would insert a second line of the same range without a word.',
    es: 'Escribe una línea de la tabla de flete de una política de envío por cada fila: códigos postales desde–hasta, pesos en gramos desde–hasta, precio en moneda decimal, plazo. Las filas que llegan juntas se envían en una lista. Normalmente primero se mira la tabla y la línea se inserta, se cambia o se deja igual: VTEX insertaría una segunda línea del mismo rango sin avisar.',
    pt: 'Escreve uma linha da tabela de frete de uma política de envio para cada linha: CEPs de–até, pesos em gramas de–até, preço em moeda com decimais, prazo. Linhas que chegam juntas são enviadas numa lista. Normalmente a tabela é consultada antes e a linha é inserida, mudada ou deixada como está: a VTEX inseriria uma segunda linha da mesma faixa sem avisar.',
  },
  keywords: [
    'freight',
    'shipping rate',
    'frete',
    'tabela de frete',
    'planilha de frete',
    'flete',
    'tarifa',
    'transportadora',
  ],
  area: 'logistics',
  request: sendFreight,
  also: [read],
  effect: 'create',
  concurrency: 100,
  saveAs: 'freight',
  path: { carrierId: policyId },
  body: {
    zipCodeStart: target.text(
      { en: 'Postal code from', es: 'Código postal desde', pt: 'CEP inicial' },
      { ...postal, suggest: '$exists(cep_inicial) ? cep_inicial : "01000000"' },
    ),
    zipCodeEnd: target.text(
      { en: 'Postal code to', es: 'Código postal hasta', pt: 'CEP final' },
      { ...postal, suggest: '$exists(cep_final) ? cep_final : "01999999"' },
    ),
    weightStart: target.integer(
      { en: 'Weight from', es: 'Peso desde', pt: 'Peso inicial' },
      { required: true, min: 0, unit: units.grams, suggest: '$exists(peso_inicial) ? peso_inicial : 0' },
    ),
    weightEnd: target.integer(
      { en: 'Weight to', es: 'Peso hasta', pt: 'Peso final' },
      { required: true, min: 0, unit: units.grams, suggest: '$exists(peso_final) ? peso_final : 30000' },
    ),
    absoluteMoneyCost: target.number(
      { en: 'Price', es: 'Precio', pt: 'Preço' },
      { required: true, min: 0, unit: units.currency, suggest: '$exists(frete) ? frete : 0' },
    ),
    timeCost: target.text(
      { en: 'Delivery time', es: 'Plazo de entrega', pt: 'Prazo de entrega' },
      {
        required: true,
        unit: units.leadTime,
        maxLength: 20,
        suggest: '$exists(prazo) ? prazo : "3"',
        help: durationHelp,
      },
    ),
    pricePercent: target.number(
      { en: 'Part of the order’s value', es: 'Parte del valor del pedido', pt: 'Parte do valor do pedido' },
      { min: 0, unit: units.percent },
    ),
    pricePercentByWeight: target.number(
      { en: 'Surcharge by weight', es: 'Recargo por peso', pt: 'Acréscimo por peso' },
      { min: 0, unit: units.percent },
    ),
    maxVolume: target.integer(
      { en: 'Largest volume', es: 'Volumen máximo', pt: 'Volume máximo' },
      { min: 0, max: maxId, unit: { en: 'cm³', es: 'cm³', pt: 'cm³' } },
    ),
    country,
    polygon: target.text({ en: 'Polygon', es: 'Polígono', pt: 'Polígono' }, { maxLength: 100 }),
  },
  options: {
    operation: {
      kind: 'choice',
      default: 'save',
      name: { en: 'What to do', es: 'Qué hacer', pt: 'O que fazer' },
      help: {
        en: 'The first is always safe; the others save calls when you know the table.',
        es: 'La primera siempre es segura; las otras ahorran llamadas cuando conoce la tabla.',
        pt: 'A primeira é sempre segura; as outras poupam chamadas quando você conhece a tabela.',
      },
      choices: [
        {
          value: 'save',
          name: {
            en: 'Look, then insert or change',
            es: 'Mirar y luego insertar o cambiar',
            pt: 'Consultar e depois inserir ou mudar',
          },
        },
        {
          value: 'insert',
          name: { en: 'Insert', es: 'Insertar', pt: 'Inserir' },
          help: {
            en: 'Without looking, half the calls: only for a table that is empty.',
            es: 'Sin mirar, la mitad de las llamadas: solo para una tabla vacía.',
            pt: 'Sem consultar, metade das chamadas: só para uma tabela vazia.',
          },
        },
        {
          value: 'update',
          name: { en: 'Change', es: 'Cambiar', pt: 'Mudar' },
          help: {
            en: 'Without looking: map every value, what is not mapped is set to nothing.',
            es: 'Sin mirar: mapee todos los valores, lo no mapeado queda en nada.',
            pt: 'Sem consultar: mapeie todos os valores, o que não está mapeado fica em nada.',
          },
        },
        { value: 'delete', name: { en: 'Delete', es: 'Eliminar', pt: 'Excluir' } },
      ],
    },
    lotSize: {
      kind: 'number',
      default: 100,
      min: 1,
      max: 100,
      integer: true,
      advanced: true,
      name: { en: 'Lines sent together', es: 'Líneas enviadas juntas', pt: 'Linhas enviadas juntas' },
      help: {
        en: 'VTEX takes at most 100 in one call. Fewer make it easier to see which line was refused.',
        es: 'VTEX acepta como máximo 100 por llamada. Con menos se ve más fácil cuál línea fue rechazada.',
        pt: 'A VTEX aceita no máximo 100 por chamada. Com menos fica mais fácil ver qual linha foi recusada.',
      },
    },
  },
  prepare: ({ config }) =>
    freightWork(String(config['operation'] ?? 'save'), Number(config['lotSize'] ?? 100)),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'carrierId', expression: 'transportadora' },
        { target: 'zipCodeStart', expression: 'de' },
        { target: 'zipCodeEnd', expression: 'ate' },
        { target: 'weightStart', expression: '0' },
        { target: 'weightEnd', expression: 'peso' },
        { target: 'absoluteMoneyCost', expression: 'preco' },
        { target: 'timeCost', expression: 'dias' },
      ],
      operation: 'save',
      saveAs: 'freight',
    },
    input: [
      { transportadora: 'normal', de: '01000-000', ate: '01999-999', peso: 5000, preco: 12.9, dias: 2 },
      { transportadora: 'normal', de: '00000-000', ate: '99999-999', peso: 30000, preco: 14, dias: 3 },
    ],
    output: {
      out: [
        {
          transportadora: 'normal',
          de: '01000-000',
          ate: '01999-999',
          peso: 5000,
          preco: 12.9,
          dias: 2,
          freight: { carrierId: 'normal', zipCodes: '01000-000–01999-999', change: 'created' },
        },
        {
          transportadora: 'normal',
          de: '00000-000',
          ate: '99999-999',
          peso: 30000,
          preco: 14,
          dias: 3,
          freight: { carrierId: 'normal', zipCodes: '00000-000–99999-999', change: 'updated' },
        },
      ],
    },
  },
});

function freightWork(wanted: string, lotSize: number) {
  const lots = new FreightLots(lotSize);
  const write = async (operation: Operation, values: Values, store: Store, held: JsonObject | null) => {
    const line = { ...lineOf(values, held), operationType: operations[operation] };
    await lots.add(String(values['carrierId']), line, store, () => isDone(operation, values, store));
    return answer(values, { insert: 'created', update: 'updated', delete: 'deleted' }[operation]);
  };
  return {
    async run(values: Values, { store, existing }: { store: Store; existing?: JsonObject }): Promise<Json> {
      if (existing) return existing;
      if (wanted !== 'save') return write(wanted as Operation, values, store, null);
      const place = `freight:${String(values['carrierId'])}:${placeOf(lineOf(values, null))}`;
      // Two rows of one range would both find nothing, and both insert.
      return store.lock(place, async () => {
        const held = await findLine(values, store);
        if (held && isSame(held, lineOf(values, held))) return answer(values, 'unchanged');
        return write(held ? 'update' : 'insert', values, store, held);
      });
    },
    async findExisting(values: Values, { store }: { store: Store }): Promise<JsonObject | null> {
      return (await isDone(wanted, values, store)) ? answer(values, 'unchanged') : null;
    },
  };
}

/** True when the table looks as it should after this line. */
async function isDone(operation: string, values: Values, store: Store): Promise<boolean> {
  const held = await findLine(values, store);
  return operation === 'delete' ? held === null : held !== null && isSame(held, lineOf(values, held));
}

const answer = ({ carrierId, zipCodeStart, zipCodeEnd }: Values, change: string): JsonObject => ({
  carrierId: carrierId ?? null,
  zipCodes: `${String(zipCodeStart)}–${String(zipCodeEnd)}`,
  change,
});

/** The line of the same range, found through its first postal code. */
async function findLine(values: Values, store: Store): Promise<JsonObject | null> {
  const line = lineOf(values, null);
  const params = { carrierId: String(values['carrierId']), postalcode: String(line['zipCodeStart']) };
  const lines = await store.send(read, { params });
  const all = Array.isArray(lines) ? lines.filter(isJsonObject) : [];
  return all.find((one) => placeOf(one) === placeOf(line)) ?? null;
}

/** VTEX shows postal codes now with and now without zeros in front. */
function placeOf(line: JsonObject): string {
  const plain = (name: string) => plainPostalCode(line[name] ?? '').replace(/^0+/, '');
  const rest = ['country', 'weightStart', 'weightEnd'].map((name) => String(line[name]));
  return [plain('zipCodeStart'), plain('zipCodeEnd'), ...rest, line['polygon'] ?? ''].join('|');
}

function isSame(held: JsonObject, line: JsonObject): boolean {
  const numbers = ['absoluteMoneyCost', 'pricePercent', 'pricePercentByWeight', 'maxVolume'];
  return (
    numbers.every((name) => Number(held[name]) === Number(line[name])) &&
    held['timeCost'] === line['timeCost']
  );
}

/** The line as VTEX takes it, but for what to do with it: the price as a decimal in a text. What is not mapped stays as held. */
function lineOf(values: Values, held: JsonObject | null): JsonObject {
  const { weightStart = 0, weightEnd = 0, absoluteMoneyCost } = values;
  if (Number(weightEnd) < Number(weightStart)) {
    throw new UserError('vtex.freight-weights', { values: { from: weightStart, to: weightEnd } });
  }
  return {
    country: String(values['country'] ?? 'BRA').toUpperCase(),
    zipCodeStart: plainPostalCode(values['zipCodeStart']),
    zipCodeEnd: plainPostalCode(values['zipCodeEnd']),
    weightStart,
    weightEnd,
    absoluteMoneyCost: Number(absoluteMoneyCost).toFixed(2),
    pricePercent: values['pricePercent'] ?? held?.['pricePercent'] ?? 0,
    pricePercentByWeight: values['pricePercentByWeight'] ?? held?.['pricePercentByWeight'] ?? 0,
    maxVolume: values['maxVolume'] ?? held?.['maxVolume'] ?? 1_000_000_000,
    timeCost: toDuration(values['timeCost'] ?? ''),
    polygon: values['polygon'] ?? '',
  };
}
