// Catalog: why a SKU may not be active. VTEX publishes the conditions, not the words of its refusals.
import type { Sku } from '../store/entities';
import type { Store } from '../store/store';
import { fieldsFor } from './specification-tree';

/** VTEX's refusal, undefined when nothing stands in the way. One that is active only loses that without file or component. */
export function whyInactive(store: Store, sku: Sku, isActive: boolean): string | undefined {
  return ownReason(store, sku) ?? (isActive ? undefined : outerReason(store, sku));
}

function ownReason(store: Store, sku: Sku): string | undefined {
  if (sku.IsKit && !hasActiveComponent(store, sku.Id))
    return 'A kit cannot be activated without an active component.';
  if (!store.filesOfSku.get(sku.Id)?.length) return 'The SKU cannot be activated without a file.';
  return undefined;
}

function hasActiveComponent(store: Store, kit: number): boolean {
  const parts = [...store.kitItems.values()].filter(({ StockKeepingUnitParent: of }) => of === kit);
  return parts.some(({ StockKeepingUnitId: id }) => store.skus.get(id)?.IsActive);
}

function outerReason(store: Store, sku: Sku): string | undefined {
  const product = store.products.get(sku.ProductId);
  if (!product?.IsActive) return 'The SKU cannot be activated because its product is inactive.';
  if (!store.brands.get(product.BrandId)?.Active)
    return 'The SKU cannot be activated because its brand is inactive.';
  if (!store.categories.get(product.CategoryId)?.IsActive)
    return 'The SKU cannot be activated because its category is inactive.';
  const missing = fieldsFor(store, product.CategoryId).find((field) => {
    const owner = field.IsStockKeepingUnit ? `sku/${sku.Id}` : `product/${product.Id}`;
    const held = store.specifications.get(owner) ?? [];
    return field.IsRequired && field.IsActive && !held.some(({ FieldId }) => FieldId === field.Id);
  });
  return missing && `The SKU cannot be activated without the required specification ${missing.Name}.`;
}
