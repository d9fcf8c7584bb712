// The places and values that several operations of the catalogue share. Data only.
import { maxId, skuId, target, type Target, type Targets } from '../vtex/targets';

const id = (name: Target['name'], suggest: string): Target =>
  target.integer(name, { required: true, min: 1, max: maxId, suggest });

export { skuId };

export const productId = id(
  { en: 'Product id', es: 'Id del producto', pt: 'Id do produto' },
  '$exists(product.id) ? product.id : productId',
);

export const categoryId = id(
  { en: 'Category id', es: 'Id de la categoría', pt: 'Id da categoria' },
  '$exists(category.id) ? category.id : categoryId',
);

export const brandId = id(
  { en: 'Brand id', es: 'Id de la marca', pt: 'Id da marca' },
  '$exists(brand.id) ? brand.id : brandId',
);

export const fieldId = id(
  { en: 'Specification id', es: 'Id de la especificación', pt: 'Id da especificação' },
  '$exists(specification.id) ? specification.id : fieldId',
);

export const subCollectionId = id(
  { en: 'Group of the collection (id)', es: 'Grupo de la colección (id)', pt: 'Grupo da coleção (id)' },
  '$exists(subcollection.id) ? subcollection.id : subCollectionId',
);

export const ean: Target = target.text(
  { en: 'EAN', es: 'EAN', pt: 'EAN' },
  { required: true, maxLength: 50, suggest: 'ean' },
);

export const tradePolicyId: Target = target.integer(
  { en: 'Trade policy', es: 'Política comercial', pt: 'Política comercial' },
  {
    required: true,
    min: 1,
    max: maxId,
    suggest: '$exists(politica) ? politica : 1',
    help: {
      en: 'Its number (sales channel): 1 is the main store. "List trade policies" shows them all.',
      es: 'Su número (canal de ventas): 1 es la tienda principal. «Listar políticas comerciales» las muestra todas.',
      pt: 'O número dela (canal de vendas): 1 é a loja principal. "Listar políticas comerciais" mostra todas.',
    },
  },
);

/** The same values where none of them has to be mapped: an update leaves alone what is not. */
export function optional(targets: Targets): Targets {
  return Object.fromEntries(
    Object.entries(targets).map(([name, { required: _any, ...rest }]) => [name, rest]),
  );
}
