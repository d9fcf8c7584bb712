// Values that several SOAP boxes take. Data only.
import { maxId, target, units, type Target, type Targets } from '../vtex/targets';

const id = (name: Target['name'], suggest: string): Target =>
  target.integer(name, { required: true, min: 1, max: maxId, suggest });

export const product = id(
  { en: 'Product id', es: 'Id del producto', pt: 'Id do produto' },
  '$exists(product.id) ? product.id : productId',
);
export const category = id(
  { en: 'Category id', es: 'Id de la categoría', pt: 'Id da categoria' },
  '$exists(category.id) ? category.id : categoryId',
);
export const brand = id(
  { en: 'Brand id', es: 'Id de la marca', pt: 'Id da marca' },
  '$exists(brand.id) ? brand.id : brandId',
);
export const reference = target.text(
  { en: 'Reference code', es: 'Código de referencia', pt: 'Código de referência' },
  { required: true, maxLength: 100, suggest: 'codigo' },
);
export const ean = target.text(
  { en: 'EAN', es: 'EAN', pt: 'EAN' },
  { required: true, maxLength: 50, suggest: 'ean' },
);

export const specification: Targets = {
  fieldName: target.text(
    { en: 'Specification', es: 'Especificación', pt: 'Especificação' },
    { required: true, maxLength: 100, suggest: '$exists(campo) ? campo : "Cor"' },
  ),
  fieldValues: target.list(
    { en: 'Values', es: 'Valores', pt: 'Valores' },
    { required: true, suggest: '$exists(cor) ? cor : "Azul"' },
  ),
};

export const prices: Targets = {
  price: target.number(
    { en: 'Price', es: 'Precio', pt: 'Preço' },
    { required: true, min: 0, unit: units.currency, suggest: '$parseNumber(preco, ",")' },
  ),
  listPrice: target.number(
    { en: 'List price ("from")', es: 'Precio de lista («antes»)', pt: 'Preço de lista ("de")' },
    { min: 0, unit: units.currency },
  ),
  costPrice: target.number(
    { en: 'Cost price', es: 'Precio de costo', pt: 'Preço de custo' },
    { min: 0, unit: units.currency },
  ),
};
