// The store as a person or a test compares it: names instead of ids, everything of a product in one place.
import type { FixedPrice } from './entities';
import type { Store } from './store';

export interface SkuSnapshot {
  id: number;
  refId: string | null;
  name: string;
  isActive: boolean;
  eans: string[];
  /** Centimetres and grams. */
  height: number;
  length: number;
  width: number;
  weight: number;
  images: string[];
  price: {
    basePrice: number | null;
    listPrice: number | null;
    costPrice: number | null;
    markup: number | null;
    fixedPrices: FixedPrice[];
  } | null;
  stock: { warehouseId: string; quantity: number; unlimited: boolean; leadTime: string }[];
}

export interface ProductSnapshot {
  id: number;
  refId: string | null;
  name: string;
  /** Names from the department down, joined by `/`. */
  category: string;
  brand: string;
  linkId: string;
  isActive: boolean;
  isVisible: boolean;
  skus: SkuSnapshot[];
}

export interface StoreCounts {
  categories: number;
  brands: number;
  products: number;
  skus: number;
  activeSkus: number;
  prices: number;
  stock: number;
}

export function countsOf(store: Store): StoreCounts {
  let activeSkus = 0;
  for (const sku of store.skus.values()) if (sku.IsActive) activeSkus += 1;
  return {
    categories: store.categories.size,
    brands: store.brands.size,
    products: store.products.size,
    skus: store.skus.size,
    activeSkus,
    prices: store.prices.size,
    stock: store.stock.size,
  };
}

/** Every product in order of creation, one at a time, so that a large store can be streamed. */
export function* productSnapshots(store: Store): Generator<ProductSnapshot> {
  for (const id of store.products.keys()) yield productSnapshot(store, id);
}

/** One product that exists. */
export function productSnapshot(store: Store, id: number): ProductSnapshot {
  const product = store.products.get(id);
  if (!product) throw new Error(`no product ${id}`);
  return {
    id,
    refId: product.RefId,
    name: product.Name,
    category: store
      .categoryPath(product.CategoryId)
      .map((category) => category.Name)
      .join('/'),
    brand: store.brands.get(product.BrandId)?.Name ?? '',
    linkId: product.LinkId,
    isActive: product.IsActive,
    isVisible: product.IsVisible,
    skus: (store.skusOfProduct.get(id) ?? []).flatMap((skuId) => skuSnapshot(store, skuId) ?? []),
  };
}

function skuSnapshot(store: Store, id: number): SkuSnapshot | undefined {
  const sku = store.skus.get(id);
  if (!sku) return undefined;
  const price = store.prices.get(id);
  return {
    id,
    refId: sku.RefId,
    name: sku.Name,
    isActive: sku.IsActive,
    eans: store.eansOfSku.get(id) ?? [],
    height: sku.PackagedHeight,
    length: sku.PackagedLength,
    width: sku.PackagedWidth,
    weight: sku.PackagedWeightKg,
    images: (store.filesOfSku.get(id) ?? []).map((file) => file.FileLocation),
    price: price
      ? {
          basePrice: price.basePrice,
          listPrice: price.listPrice,
          costPrice: price.costPrice,
          markup: price.markup,
          fixedPrices: price.fixedPrices,
        }
      : null,
    stock: [...(store.stock.get(id)?.values() ?? [])].map(
      ({ warehouseId, quantity, unlimited, leadTime }) => ({
        warehouseId,
        quantity,
        unlimited,
        leadTime,
      }),
    ),
  };
}
