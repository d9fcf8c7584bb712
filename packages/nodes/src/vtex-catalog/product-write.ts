// What the boxes that write products share. No id of ours is ever sent: VTEX would keep an Id of 0 as it is.
import type { JsonObject } from '@eclusa/flow';
import { createdId, type EntityId } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { hasStatus } from '../vtex/remote';
import type { Store } from '../vtex/store';

export const createProduct = 'POST /api/catalog/pvt/product';
export const oneProduct = '/api/catalog/pvt/product/{productId}';
export const productByRefId = 'GET /api/catalog_system/pvt/products/productgetbyrefid/{refId}';

/** Members that the reads show and PUT does not take. */
export const productReadOnly: readonly string[] = ['Id', 'ListStoreId'];

/** The product with the RefId among the values, in VTEX's old shape, or null. */
export function findProduct(values: Values, store: Store): Promise<JsonObject | null> {
  return store.find(productByRefId, { params: { refId: String(values['RefId']) } });
}

/** The new product's id, or that of the one that has the RefId already. Active and visible unless mapped otherwise. */
export async function insertProduct(
  values: Values,
  store: Store,
  linkId?: string,
): Promise<EntityId | { existingId: number }> {
  const body = {
    IsActive: true,
    IsVisible: true,
    ...values,
    ...(linkId !== undefined && { LinkId: linkId }),
  };
  try {
    return createdId(await store.send(createProduct, { body }), store, createProduct);
  } catch (error) {
    if (!hasStatus(error, 409)) throw error;
    const { on, existingId } = error.values;
    if (on === 'RefId' && typeof existingId === 'number') return { existingId };
    // Two products may well have one name; only the address made of it must differ.
    const again = on === 'LinkId' && values['LinkId'] === undefined && linkId === undefined;
    if (!again) throw error;
    return insertProduct(values, store, linkOf(`${String(values['Name'])} ${String(values['RefId'])}`));
  }
}

/** A text as the end of an address: lower case, no accents, words joined by `-`. */
function linkOf(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** What PUT must not take along: the old department of a product that moves to another category. */
export function withoutFor(before: JsonObject, wanted: Values): readonly string[] {
  const moved = wanted['CategoryId'] !== undefined && before['CategoryId'] !== wanted['CategoryId'];
  return [...productReadOnly, ...(moved ? ['DepartmentId'] : [])];
}
