// Catalog: the ways to find a SKU (RefId, EAN, lists of ids) and the richest read shape, the SKU context.
import { listBody, pathId } from '../http/fields';
import { empty, json, refuse, text, type Call, type Reply, type Route } from '../http/wire';
import type { Product, Sku, Specification } from '../store/entities';
import type { Store } from '../store/store';
import { skuNotFound } from './sku';

const pageLimit = 1000;

export function skuLookupRoutes(store: Store): Route[] {
  const legacy = '/api/catalog_system/pvt/sku';
  const notify = 'skuseller/changenotification/{skuId}';
  return [
    { request: `GET ${legacy}/stockkeepingunitidbyrefid/{refId}`, handler: (call) => idByRefId(store, call) },
    {
      request: 'POST /api/catalog_system/pub/sku/stockkeepingunitidsbyrefids',
      handler: (call) => idsByRefIds(store, call),
    },
    { request: `GET ${legacy}/stockkeepingunitids`, handler: (call) => allIds(store, call) },
    {
      request: `GET ${legacy}/stockkeepingunitidsbysaleschannel`,
      handler: (call) => idsOfPolicy(store, call),
    },
    {
      request: `GET ${legacy}/stockkeepingunitbyid/{skuId}`,
      handler: (call) => json(context(store, store.skus.get(pathId(call.params.skuId)))),
    },
    { request: `GET ${legacy}/stockkeepingunitbyean/{ean}`, handler: (call) => byEan(store, call) },
    {
      request: `GET ${legacy}/stockkeepingunitByProductId/{productId}`,
      handler: (call) => json(ofProduct(store, pathId(call.params.productId))),
    },
    { request: `POST /api/catalog_system/pvt/${notify}`, handler: (call) => changed(store, call) },
    { request: `POST /api/sku-binding/pvt/${notify}`, handler: (call) => changed(store, call) },
  ];
}

function idByRefId(store: Store, call: Call): Reply {
  const id = store.skuByRefId.get(call.params.refId ?? '') ?? refuse(404, skuNotFound);
  return json(String(id));
}

/** Reference ids the store does not know are answered with null; a repeated one breaks the whole call, as documented. */
function idsByRefIds(store: Store, call: Call): Reply {
  const refIds = listBody(call.body).map(String);
  if (new Set(refIds).size !== refIds.length) {
    return json({ Message: 'An error has occurred.' }, 500);
  }
  const ids: [string, string | null][] = refIds.map((refId) => {
    const id = store.skuByRefId.get(refId);
    return [refId, id === undefined ? null : String(id)];
  });
  return json(Object.fromEntries(ids));
}

function allIds(store: Store, call: Call): Reply {
  const page = pathId(call.query.get('page') ?? undefined);
  const size = pathId(call.query.get('pagesize') ?? call.query.get('pageSize') ?? undefined);
  if (!(page >= 1) || !(size >= 1)) refuse(400, 'The parameters page and pagesize are required.');
  if (size > pageLimit) refuse(400, `The parameter pagesize is limited to ${pageLimit}.`);
  const ids: number[] = [];
  let position = 0;
  for (const id of store.skus.keys()) {
    if (position >= page * size) break;
    if (position >= (page - 1) * size) ids.push(id);
    position += 1;
  }
  return json(ids);
}

/** SKUs of the products that are linked to a trade policy. */
function idsOfPolicy(store: Store, call: Call): Reply {
  const number = (name: string) => pathId(call.query.get(name) ?? undefined);
  const policy = number('sc');
  if (!(policy >= 1)) refuse(400, 'The parameter sc is required.');
  const [page, size] = [number('page') || 1, Math.min(number('pageSize') || pageLimit, pageLimit)];
  const ids = [...store.skus.values()]
    .filter((sku) => store.policiesOfProduct.get(sku.ProductId)?.has(policy))
    .map((sku) => sku.Id);
  return json(ids.slice((page - 1) * size, page * size));
}

/** Only active SKUs are found by EAN: a known limit of the real route. */
function byEan(store: Store, call: Call): Reply {
  const sku = store.skus.get(store.skuByEan.get(call.params.ean ?? '') ?? Number.NaN);
  return json(context(store, sku?.IsActive ? sku : undefined));
}

function ofProduct(store: Store, productId: number): object[] {
  const ids = store.skusOfProduct.get(productId) ?? refuse(404, 'Product not found.');
  return ids.flatMap((id) => {
    const sku = store.skus.get(id);
    if (!sku) return [];
    return {
      IsPersisted: true,
      IsRemoved: false,
      Id: sku.Id,
      ProductId: sku.ProductId,
      IsActive: sku.IsActive,
      Name: sku.Name,
      Height: sku.PackagedHeight,
      RealHeight: sku.Height,
      Width: sku.PackagedWidth,
      RealWidth: sku.Width,
      Length: sku.PackagedLength,
      RealLength: sku.Length,
      WeightKg: sku.PackagedWeightKg,
      RealWeightKg: sku.WeightKg,
      ModalId: 1,
      RefId: sku.RefId ?? '',
      CubicWeight: sku.CubicWeight,
      IsKit: sku.IsKit,
      ActivateIfPossible: sku.ActivateIfPossible,
      CommercialConditionId: sku.CommercialConditionId,
      MeasurementUnit: sku.MeasurementUnit,
      UnitMultiplier: sku.UnitMultiplier,
      ManufacturerCode: sku.ManufacturerCode ?? '',
    };
  });
}

