// Creates or updates a SKU by its RefId over SOAP, EAN included. Sends no price: here it would overwrite those of Pricing.
import type { Json, JsonObject, Text } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { existingField } from '../vtex/entity';
import { target, type Target, type Targets } from '../vtex/targets';
import { skuFields } from '../vtex-catalog/sku-fields';
import { change, existing, found, write, type Entity } from './entity-write';
import { soapBox, type SoapJob } from './soap-box';
import type { SoapStore } from './soap-store';

const entity: Entity = {
  method: 'StockKeepingUnitInsertUpdate',
  parameter: 'stockKeepingUnitVO',
  without: ['Price', 'ListPrice', 'CostPrice', 'ProductName', 'DateUpdated', 'IsAvaiable'],
};

const metres: Text = { en: 'metres', es: 'metros', pt: 'metros' };
const kilograms: Text = { en: 'kg', es: 'kg', pt: 'kg' };

const size = (name: Text, suggest: string): Target =>
  target.number(name, { required: true, min: 0.00001, unit: metres, suggest });
const real = (name: Text, unit: Text): Target => target.number(name, { min: 0, unit });

const {
  RefId,
  ProductId,
  Name,
  Ean,
  IsActive,
  ManufacturerCode,
  MeasurementUnit,
  UnitMultiplier,
  ModalType,
} = skuFields as Record<string, Target>;

const targets = {
  ...{ RefId, ProductId, Name, Ean },
  WeightKg: target.number(
    { en: 'Packaged weight', es: 'Peso con embalaje', pt: 'Peso com embalagem' },
    {
      ...{ required: true, min: 0.00001, unit: kilograms },
      suggest: '$exists(peso_g) ? peso_g / 1000 : $parseNumber(peso_kg, ",")',
    },
  ),
  Height: size(
    { en: 'Packaged height', es: 'Alto con embalaje', pt: 'Altura com embalagem' },
    '$parseNumber(altura_cm, ",") / 100',
  ),
  Width: size(
    { en: 'Packaged width', es: 'Ancho con embalaje', pt: 'Largura com embalagem' },
    '$parseNumber(largura_cm, ",") / 100',
  ),
  Length: size(
    { en: 'Packaged length', es: 'Largo con embalaje', pt: 'Comprimento com embalagem' },
    '$parseNumber(comprimento_cm, ",") / 100',
  ),
  RealWeightKg: real({ en: 'Weight', es: 'Peso', pt: 'Peso' }, kilograms),
  RealHeight: real({ en: 'Height', es: 'Alto', pt: 'Altura' }, metres),
  RealWidth: real({ en: 'Width', es: 'Ancho', pt: 'Largura' }, metres),
  RealLength: real({ en: 'Length', es: 'Largo', pt: 'Comprimento' }, metres),
  ...{ IsActive, ManufacturerCode, MeasurementUnit, UnitMultiplier, ModalType },
  EstimatedDateArrival: target.date({
    en: 'Expected arrival',
    es: 'Llegada prevista',
    pt: 'Chegada prevista',
  }),
} as Targets;

const grams = (name: string) => ({ target: name, times: 1000 });
const centimetres = (name: string) => ({ target: name, times: 100 });
const same = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));

export default soapBox({
  id: 'vtex.soap-sku-upsert',
  name: { en: 'Create or update SKU', es: 'Crear o actualizar SKU', pt: 'Criar ou atualizar SKU' },
  help: {
    en: 'Finds the SKU by its reference code; creates it when there is none, else changes only what differs. Weights are in kilograms and sizes in metres here, not in grams and centimetres. Without an image a SKU stays inactive, without an error: use "Activate SKU" afterwards. A new SKU shows a price of 99999 until "Set price" gives it one.',
    es: 'Busca el SKU por su código de referencia; lo crea si no existe y, si existe, cambia solo lo que difiere. Aquí los pesos van en kilogramos y las medidas en metros, no en gramos y centímetros. Sin imagen un SKU queda inactivo, sin error: use después «Activar SKU». Un SKU nuevo muestra un precio de 99999 hasta que «Definir precio» le da uno.',
    pt: 'Localiza o SKU pelo código de referência; cria quando não existe e, quando existe, muda só o que difere. Aqui os pesos são em quilogramas e as medidas em metros, não em gramas e centímetros. Sem imagem um SKU fica inativo, sem erro: use depois "Ativar SKU". Um SKU novo mostra preço 99999 até "Definir preço" dar um a ele.',
  },
  keywords: ['sku', 'EAN', 'variação', 'variación', 'peso', 'StockKeepingUnitInsertUpdate', 'RefId'],
  methods: ['StockKeepingUnitInsertUpdate', 'StockKeepingUnitGetByRefId'],
  effect: 'create',
  saveAs: 'sku',
  targets,
  options: { existing: existingField },
  successor: {
    type: 'vtex.sku-upsert',
    targets: {
      ...same('RefId', 'ProductId', 'Name', 'Ean', 'IsActive', 'ManufacturerCode', 'MeasurementUnit'),
      ...same('UnitMultiplier', 'ModalType'),
      WeightKg: grams('PackagedWeightKg'),
      Height: centimetres('PackagedHeight'),
      Width: centimetres('PackagedWidth'),
      Length: centimetres('PackagedLength'),
      RealWeightKg: grams('WeightKg'),
      RealHeight: centimetres('Height'),
      RealWidth: centimetres('Width'),
      RealLength: centimetres('Length'),
    },
  },
  work: (config) => ({
    run: (values, job) => upsert(values, job, existing(config)),
    findExisting: (values, { soap }) => find(values, soap),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'RefId', expression: 'codigo' },
        { target: 'ProductId', expression: '1' },
        { target: 'Name', expression: '"220V"' },
        { target: 'WeightKg', expression: 'peso_kg' },
        { target: 'Height', expression: '0.3' },
        { target: 'Width', expression: '0.2' },
        { target: 'Length', expression: '0.2' },
      ],
      saveAs: 'sku',
    },
    input: [{ codigo: 'S-9', peso_kg: 1.25 }],
    output: {
      out: [
        {
          codigo: 'S-9',
          peso_kg: 1.25,
          sku: { id: 2, refId: 'S-9', productId: 1, active: false, change: 'created' },
        },
      ],
    },
  },
});

const find = (values: Values, soap: SoapStore) =>
  found(soap, 'StockKeepingUnitGetByRefId', { refId: values['RefId'] ?? null });

async function upsert(
  values: Values,
  { soap, existing: earlier }: SoapJob,
  keep: boolean,
): Promise<JsonObject> {
  const { Ean: ean, ...plain } = values;
  const held = earlier ?? (await find(values, soap));
  const wanted = ean === undefined ? plain : { ...plain, StockKeepingUnitEans: withEan(held, ean) };
  const {
    id,
    entity: made,
    change: what,
  } = held
    ? await change(soap, entity, held, wanted, keep)
    : await write(soap, entity, { IsActive: false, ...wanted }, true);
  const { RefId: refId = null, ProductId: productId = null } = values;
  return { id, refId, productId, active: made['IsActive'] === true, change: what };
}

/** The list replaces the one the SKU has, so what is there goes along. */
function withEan(held: JsonObject | null, ean: Json): Json {
  const list = held?.['StockKeepingUnitEans'];
  const known = Array.isArray(list) ? list : [];
  const has = known.some((one) => (one as JsonObject | null)?.['Ean'] === ean);
  return has ? known : [...known, { Ean: ean }];
}
