// Compares the sandbox store with what the demo ERP served: every product, every field that the flow moves.
import { expect } from '@playwright/test';
import { stack } from './stack';

interface Expected {
  totals: { rows: number; products: number; failed: number; inactive: number };
  products: ExpectedProduct[];
  failed: { row: number; refId: string; field: string }[];
}

interface ExpectedProduct {
  refId: string;
  name: string;
  category: string;
  brand: string;
  price: number;
  stock: number;
  warehouse: string;
  weightGrams: number;
  heightCm: number;
  widthCm: number;
  lengthCm: number;
  ean: string;
}

interface StoredProduct {
  refId: string;
  name: string;
  category: string;
  brand: string;
  skus: {
    refId: string;
    name: string;
    eans: string[];
    height: number;
    length: number;
    width: number;
    weight: number;
    price: { basePrice: number } | null;
    stock: { warehouseId: string; quantity: number }[];
  }[];
}

async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  expect(response.status, url).toBe(200);
  return (await response.json()) as T;
}

/** What a correct integration of the demo ERP ends with. */
export function expectedOfErp(): Promise<Expected> {
  return getJson<Expected>(`${stack.erp}/_erp/expected`);
}

/** Empties the sandbox store. */
export async function resetStore(): Promise<void> {
  const response = await fetch(`${stack.sandbox}/_sandbox/reset`, { method: 'POST' });
  expect(response.ok).toBe(true);
}

/** Fails on the first product, SKU, price or stock that differs from the ERP's, is missing, or is there twice. */
export async function expectStoreEqualsErp(): Promise<void> {
  const [{ products }, state] = await Promise.all([
    expectedOfErp(),
    getJson<{ products: StoredProduct[] }>(`${stack.sandbox}/_sandbox/state`),
  ]);
  const byRefId = (a: { refId: string }, b: { refId: string }): number => a.refId.localeCompare(b.refId);
  expect(state.products.map(inWordsOfTheErp).sort(byRefId)).toEqual(
    [...products].map(withoutRow).sort(byRefId),
  );
}

function withoutRow({ row: _row, ...product }: ExpectedProduct & { row?: number }): ExpectedProduct {
  return product;
}

function inWordsOfTheErp({ refId, name, category, brand, skus }: StoredProduct): ExpectedProduct {
  expect(skus, refId).toHaveLength(1);
  const sku = skus[0]!;
  expect(sku.refId).toBe(refId);
  expect(sku.stock, refId).toHaveLength(1);
  return {
    refId,
    name,
    category,
    brand,
    price: sku.price?.basePrice ?? Number.NaN,
    stock: sku.stock[0]!.quantity,
    warehouse: sku.stock[0]!.warehouseId,
    weightGrams: sku.weight,
    heightCm: sku.height,
    widthCm: sku.width,
    lengthCm: sku.length,
    ean: sku.eans.join(','),
  };
}
