// The values that several price boxes take, under VTEX's own names. Data only.
import type { Field } from '@eclusa/flow';
import { target, units } from '../vtex/targets';

export const basePrice = target.number(
  { en: 'Base price', es: 'Precio base', pt: 'Preço base' },
  { min: 0, unit: units.currency, suggest: '$parseNumber(preco, ",")' },
);

export const listPrice = target.number(
  { en: 'List price ("from")', es: 'Precio de lista («antes»)', pt: 'Preço de lista ("de")' },
  { min: 0, unit: units.currency },
);

export const costPrice = target.number(
  { en: 'Cost price', es: 'Precio de costo', pt: 'Preço de custo' },
  { min: 0, unit: units.currency },
);

const tableName = { en: 'Price table', es: 'Tabla de precios', pt: 'Tabela de preços' };
const tableOptions = {
  help: {
    en: 'The number of a trade policy, such as 1, or the name of a table of your own, such as gold.',
    es: 'El número de una política comercial, como 1, o el nombre de una tabla propia, como gold.',
    pt: 'O número de uma política comercial, como 1, ou o nome de uma tabela sua, como gold.',
  },
  required: true,
  maxLength: 100,
  suggest: '$exists(tabela) ? tabela : "1"',
};

/** A price table, under whichever name a route gives it. */
export const priceTable = target.text(tableName, tableOptions);

/** One fixed price, but for its table. */
export const fixedPrice = {
  value: target.number(
    { en: 'Price in this table', es: 'Precio en esta tabla', pt: 'Preço nesta tabela' },
    { required: true, min: 0, unit: units.currency, suggest: '$parseNumber(preco, ",")' },
  ),
  listPrice,
  minQuantity: target.integer(
    { en: 'From this quantity on', es: 'A partir de esta cantidad', pt: 'A partir desta quantidade' },
    {
      min: 1,
      unit: units.pieces,
      help: {
        en: '1 when nothing is mapped. Several rows with other quantities make tiers.',
        es: '1 si no se mapea nada. Varias filas con otras cantidades forman escalas.',
        pt: '1 quando nada é mapeado. Várias linhas com outras quantidades formam faixas.',
      },
    },
  ),
  from: target.date(
    { en: 'Valid from', es: 'Válido desde', pt: 'Válido de' },
    {
      help: {
        en: 'With both dates the price counts between them only, and goes before the one without dates.',
        es: 'Con ambas fechas el precio vale solo entre ellas y tiene prioridad sobre el que no tiene fechas.',
        pt: 'Com as duas datas o preço vale só entre elas e tem prioridade sobre o que não tem datas.',
      },
    },
  ),
  to: target.date({ en: 'Valid until', es: 'Válido hasta', pt: 'Válido até' }),
};

export const zoneField: Field = {
  kind: 'text',
  default: '-03:00',
  pattern: '^[+-]\\d{2}:\\d{2}$',
  advanced: true,
  name: {
    en: 'Time zone of dates without one',
    es: 'Huso horario de fechas sin él',
    pt: 'Fuso das datas sem fuso',
  },
  help: {
    en: 'VTEX wants the moment: 2026-11-27T00:00:00 alone says no time zone. -03:00 is Brasília.',
    es: 'VTEX necesita el momento exacto: 2026-11-27T00:00:00 no dice el huso horario. -03:00 es Brasilia.',
    pt: 'A VTEX precisa do momento exato: 2026-11-27T00:00:00 não diz o fuso. -03:00 é Brasília.',
  },
};

/** What a computed price may depend on beside SKU and table. */
export const computedQuery = {
  quantity: target.integer(
    { en: 'Quantity', es: 'Cantidad', pt: 'Quantidade' },
    { min: 1, unit: units.pieces },
  ),
  categoryIds: target.integer(
    { en: 'Category id', es: 'Id de la categoría', pt: 'Id da categoria' },
    {
      help: {
        en: 'To try the rules of another category than the SKU’s own.',
        es: 'Para probar las reglas de otra categoría que la del SKU.',
        pt: 'Para experimentar as regras de outra categoria que não a do SKU.',
      },
    },
  ),
  brandId: target.integer({ en: 'Brand id', es: 'Id de la marca', pt: 'Id da marca' }),
};
