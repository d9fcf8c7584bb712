// SOAP methods for SKUs, their EANs, prices and kits. SOAP speaks kilograms and metres where REST has grams and
// centimetres; prices of the message go to the legacy table, and over Pricing's own when they are sent.
import { attachEan } from '../vtex/ean';
import { activateIfPossible } from '../vtex/sku';
import type { Sku } from '../store/entities';
import type { Store } from '../store/store';
import { dto, upsert, type SoapHandler } from './catalogue';
import { SoapFault, type Values } from './message';
import type { Rest } from './rest';

/** What the legacy table holds for a SKU that never got a price. */
const dummyPrice = 99_999;

const id = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

/** Exact to a millionth, so that 0.3 kg is 300 g. */
const times = (value: unknown, factor: number): number =>
  Math.round((typeof value === 'number' ? value : 0) * factor * 1e6) / 1e6;

export function skuMethods(store: Store, rest: Rest): Record<string, SoapHandler> {
  const sku = (key: unknown) => ({ result: skuDto(store, store.skus.get(id(key))) });
  const many = (keep: (one: Sku) => boolean) => ({
    result: [...store.skus.values()].filter(keep).map((one) => skuDto(store, one)),
  });
  return {
    StockKeepingUnitGet: ({ id: key }) => sku(key),
    StockKeepingUnitGetByRefId: ({ refId }) => sku(store.skuByRefId.get(String(refId))),
    StockKeepingUnitGetByEan: ({ EAN13 }) => sku(store.skuByEan.get(String(EAN13))),
    StockKeepingUnitGetAllByProduct: ({ idProduct }) => many((one) => one.ProductId === idProduct),
    StockKeepingUnitGetByManufacturerCode: ({ manufacturer }) =>
      many((one) => one.ManufacturerCode !== null && one.ManufacturerCode === manufacturer),
    StockKeepingUnitInsertUpdate: async (values) =>
      sku(await writeSku(store, rest, dto(values, 'stockKeepingUnitVO'))),
    StockKeepingUnitActive: ({ idStockKeepingUnit }) => activate(store, known(store, idStockKeepingUnit)),
    StockKeepingUnitPriceUpdate: ({ stockKeepintUnitId, ...prices }) =>
      setPrice(store, rest, known(store, stockKeepintUnitId).Id, prices),
    StockKeepingUnitPriceUpdateByRefId: ({ stockKeepintUnitRefId, ...prices }) =>
      setPrice(store, rest, known(store, store.skuByRefId.get(String(stockKeepintUnitRefId))).Id, prices),
    ...kitMethods(rest),
  };
}

/** The SKU, or a fault. */
export function known(store: Store, key: unknown): Sku {
  const sku = store.skus.get(id(key));
  if (!sku) throw new SoapFault('s:Client', `SKU ${String(key)} not found.`);
  return sku;
}

async function writeSku(store: Store, rest: Rest, sent: Values): Promise<number> {
  const held = store.skus.get(id(sent['Id']));
  const eans = ((sent['StockKeepingUnitEans'] ?? []) as { Ean?: string }[]).flatMap(({ Ean }) => Ean ?? []);
  const { Id } = await upsert(rest, '/api/catalog/pvt/stockkeepingunit', sent['Id'], held !== undefined, {
    ...plainMembers(sent),
    ...(held ? {} : { Ean: sent['RefId'] ? null : (eans[0] ?? null) }),
  });
  const sku = known(store, Id);
  if (sent['IsActive'] === true && mayBeActive(store, sku)) sku.IsActive = true;
  if (sent['StockKeepingUnitEans']) replaceEans(store, Id, eans);
  const prices = { price: sent['Price'], listPrice: sent['ListPrice'], costPrice: sent['CostPrice'] };
  if (typeof sent['Price'] === 'number') await setPrice(store, rest, Id, prices, 'over all');
  else if (!held) store.legacyPrices.set(Id, dummyPrice);
  return Id;
}

function plainMembers(sent: Values): Values {
  const real = (name: string, factor: number) => {
    const value = sent[name];
    return typeof value === 'number' && value > 0 ? times(value, factor) : null;
  };
  return {
    ProductId: sent['ProductId'],
    Name: sent['Name'],
    RefId: sent['RefId'] ?? null,
    PackagedHeight: times(sent['Height'], 100),
    PackagedLength: times(sent['Length'], 100),
    PackagedWidth: times(sent['Width'], 100),
    PackagedWeightKg: times(sent['WeightKg'], 1000),
    Height: real('RealHeight', 100),
    Length: real('RealLength', 100),
    Width: real('RealWidth', 100),
    WeightKg: real('RealWeightKg', 1000),
    CubicWeight: sent['CubicWeight'] ?? null,
    IsKit: sent['IsKit'] ?? false,
    CommercialConditionId: sent['CommercialConditionId'] || null,
    EstimatedDateArrival: sent['EstimatedDateArrival'] ?? null,
    ManufacturerCode: sent['ManufacturerCode'] ?? null,
    MeasurementUnit: sent['MeasurementUnit'] ?? null,
    ModalType: sent['ModalType'] ?? null,
    RewardValue: sent['RewardValue'] ?? null,
    UnitMultiplier: sent['UnitMultiplier'] ?? null,
    KitItensSellApart: sent['VenderSeparadamente'] ?? false,
  };
}

