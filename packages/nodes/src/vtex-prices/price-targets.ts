// Values that several price boxes take. All amounts are decimal currency: 24.99, never cents.
import { target, units } from '../vtex/targets';

export const priceTableId = target.text(
  { en: 'Price table', es: 'Tabla de precios', pt: 'Tabela de preços' },
  {
    required: true,
    maxLength: 100,
    suggest: '$exists(tabela) ? tabela : "1"',
    help: {
      en: 'The name of the table, such as gold or b2b. The number of a trade policy is a table, too.',
      es: 'El nombre de la tabla, como gold o b2b. El número de una política comercial también es una tabla.',
      pt: 'O nome da tabela, como gold ou b2b. O número de uma política comercial também é uma tabela.',
    },
  },
);

export const fixedValue = target.number(
  { en: 'Price', es: 'Precio', pt: 'Preço' },
  { required: true, min: 0, unit: units.currency, suggest: '$parseNumber(preco, ",")' },
);

export const fixedListPrice = target.number(
  { en: 'List price ("from")', es: 'Precio de lista («antes»)', pt: 'Preço de lista ("de")' },
  { min: 0, unit: units.currency },
);

export const minQuantity = target.integer(
  { en: 'From this quantity on', es: 'Desde esta cantidad', pt: 'A partir desta quantidade' },
  {
    min: 1,
    unit: units.pieces,
    help: {
      en: 'One when it is not mapped. The highest tier that the cart reaches counts.',
      es: 'Uno si no se mapea. Vale el tramo más alto que el carrito alcanza.',
      pt: 'Um quando não é mapeado. Vale a faixa mais alta que o carrinho alcança.',
    },
  },
);

export const validFrom = target.date(
  { en: 'Valid from', es: 'Válido desde', pt: 'Válido a partir de' },
  {
    help: {
      en: 'With its time zone, as in 2026-11-27T00:00:00-03:00; without one it is UTC. A price with a period beats one without while it lasts.',
      es: 'Con su zona horaria, como 2026-11-27T00:00:00-03:00; sin ella es UTC. Un precio con período gana a uno sin período mientras dura.',
      pt: 'Com o fuso horário, como 2026-11-27T00:00:00-03:00; sem ele é UTC. Um preço com período vence um sem período enquanto dura.',
    },
  },
);

export const validTo = target.date({ en: 'Valid to', es: 'Válido hasta', pt: 'Válido até' });
