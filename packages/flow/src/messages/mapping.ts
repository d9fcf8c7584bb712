// Sentences for why a field is proposed for a target, and why a value does not fit it.
import type { Text } from '../text';

/** By code; `{value}` places are filled by what proposes. */
export const mappingMessages: Record<string, Text> = {
  'mapping.same-name': {
    en: '“{field}” has the same name.',
    es: '«{field}» tiene el mismo nombre.',
    pt: '“{field}” tem o mesmo nome.',
  },
  'mapping.same-idea': {
    en: '“{field}” means the same.',
    es: '«{field}» quiere decir lo mismo.',
    pt: '“{field}” quer dizer a mesma coisa.',
  },
  'mapping.similar-idea': {
    en: '“{field}” means something close to it.',
    es: '«{field}» quiere decir algo parecido.',
    pt: '“{field}” quer dizer algo parecido.',
  },
  'mapping.shared-words': {
    en: '“{field}” has words in common with it.',
    es: '«{field}» comparte palabras con él.',
    pt: '“{field}” tem palavras em comum com ele.',
  },
  'mapping.barcode': {
    en: 'The values of “{field}” are barcodes with the right check digit.',
    es: 'Los valores de «{field}» son códigos de barras con su dígito verificador correcto.',
    pt: 'Os valores de “{field}” são códigos de barras com o dígito verificador certo.',
  },
  'mapping.values-fit': {
    en: 'Its values, such as {value}, fit.',
    es: 'Sus valores, como {value}, encajan.',
    pt: 'Os valores, como {value}, servem.',
  },
  'mapping.values-differ': {
    en: 'Its values, such as {value}, are of another kind.',
    es: 'Sus valores, como {value}, son de otro tipo.',
    pt: 'Os valores, como {value}, são de outro tipo.',
  },
  'mapping.usual': {
    en: '“{field}” is what usually goes here.',
    es: '«{field}» es lo que suele ir aquí.',
    pt: '“{field}” é o que costuma vir aqui.',
  },
  'mapping.usual-value': {
    en: 'No field fits; this value is a common start.',
    es: 'Ningún campo encaja; este valor es un comienzo habitual.',
    pt: 'Nenhum campo serve; este valor é um começo comum.',
  },
  'mapping.usual-unseen': {
    en: 'This usually goes here. Get sample rows to know whether it fits yours.',
    es: 'Esto suele ir aquí. Obtenga filas de muestra para saber si sirve para las suyas.',
    pt: 'Isso costuma vir aqui. Busque linhas de amostra para saber se serve para as suas.',
  },
  'mapping.rival': {
    en: '“{field}” would fit almost as well: check which one it is.',
    es: '«{field}» encaja casi igual de bien: confirme cuál es.',
    pt: '“{field}” serviria quase tão bem: confira qual é.',
  },
};
