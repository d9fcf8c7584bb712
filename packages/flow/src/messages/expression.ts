// Sentences for what goes wrong in an expression: while it is written, and while a row goes through it.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const expressionMessages: Record<string, Text> = {
  'expression.empty': {
    en: 'The expression is empty. Write the name of a field, such as price, or remove this line.',
    es: 'La expresión está vacía. Escriba el nombre de un campo, por ejemplo precio, o quite esta línea.',
    pt: 'A expressão está vazia. Escreva o nome de um campo, por exemplo preco, ou remova esta linha.',
  },
  'expression.syntax': {
    en: 'The expression cannot be read near “{near}” (character {position}). Look for a missing operator, comma, quote or bracket there. Field names with spaces, hyphens or accents go between backquotes: `unit price`.',
    es: 'La expresión no se entiende cerca de “{near}” (carácter {position}). Busque ahí un operador, coma, comilla o paréntesis que falte. Los nombres con espacios, guiones o acentos van entre comillas invertidas: `precio unitario`.',
    pt: 'A expressão não faz sentido perto de “{near}” (caractere {position}). Procure ali um operador, vírgula, aspas ou parêntese que falta. Nomes com espaços, hífens ou acentos ficam entre crases: `preço unitário`.',
  },
  'expression.syntax-end': {
    en: 'The expression stops too early: “{expression}”. Close what was opened, or finish the last operation.',
    es: 'La expresión termina antes de tiempo: “{expression}”. Cierre lo que abrió o complete la última operación.',
    pt: 'A expressão termina cedo demais: “{expression}”. Feche o que foi aberto ou complete a última operação.',
  },
  'expression.syntax-unclosed': {
    en: 'A quote, backquote, comment or pattern that opens near “{near}” is never closed. Close it.',
    es: 'Una comilla, comentario o patrón que se abre cerca de “{near}” nunca se cierra. Ciérrelo.',
    pt: 'Aspas, crase, comentário ou padrão aberto perto de “{near}” nunca é fechado. Feche-o.',
  },
  'expression.too-long': {
    en: 'The expression has {length} characters; {limit} is the limit. Split it over several fields or use a code node.',
    es: 'La expresión tiene {length} caracteres y el límite es {limit}. Divídala en varios campos o use un nodo de código.',
    pt: 'A expressão tem {length} caracteres e o limite é {limit}. Divida-a em vários campos ou use um nó de código.',
  },
  'expression.unknown-function': {
    en: 'There is no function ${name}. Check its spelling, or pick one from the function list.',
    es: 'No existe la función ${name}. Revise cómo está escrita o elija una de la lista de funciones.',
    pt: 'Não existe a função ${name}. Confira a escrita ou escolha uma da lista de funções.',
  },
  'expression.not-a-number': {
    en: '“{value}” is not a number. Correct it where the row comes from, or filter such rows out before this box.',
    es: '“{value}” no es un número. Corríjalo en el origen de la fila, o filtre esas filas antes de esta caja.',
    pt: '“{value}” não é um número. Corrija na origem da linha ou filtre essas linhas antes desta caixa.',
  },
  'expression.ambiguous-number': {
    en: '“{value}” can mean two numbers. Say which mark separates the decimals: $parseNumber(field, ",") or $parseNumber(field, ".").',
    es: '“{value}” puede leerse como dos números distintos. Indique qué signo separa los decimales: $parseNumber(campo, ",") o $parseNumber(campo, ".").',
    pt: '“{value}” pode ser lido como dois números diferentes. Diga qual sinal separa os decimais: $parseNumber(campo, ",") ou $parseNumber(campo, ".").',
  },
  'expression.not-a-date': {
    en: '“{value}” is not a date Eclusa can read. Use day/month/year such as 23/11/2026, or 2026-11-23.',
    es: '“{value}” no es una fecha que Eclusa pueda leer. Use día/mes/año, como 23/11/2026, o 2026-11-23.',
    pt: '“{value}” não é uma data que a Eclusa saiba ler. Use dia/mês/ano, como 23/11/2026, ou 2026-11-23.',
  },
  'expression.not-yes-or-no': {
    en: '“{value}” is neither yes nor no. Say which word means yes, or correct it where the row comes from.',
    es: '“{value}” no es sí ni no. Indique qué palabra quiere decir sí, o corríjalo en el origen de la fila.',
    pt: '“{value}” não é sim nem não. Diga qual palavra quer dizer sim, ou corrija na origem da linha.',
  },
  'expression.missing': {
    en: 'A value that is required is missing or empty in this row. Fill it in where the row comes from.',
    es: 'En esta fila falta o está vacío un valor obligatorio. Complételo en el origen de la fila.',
    pt: 'Um valor obrigatório está faltando ou vazio nesta linha. Preencha na origem da linha.',
  },
  'expression.too-small': {
    en: '{value} is too small: at least {min} is needed. Correct it where the row comes from.',
    es: '{value} es demasiado pequeño: se necesita al menos {min}. Corríjalo en el origen de la fila.',
    pt: '{value} é pequeno demais: é preciso no mínimo {min}. Corrija na origem da linha.',
  },
  'expression.bad-cnpj': {
    en: '“{value}” is not a valid CNPJ: its length or check digits are wrong. Correct it in the source system.',
    es: '“{value}” no es un CNPJ válido: el largo o los dígitos verificadores no coinciden. Corríjalo en el sistema de origen.',
    pt: '“{value}” não é um CNPJ válido: o tamanho ou os dígitos verificadores não conferem. Corrija no sistema de origem.',
  },
  'expression.bad-cpf': {
    en: '“{value}” is not a valid CPF: its length or check digits are wrong. Correct it in the source system.',
    es: '“{value}” no es un CPF válido: el largo o los dígitos verificadores no coinciden. Corríjalo en el sistema de origen.',
    pt: '“{value}” não é um CPF válido: o tamanho ou os dígitos verificadores não conferem. Corrija no sistema de origem.',
  },
  'expression.bad-ean': {
    en: '“{value}” is not a valid EAN: it needs 8, 12, 13 or 14 digits and a matching check digit. Correct it in the source system.',
    es: '“{value}” no es un EAN válido: debe tener 8, 12, 13 o 14 dígitos y un dígito verificador que coincida. Corríjalo en el sistema de origen.',
    pt: '“{value}” não é um EAN válido: precisa de 8, 12, 13 ou 14 dígitos e do dígito verificador certo. Corrija no sistema de origem.',
  },
  'expression.operand-not-number': {
    en: 'The operation {token} needs numbers, but got {value} in “{expression}”. Turn texts into numbers with $parseNumber(…).',
    es: 'La operación {token} necesita números y recibió {value} en “{expression}”. Convierta los textos en números con $parseNumber(…).',
    pt: 'A operação {token} precisa de números e recebeu {value} em “{expression}”. Transforme textos em números com $parseNumber(…).',
  },
  'expression.not-comparable': {
    en: 'The comparison {token} in “{expression}” cannot compare {value} with {value2}. Both sides must be numbers, or both texts: use $parseNumber(…) or $string(…).',
    es: 'La comparación {token} en “{expression}” no puede comparar {value} con {value2}. Ambos lados deben ser números, o ambos textos: use $parseNumber(…) o $string(…).',
    pt: 'A comparação {token} em “{expression}” não consegue comparar {value} com {value2}. Os dois lados devem ser números, ou os dois textos: use $parseNumber(…) ou $string(…).',
  },
  'expression.not-finite': {
    en: 'The result of “{expression}” is not a finite number. Check for a division by zero.',
    es: 'El resultado de “{expression}” no es un número finito. Verifique si hay una división por cero.',
    pt: 'O resultado de “{expression}” não é um número finito. Veja se há uma divisão por zero.',
  },
  'expression.bad-argument': {
    en: 'The function ${token} does not accept {value} as argument {index} in “{expression}”. Check the kind of value it needs in the function list.',
    es: 'La función ${token} no acepta {value} como argumento {index} en “{expression}”. Vea en la lista de funciones qué tipo de valor necesita.',
    pt: 'A função ${token} não aceita {value} como argumento {index} em “{expression}”. Veja na lista de funções que tipo de valor ela precisa.',
  },
  'expression.not-a-function': {
    en: '“{expression}” calls something that is not a function. Functions start with $, such as $uppercase(name).',
    es: '“{expression}” llama a algo que no es una función. Las funciones empiezan con $, como $uppercase(nombre).',
    pt: '“{expression}” chama algo que não é uma função. Funções começam com $, como $uppercase(nome).',
  },
  'expression.key-not-text': {
    en: 'A member of the object in “{expression}” has {value} as its name. Names must be texts: use $string(…).',
    es: 'Un miembro del objeto en “{expression}” tiene {value} como nombre. Los nombres deben ser textos: use $string(…).',
    pt: 'Um membro do objeto em “{expression}” tem {value} como nome. Nomes devem ser textos: use $string(…).',
  },
  'expression.key-twice': {
    en: 'The object in “{expression}” names {value} twice. Keep one of the two.',
    es: 'El objeto en “{expression}” repite el nombre {value}. Deje solo uno.',
    pt: 'O objeto em “{expression}” repete o nome {value}. Deixe apenas um.',
  },
  'expression.regexp-unsupported': {
    en: 'The pattern /{pattern}/ cannot be used: {reason}. Look-ahead (?=…), look-behind with groups and back-references \\1 are not available; write the pattern without them.',
    es: 'El patrón /{pattern}/ no se puede usar: {reason}. No hay búsqueda anticipada (?=…), búsqueda hacia atrás con grupos ni referencias \\1; escriba el patrón sin ellas.',
    pt: 'O padrão /{pattern}/ não pode ser usado: {reason}. Não há look-ahead (?=…), look-behind com grupos nem referências \\1; escreva o padrão sem eles.',
  },
  'expression.reserved-name': {
    en: 'The row has a field named {name}, a name reserved by JSONata. Rename it in the source.',
    es: 'La fila tiene un campo llamado {name}, un nombre reservado de JSONata. Cámbielo en el origen.',
    pt: 'A linha tem um campo chamado {name}, nome reservado da JSONata. Renomeie na origem.',
  },
  'expression.raised': {
    en: 'The expression stopped this row: {reason}',
    es: 'La expresión detuvo esta fila: {reason}',
    pt: 'A expressão interrompeu esta linha: {reason}',
  },
  'expression.too-slow': {
    en: 'The expression takes too long and was stopped: “{expression}”. Look for a function that calls itself without end, or for lists inside lists.',
    es: 'La expresión tarda demasiado y fue detenida: “{expression}”. Busque una función que se llama a sí misma sin fin, o listas dentro de listas.',
    pt: 'A expressão demora demais e foi interrompida: “{expression}”. Procure uma função que chama a si mesma sem fim, ou listas dentro de listas.',
  },
  'expression.too-deep': {
    en: 'The expression goes too deep and was stopped: “{expression}”. Look for a function that calls itself without end, or for brackets nested many times.',
    es: 'La expresión se anida demasiado y fue detenida: “{expression}”. Busque una función que se llama a sí misma sin fin, o paréntesis anidados muchas veces.',
    pt: 'A expressão se aninha demais e foi interrompida: “{expression}”. Procure uma função que chama a si mesma sem fim, ou parênteses aninhados muitas vezes.',
  },
  'expression.too-big': {
    en: 'The expression builds a list or text that is too large: “{expression}”. Work with fewer values at once.',
    es: 'La expresión crea una lista o texto demasiado grande: “{expression}”. Trabaje con menos valores a la vez.',
    pt: 'A expressão cria uma lista ou texto grande demais: “{expression}”. Trabalhe com menos valores de cada vez.',
  },
  'expression.result-too-big': {
    en: 'The result of the expression is too large (more than {limit}). Keep only what the next box needs.',
    es: 'El resultado de la expresión es demasiado grande (más de {limit}). Deje solo lo que necesita la siguiente caja.',
    pt: 'O resultado da expressão é grande demais (mais de {limit}). Deixe só o que a próxima caixa precisa.',
  },
  'expression.failed': {
    en: 'The expression “{expression}” failed for this row: {reason}. Check the values it uses.',
    es: 'La expresión “{expression}” falló en esta fila: {reason}. Revise los valores que usa.',
    pt: 'A expressão “{expression}” falhou nesta linha: {reason}. Confira os valores que ela usa.',
  },
};
