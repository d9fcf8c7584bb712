// The functions Eclusa adds to JSONata, each with what the editor shows of it.
import type { Json } from '../json';
import type { Text } from '../text';
import { atLeast, required, whenEmpty, yesNo } from './checks';
import { cnpj, cpf, ean } from './codes';
import { parseDate } from './dates';
import { cents, fromCents, parseNumber } from './numbers';
import { digits, slug, titleCase, truncate } from './text';

export type FunctionGroup = 'brazil' | 'text' | 'number' | 'list' | 'object' | 'logic' | 'date';

/** A function as the editor lists it. `example` is a whole expression and `result` its value. */
export interface ExpressionFunction {
  name: string;
  group: FunctionGroup;
  /** In JSONata's notation: `<s-n:s>`. */
  signature: string;
  help: Text;
  example: string;
  result: Json;
}

/** One of our own, with its code. */
export type OwnFunction = ExpressionFunction & { call: (...values: never[]) => unknown };

/** Eclusa's own functions. A missing value gives nothing; a wrong one fails the row. */
export const brazilianFunctions: readonly OwnFunction[] = [
  {
    name: 'parseNumber',
    group: 'brazil',
    signature: '<x-s?:n>',
    help: {
      en: 'A number from a text such as "1.299,90", "1,299.90" or "R$ 1.299,90". Give "," or "." as second argument when a text like "1.299" could mean two things.',
      es: 'Un número a partir de un texto como "1.299,90", "1,299.90" o "R$ 1.299,90". Indique "," o "." como segundo argumento cuando un texto como "1.299" se pueda leer de dos maneras.',
      pt: 'Um número a partir de um texto como "1.299,90", "1,299.90" ou "R$ 1.299,90". Informe "," ou "." como segundo argumento quando um texto como "1.299" puder ser lido de dois jeitos.',
    },
    example: '$parseNumber("R$ 1.299,90")',
    result: 1299.9,
    call: parseNumber,
  },
  {
    name: 'cents',
    group: 'brazil',
    signature: '<x-:n>',
    help: {
      en: 'Whole cents of an amount, exact, halves rounded away from zero. VTEX orders and payments count in cents.',
      es: 'Centavos enteros de un importe, exactos; las mitades se alejan de cero. Los pedidos y pagos de VTEX se cuentan en centavos.',
      pt: 'Centavos inteiros de um valor, exatos; metades se afastam de zero. Pedidos e pagamentos da VTEX são em centavos.',
    },
    example: '$cents("24,99")',
    result: 2499,
    call: cents,
  },
  {
    name: 'fromCents',
    group: 'brazil',
    signature: '<x-:n>',
    help: {
      en: 'The decimal amount of whole cents.',
      es: 'El importe decimal de unos centavos enteros.',
      pt: 'O valor decimal de centavos inteiros.',
    },
    example: '$fromCents(2499)',
    result: 24.99,
    call: fromCents,
  },
  {
    name: 'parseDate',
    group: 'brazil',
    signature: '<x-:s>',
    help: {
      en: 'An ISO date from "23/11/2026", "23/11/2026 14:30" or "20261123". ISO dates stay as they are.',
      es: 'Una fecha ISO a partir de "23/11/2026", "23/11/2026 14:30" o "20261123". Las fechas ISO quedan igual.',
      pt: 'Uma data ISO a partir de "23/11/2026", "23/11/2026 14:30" ou "20261123". Datas ISO ficam como estão.',
    },
    example: '$parseDate("23/11/2026")',
    result: '2026-11-23',
    call: parseDate,
  },
  {
    name: 'cnpj',
    group: 'brazil',
    signature: '<x-:s>',
    help: {
      en: 'The 14 characters of a CNPJ, check digits verified; the alphanumeric form too.',
      es: 'Los 14 caracteres de un CNPJ con sus dígitos verificados; también la forma alfanumérica.',
      pt: 'Os 14 caracteres de um CNPJ com os dígitos verificadores conferidos; o alfanumérico também.',
    },
    example: '$cnpj("11.222.333/0001-81")',
    result: '11222333000181',
    call: cnpj,
  },
  {
    name: 'cpf',
    group: 'brazil',
    signature: '<x-:s>',
    help: {
      en: 'The 11 digits of a CPF, check digits verified.',
      es: 'Los 11 dígitos de un CPF, con los verificadores comprobados.',
      pt: 'Os 11 dígitos de um CPF, com os verificadores conferidos.',
    },
    example: '$cpf("529.982.247-25")',
    result: '52998224725',
    call: cpf,
  },
  {
    name: 'ean',
    group: 'brazil',
    signature: '<x-:s>',
    help: {
      en: 'The digits of an EAN or GTIN (8, 12, 13 or 14), check digit verified.',
      es: 'Los dígitos de un EAN o GTIN (8, 12, 13 o 14), con el verificador comprobado.',
      pt: 'Os dígitos de um EAN ou GTIN (8, 12, 13 ou 14), com o verificador conferido.',
    },
    example: '$ean("7891000315507")',
    result: '7891000315507',
    call: ean,
  },
  {
    name: 'slug',
    group: 'brazil',
    signature: '<s-:s>',
    help: {
      en: 'A text for web addresses: lower case, no accents, words joined by hyphens.',
      es: 'Un texto para direcciones web: minúsculas, sin acentos, palabras unidas con guiones.',
      pt: 'Um texto para endereços web: minúsculas, sem acentos, palavras ligadas por hífens.',
    },
    example: '$slug("Pão de Açúcar & Cia.")',
    result: 'pao-de-acucar-cia',
    call: slug,
  },
  {
    name: 'titleCase',
    group: 'brazil',
    signature: '<s-:s>',
    help: {
      en: 'Every word with a capital letter, small words such as "de" without.',
      es: 'Cada palabra con mayúscula inicial, salvo palabras cortas como "de".',
      pt: 'Cada palavra com inicial maiúscula, menos palavras curtas como "de".',
    },
    example: '$titleCase("CAFETEIRA DE INOX 110V")',
    result: 'Cafeteira de Inox 110V',
    call: titleCase,
  },
  {
    name: 'digits',
    group: 'brazil',
    signature: '<x-:s>',
    help: {
      en: 'Only the digits of a text.',
      es: 'Solo los dígitos de un texto.',
      pt: 'Somente os dígitos de um texto.',
    },
    example: '$digits("(11) 98765-4321")',
    result: '11987654321',
    call: digits,
  },
  {
    name: 'truncate',
    group: 'brazil',
    signature: '<s-n:s>',
    help: {
      en: 'At most this many characters, without spaces at the end.',
      es: 'Como máximo esta cantidad de caracteres, sin espacios al final.',
      pt: 'No máximo esta quantidade de caracteres, sem espaços no fim.',
    },
    example: '$truncate("Liquidificador Turbo", 15)',
    result: 'Liquidificador',
    call: truncate,
  },
  {
    name: 'required',
    group: 'logic',
    signature: '<x:x>',
    help: {
      en: 'The value; the row fails with a reason when it is missing or empty. Around other functions too: $required($parseNumber(price)).',
      es: 'El valor; la fila falla con un motivo si falta o está vacío. También alrededor de otras funciones: $required($parseNumber(precio)).',
      pt: 'O valor; a linha falha com um motivo quando ele falta ou está vazio. Também em volta de outras funções: $required($parseNumber(preco)).',
    },
    example: '$required(" SKU-1 ")',
    result: 'SKU-1',
    call: required,
  },
  {
    name: 'whenEmpty',
    group: 'logic',
    signature: '<xx?:x>',
    help: {
      en: 'The value, or the second one where it is missing or empty.',
      es: 'El valor, o el segundo cuando falta o está vacío.',
      pt: 'O valor, ou o segundo quando ele falta ou está vazio.',
    },
    example: '$whenEmpty("", "Sem marca")',
    result: 'Sem marca',
    call: whenEmpty,
  },
  {
    name: 'yesNo',
    group: 'logic',
    signature: '<x-s?:b>',
    help: {
      en: 'True or false from "S", "Sim", "N", "A", "I", 1, 0 and the like. With a second argument, that word alone is true.',
      es: 'Verdadero o falso a partir de "S", "Sí", "N", "A", "I", 1, 0 y similares. Con un segundo argumento, solo esa palabra es verdadera.',
      pt: 'Verdadeiro ou falso a partir de "S", "Sim", "N", "A", "I", 1, 0 e parecidos. Com um segundo argumento, só essa palavra é verdadeira.',
    },
    example: '$yesNo("S")',
    result: true,
    call: yesNo,
  },
  {
    name: 'atLeast',
    group: 'number',
    signature: '<nn:n>',
    help: {
      en: 'The number; the row fails with a reason when it is smaller than the second one, such as a negative stock.',
      es: 'El número; la fila falla con un motivo si es menor que el segundo, como un stock negativo.',
      pt: 'O número; a linha falha com um motivo quando ele é menor que o segundo, como um estoque negativo.',
    },
    example: '$atLeast(12, 0)',
    result: 12,
    call: atLeast,
  },
];
