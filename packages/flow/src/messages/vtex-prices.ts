// Sentences for the boxes of prices.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const vtexPricesMessages: Record<string, Text> = {
  'vtex.fixed-price-half-dates': {
    en: 'A price with a period needs both dates, and this row has one. Map "Valid from" and "Valid until", or neither.',
    es: 'Un precio con período necesita ambas fechas y esta fila tiene una. Mapee «Válido desde» y «Válido hasta», o ninguna.',
    pt: 'Um preço com período precisa das duas datas e esta linha tem uma. Mapeie "Válido de" e "Válido até", ou nenhuma.',
  },
  'vtex.fixed-price-dates': {
    en: 'The period of this price ends ({to}) before it begins ({from}). Correct the dates of the row.',
    es: 'El período de este precio termina ({to}) antes de empezar ({from}). Corrija las fechas de la fila.',
    pt: 'O período deste preço termina ({to}) antes de começar ({from}). Corrija as datas da linha.',
  },
  'vtex.price-rule-without-percentage': {
    en: 'VTEX has no such rule yet, and a new one needs a percentage. Map "Percentage on the base price".',
    es: 'VTEX todavía no tiene esa regla, y una nueva necesita un porcentaje. Mapee «Porcentaje sobre el precio base».',
    pt: 'A VTEX ainda não tem essa regra, e uma nova precisa de uma porcentagem. Mapeie "Porcentagem sobre o preço base".',
  },
  'vtex.price-rule-half-range': {
    en: 'A range of markups or a period needs both ends, and this row has one. Map both, or neither.',
    es: 'Un rango de márgenes o un período necesita ambos extremos y esta fila tiene uno. Mapee ambos o ninguno.',
    pt: 'Uma faixa de markup ou um período precisa dos dois extremos e esta linha tem um. Mapeie os dois ou nenhum.',
  },
};
