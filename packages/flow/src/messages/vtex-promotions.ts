// Sentences of the promotion boxes.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const vtexPromotionsMessages: Record<string, Text> = {
  'vtex.promotion-several': {
    en: 'The store has {count} promotions named "{name}", so nobody can tell which is meant. Rename or archive the others in the VTEX Admin, then replay the row.',
    es: 'La tienda tiene {count} promociones llamadas «{name}», así que no se sabe cuál es. Renombre o archive las demás en el Admin de VTEX y vuelva a procesar la fila.',
    pt: 'A loja tem {count} promoções chamadas "{name}", então não dá para saber qual é. Renomeie ou arquive as outras no Admin da VTEX e reprocesse a linha.',
  },
  'vtex.promotion-other-type': {
    en: '"{name}" is there already as a promotion of the type {type}, which this box does not change. Give this row another name, or change that one in the VTEX Admin.',
    es: '«{name}» ya existe como promoción del tipo {type}, que esta caja no modifica. Dé otro nombre a esta fila, o cambie aquella en el Admin de VTEX.',
    pt: '"{name}" já existe como promoção do tipo {type}, que esta caixa não altera. Dê outro nome a esta linha, ou mude aquela no Admin da VTEX.',
  },
};
