// JSONata's own functions that a mapping needs most, described for the editor's list. Their code is JSONata's.
import type { Json } from '../json';
import type { ExpressionFunction, FunctionGroup } from './catalogue';

type Line = [
  name: string,
  group: FunctionGroup,
  signature: string,
  en: string,
  es: string,
  pt: string,
  example: string,
  result: Json,
];

// One line each: a table reads better than thirty objects.
// prettier-ignore
const lines: readonly Line[] = [
  ['string', 'text', '<x-b?:s>', 'The value as a text.', 'El valor como texto.', 'O valor como texto.', '$string(12.5)', '12.5'],
  ['length', 'text', '<s-:n>', 'The number of characters.', 'La cantidad de caracteres.', 'A quantidade de caracteres.', '$length("café")', 4],
  ['substring', 'text', '<s-nn?:s>', 'A part of a text, from a position (the first is 0) and for a length.', 'Una parte del texto, desde una posición (la primera es 0) y con un largo.', 'Uma parte do texto, a partir de uma posição (a primeira é 0) e com um tamanho.', '$substring("SKU-0042", 4)', '0042'],
  ['substringBefore', 'text', '<s-s:s>', 'What comes before a mark.', 'Lo que está antes de una marca.', 'O que vem antes de uma marca.', '$substringBefore("Casa/Cozinha", "/")', 'Casa'],
  ['substringAfter', 'text', '<s-s:s>', 'What comes after a mark.', 'Lo que está después de una marca.', 'O que vem depois de uma marca.', '$substringAfter("Casa/Cozinha", "/")', 'Cozinha'],
  ['uppercase', 'text', '<s-:s>', 'The text in capitals.', 'El texto en mayúsculas.', 'O texto em maiúsculas.', '$uppercase("sp")', 'SP'],
  ['lowercase', 'text', '<s-:s>', 'The text in small letters.', 'El texto en minúsculas.', 'O texto em minúsculas.', '$lowercase("ANA@LOJA.COM")', 'ana@loja.com'],
  ['trim', 'text', '<s-:s>', 'No spaces at the ends, single spaces inside.', 'Sin espacios en los extremos y con espacios simples por dentro.', 'Sem espaços nas pontas e com espaços simples no meio.', '$trim("  Cafeteira   Inox ")', 'Cafeteira Inox'],
  ['pad', 'text', '<s-ns?:s>', 'The text filled up to a width; a negative width fills on the left.', 'El texto completado hasta un ancho; si es negativo, completa por la izquierda.', 'O texto completado até uma largura; se negativa, completa à esquerda.', '$pad("42", -5, "0")', '00042'],
  ['contains', 'text', '<s-(sf):b>', 'Whether a text or /pattern/ is in it.', 'Si contiene un texto o /patrón/.', 'Se contém um texto ou /padrão/.', '$contains("Camisa azul", "azul")', true],
  ['replace', 'text', '<s-(sf)(sf)n?:s>', 'A text or /pattern/ replaced by another.', 'Reemplaza un texto o /patrón/ por otro.', 'Troca um texto ou /padrão/ por outro.', '$replace("1-2-3", "-", ".")', '1.2.3'],
  ['split', 'text', '<s-(sf)n?:a<s>>', 'A list of the parts between marks.', 'Una lista con las partes entre marcas.', 'Uma lista com as partes entre marcas.', '$split("P,M,G", ",")', ['P', 'M', 'G']],
  ['join', 'list', '<a<s>s?:s>', 'The texts of a list in one text.', 'Los textos de una lista en un solo texto.', 'Os textos de uma lista em um só texto.', '$join(["P", "M"], " / ")', 'P / M'],
  ['number', 'number', '<(nsb)-:n>', 'A number from a text such as "12.5"; for "12,5" use $parseNumber.', 'Un número a partir de un texto como "12.5"; para "12,5" use $parseNumber.', 'Um número a partir de um texto como "12.5"; para "12,5" use $parseNumber.', '$number("12.5")', 12.5],
  ['round', 'number', '<n-n?:n>', 'Rounded to so many decimals, halves to the even digit.', 'Redondeado a tantos decimales; las mitades van al dígito par.', 'Arredondado a tantas casas; metades vão para o dígito par.', '$round(10.126, 2)', 10.13],
  ['floor', 'number', '<n-:n>', 'The whole number below.', 'El entero inferior.', 'O inteiro abaixo.', '$floor(9.9)', 9],
  ['ceil', 'number', '<n-:n>', 'The whole number above.', 'El entero superior.', 'O inteiro acima.', '$ceil(9.1)', 10],
  ['abs', 'number', '<n-:n>', 'The number without its sign.', 'El número sin signo.', 'O número sem sinal.', '$abs(0 - 5)', 5],
  ['formatNumber', 'number', '<n-so?:s>', 'A number as a text, after a picture.', 'Un número como texto, según un modelo.', 'Um número como texto, conforme um modelo.', '$formatNumber(1234.5, "#,##0.00")', '1,234.50'],
  ['sum', 'list', '<a<n>:n>', 'The total of a list of numbers.', 'El total de una lista de números.', 'O total de uma lista de números.', '$sum([1, 2, 3])', 6],
  ['max', 'list', '<a<n>:n>', 'The largest number.', 'El número mayor.', 'O maior número.', '$max([3, 9, 4])', 9],
  ['min', 'list', '<a<n>:n>', 'The smallest number.', 'El número menor.', 'O menor número.', '$min([3, 9, 4])', 3],
  ['average', 'list', '<a<n>:n>', 'The average of a list of numbers.', 'El promedio de una lista de números.', 'A média de uma lista de números.', '$average([2, 4])', 3],
  ['count', 'list', '<a:n>', 'How many values a list has.', 'Cuántos valores tiene una lista.', 'Quantos valores uma lista tem.', '$count(["P", "M", "G"])', 3],
  ['append', 'list', '<xx:a>', 'Two lists as one.', 'Dos listas en una.', 'Duas listas em uma.', '$append([1, 2], 3)', [1, 2, 3]],
  ['distinct', 'list', '<x:x>', 'The list without repeated values.', 'La lista sin valores repetidos.', 'A lista sem valores repetidos.', '$distinct(["A", "B", "A"])', ['A', 'B']],
  ['reverse', 'list', '<a:a>', 'The list from last to first.', 'La lista del último al primero.', 'A lista do último ao primeiro.', '$reverse([1, 2, 3])', [3, 2, 1]],
  ['sort', 'list', '<af?:a>', 'The list in order.', 'La lista en orden.', 'A lista em ordem.', '$sort([3, 1, 2])', [1, 2, 3]],
  ['map', 'list', '<af>', 'Each value of a list turned into another.', 'Cada valor de una lista convertido en otro.', 'Cada valor de uma lista transformado em outro.', '$map(["1,5", "2,5"], $parseNumber)', [1.5, 2.5]],
  ['filter', 'list', '<af>', 'The values of a list that pass a test.', 'Los valores de una lista que cumplen una condición.', 'Os valores de uma lista que passam em um teste.', '$filter([1, 5, 9], function($v) { $v > 3 })', [5, 9]],
  ['keys', 'object', '<x-:a<s>>', 'The field names of an object.', 'Los nombres de los campos de un objeto.', 'Os nomes dos campos de um objeto.', '$keys({"a": 1, "b": 2})', ['a', 'b']],
  ['lookup', 'object', '<x-s:x>', 'The field with a given name.', 'El campo con un nombre dado.', 'O campo com um nome dado.', '$lookup({"SP": 12, "RJ": 14}, "RJ")', 14],
  ['merge', 'object', '<a<o>:o>', 'Several objects as one; later ones win.', 'Varios objetos en uno; gana el último.', 'Vários objetos em um; vale o último.', '$merge([{"a": 1}, {"b": 2}])', { a: 1, b: 2 }],
  ['exists', 'logic', '<x:b>', 'Whether there is a value.', 'Si hay un valor.', 'Se há um valor.', '$exists(missing)', false],
  ['not', 'logic', '<x-:b>', 'The opposite.', 'Lo contrario.', 'O contrário.', '$not(true)', false],
  ['boolean', 'logic', '<x-:b>', 'True or false: empty, 0 and null are false.', 'Verdadero o falso: vacío, 0 y null son falso.', 'Verdadeiro ou falso: vazio, 0 e null são falso.', '$boolean("x")', true],
  ['toMillis', 'date', '<s-s?:n>', 'A date and time as milliseconds, for calculations.', 'Una fecha y hora en milisegundos, para hacer cuentas.', 'Uma data e hora em milissegundos, para contas.', '$toMillis("2026-11-23T00:00:00Z")', 1795392000000],
  ['fromMillis', 'date', '<n-s?s?:s>', 'Milliseconds as a date and time, after a picture.', 'Milisegundos como fecha y hora, según un modelo.', 'Milissegundos como data e hora, conforme um modelo.', '$fromMillis(1795392000000, "[D01]/[M01]/[Y0001]")', '23/11/2026'],
  ['error', 'logic', '<s?:x>', 'Makes the row fail with your own message.', 'Hace fallar la fila con su propio mensaje.', 'Faz a linha falhar com a sua própria mensagem.', 'false ? $error("sem estoque") : "ok"', 'ok'],
];

/** The best-known JSONata functions, as the editor lists them. */
export const standardFunctions: readonly ExpressionFunction[] = lines.map(
  ([name, group, signature, en, es, pt, example, result]) => ({
    name,
    group,
    signature,
    help: { en, es, pt },
    example,
    result,
  }),
);
