// Sentences of the promotion boxes.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const vtexPromotionsMessages: Record<string, Text> = {
  'vtex.promotion-too-many-skus': {
    en: 'The promotion "{name}" has {rows} rows, and VTEX takes {most} SKUs in one. Give some of the rows another name, such as "{name} 2".',
    es: 'La promoción «{name}» tiene {rows} filas, y VTEX acepta {most} SKU en una. Dé otro nombre a parte de las filas, como «{name} 2».',
    pt: 'A promoção "{name}" tem {rows} linhas, e a VTEX aceita {most} SKUs em uma. Dê outro nome a parte das linhas, como "{name} 2".',
  },
  'vtex.promotion-dates-differ': {
    en: 'The rows of the promotion "{name}" do not agree on when it begins or ends. Give them the same dates, or another name.',
    es: 'Las filas de la promoción «{name}» no coinciden en cuándo comienza o termina. Deles las mismas fechas, u otro nombre.',
    pt: 'As linhas da promoção "{name}" não concordam sobre quando ela começa ou termina. Dê a elas as mesmas datas, ou outro nome.',
  },
  'vtex.promotion-ends-first': {
    en: 'The promotion "{name}" would end ({endDate}) before it begins ({beginDate}). Correct the dates of its rows.',
    es: 'La promoción «{name}» terminaría ({endDate}) antes de comenzar ({beginDate}). Corrija las fechas de sus filas.',
    pt: 'A promoção "{name}" terminaria ({endDate}) antes de começar ({beginDate}). Corrija as datas das linhas dela.',
  },
  'vtex.promotion-name-letters': {
    en: 'VTEX takes the name of such a promotion only in plain letters, and "{name}" has others, such as accents. Use a name without them.',
    es: 'VTEX acepta el nombre de una promoción así solo con letras simples, y «{name}» tiene otras, como acentos. Use un nombre sin ellos.',
    pt: 'A VTEX aceita o nome de uma promoção assim só com letras simples, e "{name}" tem outras, como acentos. Use um nome sem elas.',
  },
  'vtex.promotion-row-alone': {
    en: 'This row belongs to a list that VTEX takes only as a whole. Run the flow again, so that all rows of the promotion are there.',
    es: 'Esta fila pertenece a una lista que VTEX acepta solo entera. Ejecute de nuevo el flujo, para que estén todas las filas de la promoción.',
    pt: 'Esta linha pertence a uma lista que a VTEX aceita só inteira. Execute o fluxo de novo, para que todas as linhas da promoção estejam lá.',
  },
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
