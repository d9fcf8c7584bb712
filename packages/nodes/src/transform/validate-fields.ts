// The form of the box that checks rows.
import type { Choice, Fields } from '@eclusa/flow';

const choice = (value: string, en: string, es: string, pt: string): Choice => ({
  value,
  name: { en, es, pt },
});

const rules: Choice[] = [
  choice('filled', 'Has a value', 'Tiene valor', 'Tem valor'),
  choice('number', 'Is a number', 'Es un número', 'É um número'),
  choice('whole', 'Is a whole number', 'Es un número entero', 'É um número inteiro'),
  choice('at-least', 'Is at least', 'Es como mínimo', 'É no mínimo'),
  choice('at-most', 'Is at most', 'Es como máximo', 'É no máximo'),
  choice(
    'length',
    'Has at most so many characters',
    'Tiene como máximo tantos caracteres',
    'Tem no máximo tantos caracteres',
  ),
  choice('one-of', 'Is one of', 'Es uno de', 'É um de'),
  choice('pattern', 'Fits the pattern', 'Sigue el patrón', 'Segue o padrão'),
  choice('date', 'Is a date', 'Es una fecha', 'É uma data'),
  choice('email', 'Is an e-mail address', 'Es una dirección de correo', 'É um endereço de e-mail'),
  choice('ean', 'Is an EAN', 'Es un EAN', 'É um EAN'),
  choice('cnpj', 'Is a CNPJ', 'Es un CNPJ', 'É um CNPJ'),
  choice('cpf', 'Is a CPF', 'Es un CPF', 'É um CPF'),
  choice('true', 'Is true, as a formula', 'Es verdadero, como fórmula', 'É verdadeiro, como fórmula'),
];

