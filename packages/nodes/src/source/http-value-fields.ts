// The parts of source forms that say how an ERP writes its values, what an error looks like, and what was read last.
import type { Fields } from '@eclusa/flow';

export const failureFields: Fields = {
  failure: {
    kind: 'expression',
    default: '',
    advanced: true,
    placeholder: 'status = "Erro" ? mensagem',
    name: {
      en: 'The answer is an error when',
      es: 'La respuesta es un error cuando',
      pt: 'A resposta é um erro quando',
    },
    help: {
      en: 'Many ERPs answer errors with HTTP 200. An expression over the answer: when it is true the reading stops. A text that it gives is shown as the reason, such as error.data.message.',
      es: 'Muchos ERP responden errores con HTTP 200. Una expresión sobre la respuesta: cuando es verdadera, la lectura se detiene. Si da un texto, se muestra como motivo, por ejemplo error.data.message.',
      pt: 'Muitos ERPs respondem erros com HTTP 200. Uma expressão sobre a resposta: quando é verdadeira, a leitura para. Se der um texto, ele aparece como motivo, por exemplo error.data.message.',
    },
  },
};

/** `{last}` in the request stands for the highest value read so far. */
export const lastFields: Fields = {
  lastField: {
    kind: 'text',
    default: '',
    placeholder: 'write_date',
    maxLength: 200,
    name: {
      en: 'Only what is new since',
      es: 'Solo lo nuevo según',
      pt: 'Só o que é novo conforme',
    },
    help: {
      en: 'The field with the time of the last change or a rising number. Its highest value is remembered when a run has read everything, and the next run has it as {last}. Rows with that very value that come again are left out. Empty: everything is read each time.',
      es: 'El campo con la hora del último cambio o un número creciente. Su valor más alto se recuerda cuando una ejecución leyó todo, y la siguiente lo tiene como {last}. Las filas con ese mismo valor que vuelven a llegar se omiten. Vacío: se lee todo cada vez.',
      pt: 'O campo com a hora da última mudança ou um número crescente. O maior valor é lembrado quando uma execução leu tudo, e a próxima o recebe como {last}. Linhas com esse mesmo valor que chegam de novo ficam de fora. Vazio: tudo é lido a cada vez.',
    },
  },
  lastStart: {
    kind: 'text',
    default: '',
    placeholder: '2026-01-01 00:00:00',
    maxLength: 200,
    advanced: true,
    name: { en: 'First value of {last}', es: 'Primer valor de {last}', pt: 'Primeiro valor de {last}' },
    help: {
      en: 'What {last} stands for in the first run. Empty: query parameters with {last} are left out then, so that everything is read.',
      es: 'Lo que representa {last} en la primera ejecución. Vacío: entonces se omiten los parámetros de consulta con {last}, y se lee todo.',
      pt: 'O que {last} representa na primeira execução. Vazio: aí os parâmetros de consulta com {last} ficam de fora, e tudo é lido.',
    },
  },
};

export const valueFields: Fields = {
  emptyFalse: {
    kind: 'toggle',
    default: false,
    advanced: true,
    name: {
      en: 'false stands for an empty value',
      es: 'false representa un valor vacío',
      pt: 'false representa um valor vazio',
    },
    help: {
      en: 'As in Odoo, which writes false where a text, a date or a reference is empty. It becomes null.',
      es: 'Como en Odoo, que escribe false donde un texto, una fecha o una referencia está vacía. Se convierte en null.',
      pt: 'Como no Odoo, que escreve false onde um texto, uma data ou uma referência está vazia. Vira null.',
    },
  },
  yesNoFields: {
    kind: 'text',
    default: '',
    placeholder: 'active, sale_ok',
    when: { field: 'emptyFalse', is: [true] },
    advanced: true,
    name: {
      en: 'Fields that are truly yes or no',
      es: 'Campos que sí son sí o no',
      pt: 'Campos que são mesmo sim ou não',
    },
    help: {
      en: 'Their names, separated by commas. In these false stays false.',
      es: 'Sus nombres, separados por comas. En ellos false sigue siendo false.',
      pt: 'Os nomes deles, separados por vírgulas. Neles, false continua false.',
    },
  },
  references: {
    kind: 'choice',
    default: 'keep',
    advanced: true,
    name: {
      en: 'References such as [3, "Drinks"]',
      es: 'Referencias como [3, "Bebidas"]',
      pt: 'Referências como [3, "Bebidas"]',
    },
    help: {
      en: 'A list of a number and a text, by which Odoo names another record.',
      es: 'Una lista de un número y un texto, con la que Odoo nombra otro registro.',
      pt: 'Uma lista de um número e um texto, com que o Odoo nomeia outro registro.',
    },
    choices: [
      { value: 'keep', name: { en: 'Leave as it is', es: 'Dejar como está', pt: 'Deixar como está' } },
      { value: 'id', name: { en: 'Only the number', es: 'Solo el número', pt: 'Só o número' } },
      {
        value: 'both',
        name: { en: 'As id and name', es: 'Como id y name', pt: 'Como id e name' },
      },
    ],
  },
  typedValues: {
    kind: 'toggle',
    default: false,
    advanced: true,
    name: {
      en: 'Values come as objects with their type',
      es: 'Los valores llegan como objetos con su tipo',
      pt: 'Os valores chegam como objetos com o tipo',
    },
    help: {
      en: 'As in Tryton: {"__class__": "Decimal", "decimal": "12.50"} becomes 12.5, a date becomes 2026-11-23. A number with more digits than JSON holds stays a text.',
      es: 'Como en Tryton: {"__class__": "Decimal", "decimal": "12.50"} se convierte en 12.5, una fecha en 2026-11-23. Un número con más dígitos de los que caben en JSON queda como texto.',
      pt: 'Como no Tryton: {"__class__": "Decimal", "decimal": "12.50"} vira 12.5, uma data vira 2026-11-23. Um número com mais dígitos do que cabem em JSON fica como texto.',
    },
  },
};