function changed(store: Store, call: Call): Reply {
  const id = call.params.skuId ?? '';
  if (store.skus.has(pathId(id))) return empty();
  return text(`Seller StockKeepingUnit \`${id}\` not found for this seller id \`1\``, 404);
}

function context(store: Store, sku: Sku | undefined): object {
  const product = sku && store.products.get(sku.ProductId);
  if (!sku || !product) return refuse(404, skuNotFound);
  const files = [...(store.filesOfSku.get(sku.Id) ?? [])].sort((a, b) => a.Position - b.Position);
  const eans = store.eansOfSku.get(sku.Id) ?? [];
  return {
    Id: sku.Id,
    ProductId: product.Id,
    NameComplete: product.Name === sku.Name ? sku.Name : `${product.Name} ${sku.Name}`,
    ComplementName: '',
    ...productPart(store, product),
    SkuName: sku.Name,
    IsActive: sku.IsActive,
    IsTransported: true,
    IsInventoried: true,
    IsGiftCardRecharge: false,
    ImageUrl: files[0]?.Url ?? null,
    CSCIdentification: null,
    ...dimensions(sku),
    ManufacturerCode: sku.ManufacturerCode ?? '',
    IsKit: sku.IsKit,
    KitItems: kitItems(store, sku.Id),
    Services: [],
    Attachments: [],
    Collections: [],
    SkuSellers: [sellerOf(sku)],
    SalesChannels: [...(store.policiesOfProduct.get(product.Id) ?? [])],
    Images: files.map((file) => ({ ImageUrl: file.Url, ImageName: file.Name, FileId: file.ArchiveId })),
    Videos: sku.Videos ?? [],
    SkuSpecifications: specifications(store, `sku/${sku.Id}`),
    CommercialConditionId: sku.CommercialConditionId,
    RewardValue: sku.RewardValue ?? 0,
    AlternateIds: { ...(eans[0] ? { Ean: eans[0] } : {}), ...(sku.RefId ? { RefId: sku.RefId } : {}) },
    AlternateIdValues: [...eans.slice(0, 1), ...(sku.RefId ? [sku.RefId] : [])],
    EstimatedDateArrival: sku.EstimatedDateArrival,
    MeasurementUnit: sku.MeasurementUnit,
    UnitMultiplier: sku.UnitMultiplier,
    InformationSource: null,
    ModalType: sku.ModalType,
  };
}

function kitItems(store: Store, kit: number): object[] {
  const parts = [...store.kitItems.values()].filter((item) => item.StockKeepingUnitParent === kit);
  return parts.map(({ StockKeepingUnitId, Quantity, UnitPrice }) => ({
    Id: StockKeepingUnitId,
    Amount: Quantity,
    UnitPrice,
  }));
}

function productPart(store: Store, product: Product): object {
  const path = store.categoryPath(product.CategoryId);
  const ids = `/${path.map((category) => category.Id).join('/')}/`;
  const brand = store.brands.get(product.BrandId);
  return {
    ProductName: product.Name,
    ProductDescription: product.Description ?? '',
    ProductRefId: product.RefId ?? '',
    TaxCode: product.TaxCode ?? '',
    DetailUrl: `/${product.LinkId}/p`,
    BrandId: String(product.BrandId),
    BrandName: brand?.Name ?? '',
    IsBrandActive: brand?.Active ?? false,
    Categories: [],
    CategoriesFullPath: [ids],
    ProductSpecifications: specifications(store, `product/${product.Id}`),
    ProductClustersIds: '',
    ProductCategoryIds: ids,
    IsDirectCategoryActive: path.at(-1)?.IsActive ?? false,
    ProductGlobalCategoryId: path.at(-1)?.GlobalCategoryId ?? null,
    ProductCategories: Object.fromEntries(path.map((category) => [category.Id, category.Name])),
    KeyWords: product.KeyWords ?? '',
    ReleaseDate: product.ReleaseDate,
    ProductIsVisible: product.IsVisible,
    ShowIfNotAvailable: product.ShowWithoutStock,
    IsProductActive: product.IsActive,
    ProductFinalScore: product.Score ?? 0,
  };
}

function dimensions(sku: Sku): object {
  return {
    Dimension: {
      cubicweight: sku.CubicWeight ?? 0,
      height: sku.PackagedHeight,
      length: sku.PackagedLength,
      weight: sku.PackagedWeightKg,
      width: sku.PackagedWidth,
    },
    RealDimension: {
      realCubicWeight: 0,
      realHeight: sku.Height ?? 0,
      realLength: sku.Length ?? 0,
      realWeight: sku.WeightKg ?? 0,
      realWidth: sku.Width ?? 0,
    },
  };
}

function sellerOf(sku: Sku): object {
  return {
    SellerId: '1',
    StockKeepingUnitId: sku.Id,
    SellerStockKeepingUnitId: String(sku.Id),
    IsActive: true,
    FreightCommissionPercentage: 0,
    ProductCommissionPercentage: 0,
  };
}

function specifications(store: Store, owner: string): object[] {
  const byField = new Map<number, Specification[]>();
  for (const value of store.specifications.get(owner) ?? []) {
    byField.set(value.FieldId, [...(byField.get(value.FieldId) ?? []), value]);
  }
  return [...byField.values()].map((values) => ({
    FieldId: values[0]?.FieldId,
    FieldName: values[0]?.FieldName,
    FieldValueIds: values.map((value) => value.FieldValueId),
    FieldValues: values.map((value) => value.Text),
    IsFilter: false,
    FieldGroupId: null,
    FieldGroupName: values[0]?.GroupName,
  }));
}