export const validateFields: Fields = {
  by: {
    kind: 'choice',
    default: 'rules',
    name: { en: 'Check by', es: 'Comprobar con', pt: 'Conferir com' },
    help: {
      en: 'Rules are filled in here, one line each. A JSON Schema often comes with the documents of the other system.',
      es: 'Las reglas se completan aquí, una por línea. Un JSON Schema suele venir con los documentos del otro sistema.',
      pt: 'As regras são preenchidas aqui, uma por linha. Um JSON Schema costuma vir com os documentos do outro sistema.',
    },
    choices: [
      choice('rules', 'Rules', 'Reglas', 'Regras'),
      choice('schema', 'A JSON Schema', 'Un JSON Schema', 'Um JSON Schema'),
    ],
  },
  rules: {
    kind: 'table',
    required: true,
    minRows: 1,
    when: { field: 'by', is: ['rules'] },
    name: { en: 'Rules', es: 'Reglas', pt: 'Regras' },
    help: {
      en: 'A row must keep to all of them. Only “Has a value” and “Is true” object to an empty value. Numbers and dates may be written as in Brazil: 1.299,90 and 31/12/2026.',
      es: 'Una fila debe cumplirlas todas. Solo «Tiene valor» y «Es verdadero» rechazan un valor vacío. Los números y las fechas pueden escribirse como en Brasil: 1.299,90 y 31/12/2026.',
      pt: 'Uma linha deve cumprir todas. Só “Tem valor” e “É verdadeiro” recusam um valor vazio. Números e datas podem ser escritos como no Brasil: 1.299,90 e 31/12/2026.',
    },
    columns: {
      field: {
        kind: 'expression',
        required: true,
        placeholder: 'preco',
        name: { en: 'Field', es: 'Campo', pt: 'Campo' },
      },
      rule: {
        kind: 'choice',
        default: 'filled',
        required: true,
        choices: rules,
        name: { en: 'Rule', es: 'Regla', pt: 'Regra' },
      },
      value: {
        kind: 'text',
        maxLength: 1000,
        name: { en: 'Compared with', es: 'Comparado con', pt: 'Comparado com' },
        help: {
          en: 'A number for least, most and characters; values with commas between them for “one of”; a regular expression for a pattern.',
          es: 'Un número para mínimo, máximo y caracteres; valores separados por comas para «uno de»; una expresión regular para un patrón.',
          pt: 'Um número para mínimo, máximo e caracteres; valores separados por vírgulas para “um de”; uma expressão regular para um padrão.',
        },
      },
      message: {
        kind: 'text',
        maxLength: 300,
        name: { en: 'What to say', es: 'Qué decir', pt: 'O que dizer' },
        help: {
          en: 'Your own sentence for whoever mends the row. When empty, the rule speaks for itself.',
          es: 'Su propia frase para quien corrija la fila. Si queda vacía, la regla habla por sí misma.',
          pt: 'A sua própria frase para quem corrigir a linha. Se ficar vazia, a regra fala por si.',
        },
      },
    },
  },
  schema: {
    kind: 'code',
    language: 'json',
    required: true,
    when: { field: 'by', is: ['schema'] },
    name: { en: 'JSON Schema', es: 'JSON Schema', pt: 'JSON Schema' },
    help: {
      en: 'The schema of one row, of draft 2020-12 or an earlier one, 64 kB at most. It is read here alone: addresses in it are not followed.',
      es: 'El esquema de una fila, del borrador 2020-12 o uno anterior, 64 kB como máximo. Se lee solo lo que está aquí: no se siguen las direcciones que contenga.',
      pt: 'O esquema de uma linha, do rascunho 2020-12 ou de um anterior, no máximo 64 kB. Só o que está aqui é lido: endereços nele não são seguidos.',
    },
  },
  otherwise: {
    kind: 'choice',
    default: 'fail',
    name: { en: 'Rows that break a rule', es: 'Filas que no cumplen', pt: 'Linhas que não cumprem' },
    help: {
      en: 'Failed rows are kept with the reasons and can be replayed once they are mended. By “Invalid” they go on to the boxes you connect there; with nothing connected they end here.',
      es: 'Las filas fallidas se guardan con los motivos y se pueden reprocesar una vez corregidas. Por «No válidas» siguen a las cajas que conecte ahí; si no hay ninguna, terminan aquí.',
      pt: 'As linhas com falha são guardadas com os motivos e podem ser reprocessadas depois de corrigidas. Por “Inválidas” elas seguem para as caixas ligadas ali; se não houver nenhuma, terminam aqui.',
    },
    choices: [
      choice('fail', 'Fail, with the reasons', 'Fallan, con los motivos', 'Falham, com os motivos'),
      choice('port', 'Leave by “Invalid”', 'Salen por «No válidas»', 'Saem por “Inválidas”'),
    ],
  },
  name: {
    kind: 'text',
    default: 'faults',
    required: true,
    maxLength: 64,
    when: { field: 'otherwise', is: ['port'] },
    name: { en: 'Field for the reasons', es: 'Campo para los motivos', pt: 'Campo para os motivos' },
    help: {
      en: 'Invalid rows get this field: a list of {field, message}.',
      es: 'Las filas no válidas reciben este campo: una lista de {field, message}.',
      pt: 'As linhas inválidas recebem este campo: uma lista de {field, message}.',
    },
  },
  language: {
    kind: 'choice',
    default: 'pt',
    advanced: true,
    when: { field: 'otherwise', is: ['port'] },
    name: { en: 'Language of the reasons', es: 'Idioma de los motivos', pt: 'Idioma dos motivos' },
    help: {
      en: 'For rules without a sentence of your own.',
      es: 'Para las reglas sin una frase propia.',
      pt: 'Para as regras sem frase própria.',
    },
    choices: [
      choice('pt', 'Portuguese', 'Portugués', 'Português'),
      choice('es', 'Spanish', 'Español', 'Espanhol'),
      choice('en', 'English', 'Inglés', 'Inglês'),
    ],
  },
};
