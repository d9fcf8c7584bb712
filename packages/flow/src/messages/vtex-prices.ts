// Sentences of the price boxes.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const vtexPricesMessages: Record<string, Text> = {
  'vtex.price-period-open': {
    en: 'A price with a period needs both its beginning and its end. Map "Valid from" and "Valid to", or neither.',
    es: 'Un precio con período necesita su inicio y su fin. Mapee «Válido desde» y «Válido hasta», o ninguno.',
    pt: 'Um preço com período precisa do início e do fim. Mapeie "Válido a partir de" e "Válido até", ou nenhum dos dois.',
  },
};
