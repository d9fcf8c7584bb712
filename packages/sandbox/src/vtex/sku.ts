// Catalog: SKU writes and plain reads. A SKU is born inactive and needs a file, among others, before it may be active.
import {
  flag,
  objectBody,
  optionalId,
  optionalNumber,
  optionalText,
  pathId,
  requiredId,
  requiredNumber,
  requiredText,
  type JsonObject,
} from '../http/fields';
import { json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Sku } from '../store/entities';
import type { Store } from '../store/store';
import { attachEan } from './ean';
import { whyInactive } from './sku-activation';

export const skuNotFound = 'SKU not found.';

export function skuRoutes(store: Store, clock: () => number): Route[] {
  return [
    { request: 'POST /api/catalog/pvt/stockkeepingunit', handler: (call) => create(store, clock, call) },
    { request: 'PUT /api/catalog/pvt/stockkeepingunit/{skuId}', handler: (call) => update(store, call) },
    {
      request: 'GET /api/catalog/pvt/stockkeepingunit/{skuId}',
      handler: (call) => json(findSku(store, call)),
    },
    { request: 'GET /api/catalog/pvt/stockkeepingunit', handler: (call) => byRefId(store, call) },
  ];
}

/** The SKU named in the path, or 404. */
export function findSku(store: Store, call: Call): Sku {
  return store.skus.get(pathId(call.params.skuId)) ?? refuse(404, skuNotFound);
}

function create(store: Store, clock: () => number, call: Call): Reply {
  const body = objectBody(call.body);
  if (flag(body, 'IsActive'))
    refuse(400, 'A SKU cannot be created active. Send IsActive false and ActivateIfPossible true.');
  const wanted = optionalId(body, 'Id');
  if (wanted !== null && store.skus.has(wanted)) refuse(409, 'Sku already created with this Id');
  const ean = optionalText(body, 'Ean') || null;
  const fields = skuFields(store, body, ean !== null, undefined);
  if (ean !== null) checkEanFree(store, ean);
  const created = optionalText(body, 'CreationDate') ?? new Date(clock()).toISOString();
  const sku: Sku = { Id: store.takeId('sku', wanted), ...fields, IsActive: false, CreationDate: created };
  store.putSku(sku);
  store.creates.created('sku', sku.RefId ?? `EAN ${ean}`);
  if (ean !== null) attachEan(store, sku.Id, ean);
  return json(sku);
}

function update(store: Store, call: Call): Reply {
  const before = findSku(store, call);
  const body = objectBody(call.body);
  const hasEan = (store.eansOfSku.get(before.Id)?.length ?? 0) > 0;
  const fields = skuFields(store, body, hasEan, before);
  const CreationDate = optionalText(body, 'CreationDate') ?? before.CreationDate;
  const sku: Sku = { Id: before.Id, ...fields, IsActive: flag(body, 'IsActive'), CreationDate };
  const reason = sku.IsActive ? whyInactive(store, sku, before.IsActive) : undefined;
  if (reason !== undefined) refuse(400, reason);
  store.putSku(sku);
  activateIfPossible(store, sku);
  return json(sku);
}

/** Switches the SKU on when it asks for it and nothing stands in the way. */
export function activateIfPossible(store: Store, sku: Sku): void {
  if (sku.ActivateIfPossible && !sku.IsActive) sku.IsActive = whyInactive(store, sku, false) === undefined;
}

type SkuFields = Omit<Sku, 'Id' | 'IsActive' | 'CreationDate'>;

function skuFields(store: Store, body: JsonObject, hasEan: boolean, before: Sku | undefined): SkuFields {
  const productId = requiredId(body, 'ProductId');
  if (!store.products.has(productId)) refuse(400, `Product ${productId} not found.`);
  const refId = optionalText(body, 'RefId', 50) || null;
  if (refId === null && !hasEan) refuse(400, 'Field RefId or Ean is required');
  checkRefId(store, refId, before?.Id);
  const condition = optionalId(body, 'CommercialConditionId') ?? 1;
  if (condition === 0) refuse(400, 'Field CommercialConditionId does not accept 0');
  if (before?.IsKit && !flag(body, 'IsKit')) refuse(400, 'A kit cannot become a simple SKU again.');
  return {
    ProductId: productId,
    ActivateIfPossible: flag(body, 'ActivateIfPossible'),
    Name: requiredText(body, 'Name', 200),
    RefId: refId,
    ...sizes(body),
    IsKit: flag(body, 'IsKit'),
    RewardValue: optionalNumber(body, 'RewardValue'),
    EstimatedDateArrival: optionalText(body, 'EstimatedDateArrival'),
    ManufacturerCode: optionalText(body, 'ManufacturerCode'),
    CommercialConditionId: condition,
    MeasurementUnit: optionalText(body, 'MeasurementUnit') ?? 'un',
    UnitMultiplier: optionalNumber(body, 'UnitMultiplier') ?? 1,
    ModalType: optionalText(body, 'ModalType'),
    KitItensSellApart: flag(body, 'KitItensSellApart'),
    Videos: Array.isArray(body.Videos) ? body.Videos.map(String) : null,
  };
}

function sizes(
  body: JsonObject,
): Pick<
  SkuFields,
  | 'PackagedHeight'
  | 'PackagedLength'
  | 'PackagedWidth'
  | 'PackagedWeightKg'
  | 'Height'
  | 'Length'
  | 'Width'
  | 'WeightKg'
  | 'CubicWeight'
> {
  const packaged = (name: string): number => {
    const value = requiredNumber(body, name);
    return value >= 0 ? value : refuse(400, `Field ${name} must not be negative`);
  };
  return {
    PackagedHeight: packaged('PackagedHeight'),
    PackagedLength: packaged('PackagedLength'),
    PackagedWidth: packaged('PackagedWidth'),
    PackagedWeightKg: packaged('PackagedWeightKg'),
    Height: optionalNumber(body, 'Height'),
    Length: optionalNumber(body, 'Length'),
    Width: optionalNumber(body, 'Width'),
    WeightKg: optionalNumber(body, 'WeightKg'),
    CubicWeight: optionalNumber(body, 'CubicWeight'),
  };
}

function checkRefId(store: Store, refId: string | null, own: number | undefined): void {
  const same = refId === null ? undefined : store.skuByRefId.get(refId);
  if (same === undefined || same === own) return;
  store.creates.refused('sku', refId ?? '');
  refuse(409, `Sku can not be created because the RefId is registered in Sku id ${same}`);
}

function checkEanFree(store: Store, ean: string): void {
  const same = store.skuByEan.get(ean);
  if (same !== undefined)
    refuse(409, `Sku can not be created because the Ean is registered in Sku id ${same}`);
}

function byRefId(store: Store, call: Call): Reply {
  const refId =
    call.query.get('RefId') ?? call.query.get('refId') ?? refuse(400, 'The parameter RefId is required.');
  const sku = store.skus.get(store.skuByRefId.get(refId) ?? Number.NaN) ?? refuse(404, skuNotFound);
  return json(sku);
}
