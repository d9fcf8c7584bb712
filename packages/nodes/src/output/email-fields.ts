// The form of the box that sends mail.
import type { Fields } from '@eclusa/flow';

const once = { field: 'each', is: ['run'] };

export const emailFields: Fields = {
  connection: {
    kind: 'connection',
    required: true,
    accepts: ['smtp'],
    name: { en: 'Mail server', es: 'Servidor de correo', pt: 'Servidor de e-mail' },
    help: {
      en: 'The server that sends the mail, and in whose name.',
      es: 'El servidor que envía el correo, y en nombre de quién.',
      pt: 'O servidor que envia o e-mail, e em nome de quem.',
    },
  },
  to: {
    kind: 'text',
    required: true,
    maxLength: 2000,
    placeholder: 'operacao@loja.com.br',
    pattern: '^[^\\r\\n]+$',
    name: { en: 'To', es: 'Para', pt: 'Para' },
    help: {
      en: 'One address, or several with commas between them. {name} takes a parameter of the flow.',
      es: 'Una dirección, o varias separadas por comas. {nombre} toma un parámetro del flujo.',
      pt: 'Um endereço, ou vários separados por vírgulas. {nome} usa um parâmetro do fluxo.',
    },
  },
  each: {
    kind: 'choice',
    default: 'run',
    name: { en: 'How many mails', es: 'Cuántos correos', pt: 'Quantos e-mails' },
    help: {
      en: 'A run without rows here sends no mail. Mails about single rows are limited, so that a bad night does not fill a mailbox.',
      es: 'Una ejecución sin filas aquí no envía correo. Los correos por fila tienen un límite, para que una mala noche no llene un buzón.',
      pt: 'Uma execução sem linhas aqui não envia e-mail. E-mails por linha têm um limite, para que uma noite ruim não encha uma caixa postal.',
    },
    choices: [
      {
        value: 'run',
        name: {
          en: 'One about all rows of a run',
          es: 'Uno por ejecución, sobre todas las filas',
          pt: 'Um por execução, sobre todas as linhas',
        },
      },
      { value: 'row', name: { en: 'One for each row', es: 'Uno por cada fila', pt: 'Um para cada linha' } },
    ],
  },
  subject: {
    kind: 'text',
    places: true,
    required: true,
    maxLength: 500,
    placeholder: '{{count}} pedidos com falha',
    pattern: '^[^\\r\\n]+$',
    name: { en: 'Subject', es: 'Asunto', pt: 'Assunto' },
    help: {
      en: 'Places in double braces are filled: of one mail about all rows {{count}}, {{first.field}} and {{$params.name}}; of one for a row its fields.',
      es: 'Se llenan los lugares entre dos llaves: de un correo sobre todas las filas {{count}}, {{first.campo}} y {{$params.nombre}}; de uno por fila, sus campos.',
      pt: 'São preenchidos os lugares entre duas chaves: de um e-mail sobre todas as linhas {{count}}, {{first.campo}} e {{$params.nome}}; de um por linha, os campos dela.',
    },
  },
  text: {
    kind: 'text',
    places: true,
    required: true,
    multiline: true,
    maxLength: 20_000,
    name: { en: 'Text', es: 'Texto', pt: 'Texto' },
    help: {
      en: 'Plain text, with the same places as the subject.',
      es: 'Texto simple, con los mismos lugares que el asunto.',
      pt: 'Texto simples, com os mesmos lugares que o assunto.',
    },
  },
  attach: {
    kind: 'toggle',
    default: true,
    when: once,
    name: {
      en: 'Attach the rows as CSV',
      es: 'Adjuntar las filas como CSV',
      pt: 'Anexar as linhas como CSV',
    },
    help: {
      en: 'The first 2,000 rows, for a spreadsheet. The mail goes to whoever reads that mailbox: leave it off for personal data.',
      es: 'Las primeras 2.000 filas, para una planilla. El correo llega a quien lea ese buzón: no lo use con datos personales.',
      pt: 'As primeiras 2.000 linhas, para uma planilha. O e-mail chega a quem lê aquela caixa: não use com dados pessoais.',
    },
  },
  most: {
    kind: 'number',
    default: 20,
    min: 1,
    max: 200,
    integer: true,
    when: { field: 'each', is: ['row'] },
    name: {
      en: 'Mails in a run at most',
      es: 'Correos por ejecución como máximo',
      pt: 'E-mails por execução no máximo',
    },
    help: {
      en: 'Further rows leave without a mail, and their field sent says false.',
      es: 'Las demás filas salen sin correo y su campo sent dice false.',
      pt: 'As demais linhas saem sem e-mail, e o campo sent diz false.',
    },
  },
};