function replaceEans(store: Store, skuId: number, eans: readonly string[]): void {
  const held = store.eansOfSku.get(skuId) ?? [];
  for (const ean of held.filter((one) => !eans.includes(one))) store.skuByEan.delete(ean);
  store.eansOfSku.set(
    skuId,
    held.filter((one) => eans.includes(one)),
  );
  for (const ean of eans) {
    const owner = store.skuByEan.get(ean);
    if (owner !== undefined && owner !== skuId) {
      throw new SoapFault('s:Client', `The Ean is registered in Sku id ${owner}`);
    }
    if (owner === undefined) attachEan(store, skuId, ean);
  }
}

/** The REST rule for a SKU that asks to be active as soon as it can. */
function mayBeActive(store: Store, sku: Sku): boolean {
  const asked = { ...sku, IsActive: false, ActivateIfPossible: true };
  activateIfPossible(store, asked);
  return asked.IsActive;
}

function activate(store: Store, sku: Sku): Values {
  if (!mayBeActive(store, sku)) {
    throw new SoapFault(
      's:Client',
      'The SKU cannot be activated: it needs an image, and an active product, brand and category.',
    );
  }
  sku.IsActive = true;
  return {};
}

/** `over all`: sent with the SKU itself, which throws away the fixed prices Pricing holds. */
async function setPrice(
  store: Store,
  rest: Rest,
  skuId: number,
  prices: Values,
  how?: 'over all',
): Promise<Values> {
  const { price, listPrice, costPrice } = prices;
  const fixedPrices = how ? [] : (store.prices.get(skuId)?.fixedPrices ?? []);
  const sent = {
    basePrice: price,
    ...(typeof costPrice === 'number' && { costPrice }),
    ...(typeof listPrice === 'number' && { listPrice }),
  };
  await rest(`PUT /pricing/prices/${skuId}`, { ...sent, fixedPrices });
  store.legacyPrices.set(skuId, Number(price));
  return {};
}

function skuDto(store: Store, sku: Sku | undefined): unknown {
  if (!sku) return null;
  const price = store.prices.get(sku.Id);
  const shared = (value: number | null, by: number) => (value === null ? null : times(value, 1 / by));
  return {
    ...sku,
    Height: shared(sku.PackagedHeight, 100),
    Length: shared(sku.PackagedLength, 100),
    Width: shared(sku.PackagedWidth, 100),
    WeightKg: shared(sku.PackagedWeightKg, 1000),
    RealHeight: shared(sku.Height, 100),
    RealLength: shared(sku.Length, 100),
    RealWidth: shared(sku.Width, 100),
    RealWeightKg: shared(sku.WeightKg, 1000),
    ProductName: store.products.get(sku.ProductId)?.Name ?? null,
    DateUpdated: sku.CreationDate,
    IsAvaiable: sku.IsActive,
    ModalId: null,
    VenderSeparadamente: sku.KitItensSellApart,
    Price: price?.basePrice ?? store.legacyPrices.get(sku.Id) ?? null,
    ListPrice: price?.listPrice ?? null,
    CostPrice: price?.costPrice ?? null,
    StockKeepingUnitEans: (store.eansOfSku.get(sku.Id) ?? []).map((Ean) => ({ Ean })),
  };
}

interface KitItem {
  Id: number;
  StockKeepingUnitParent: number;
  StockKeepingUnitId: number;
  Quantity: number;
  UnitPrice: number;
}

function kitMethods(rest: Rest): Record<string, SoapHandler> {
  const path = '/api/catalog/pvt/stockkeepingunitkit';
  const shown = ({ Quantity, ...item }: KitItem) => ({ ...item, Amount: Quantity });
  const list = async (query: string) => {
    const found = (await rest(`GET ${path}?${query}`)) as KitItem | KitItem[] | null;
    return { result: (Array.isArray(found) ? found : found ? [found] : []).map(shown) };
  };
  return {
    StockKeepingUnitKitListByParent: ({ idSkuParent }) => list(`parentSkuId=${String(idSkuParent)}`),
    StockKeepingUnitKitListBySkuId: ({ idSku }) => list(`skuId=${String(idSku)}`),
    StockKeepingUnitKitDeleteByParent: async ({ idSkuParent }) => {
      await rest(`DELETE ${path}?parentSkuId=${String(idSkuParent)}`);
      return {};
    },
    StockKeepingUnitKitInsertUpdate: async (values) => {
      const { Id: _id, Amount, ...item } = dto(values, 'stockKeepingUnitKit');
      const made = (await rest(`POST ${path}`, { ...item, Quantity: Amount ?? 1 })) as KitItem;
      return { result: shown(made), stockKeepingUnitKitId: made.Id };
    },
  };
}
