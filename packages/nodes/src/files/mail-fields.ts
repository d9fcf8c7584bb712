// What a box for files asks about a mailbox whose mails bring them.
import type { Fields } from '@eclusa/flow';

const mail = { field: 'from', is: ['mail'] };

export const mailFields: Fields = {
  mailbox: {
    kind: 'connection',
    required: true,
    when: mail,
    accepts: ['imap'],
    name: { en: 'E-mail account', es: 'Cuenta de correo', pt: 'Conta de e-mail' },
    help: {
      en: 'The account the mails come to and how to sign in, such as notas@example.com.',
      es: 'La cuenta a la que llegan los correos y cómo entrar, como facturas@example.com.',
      pt: 'A conta em que os e-mails chegam e como entrar, como notas@example.com.',
    },
  },
  mailFolder: {
    kind: 'text',
    when: mail,
    placeholder: 'INBOX',
    name: { en: 'Mail folder', es: 'Carpeta de correo', pt: 'Pasta de e-mail' },
    help: {
      en: 'Such as INBOX/Notas. The inbox when empty.',
      es: 'Como INBOX/Facturas. Si queda vacía, la bandeja de entrada.',
      pt: 'Como INBOX/Notas. Se ficar vazia, a caixa de entrada.',
    },
  },
  sender: {
    kind: 'text',
    when: mail,
    placeholder: '*@fornecedor.com.br',
    name: { en: 'Sender', es: 'Remitente', pt: 'Remetente' },
    help: {
      en: 'Only mails from these addresses, such as *@fornecedor.com.br. Several with a comma between them; anybody when empty, and then anybody can send in files.',
      es: 'Solo correos de estas direcciones, como *@proveedor.com. Varias, separadas por coma; si queda vacío, de cualquiera, y entonces cualquiera puede enviar archivos.',
      pt: 'Só e-mails destes endereços, como *@fornecedor.com.br. Vários, separados por vírgula; se ficar vazio, de qualquer um, e aí qualquer um pode enviar arquivos.',
    },
  },
  subject: {
    kind: 'text',
    when: mail,
    placeholder: '*nota fiscal*',
    name: { en: 'Subject', es: 'Asunto', pt: 'Assunto' },
    help: {
      en: 'Only mails with such a subject, such as *nota fiscal*. Any when empty.',
      es: 'Solo correos con ese asunto, como *factura*. Si queda vacío, cualquiera.',
      pt: 'Só e-mails com esse assunto, como *nota fiscal*. Se ficar vazio, qualquer um.',
    },
  },
};

/** Shown after the names of the files. */
export const afterMailFields: Fields = {
  afterMail: {
    kind: 'choice',
    default: 'seen',
    when: mail,
    name: { en: 'Then the mail is', es: 'Después el correo', pt: 'Depois o e-mail' },
    help: {
      en: 'What becomes of a mail when the rows of all its files are stored in the run, such as moving it to Lidos.',
      es: 'Qué pasa con un correo cuando las filas de todos sus archivos quedaron guardadas en la ejecución, como moverlo a Leidos.',
      pt: 'O que acontece com um e-mail quando as linhas de todos os arquivos dele estão guardadas na execução, como mover para Lidos.',
    },
    choices: [
      { value: 'seen', name: { en: 'Marked as read', es: 'Se marca como leído', pt: 'É marcado como lido' } },
      { value: 'keep', name: { en: 'Left as it is', es: 'Queda como está', pt: 'Fica como está' } },
      { value: 'move', name: { en: 'Moved', es: 'Se mueve', pt: 'É movido' } },
      { value: 'delete', name: { en: 'Deleted', es: 'Se elimina', pt: 'É apagado' } },
    ],
  },
  mailMoveTo: {
    kind: 'text',
    default: 'Lidos',
    when: { field: 'afterMail', is: ['move'] },
    name: { en: 'Move the mail to', es: 'Mover el correo a', pt: 'Mover o e-mail para' },
    help: {
      en: 'A mail folder such as Lidos. It is made when it is not there.',
      es: 'Una carpeta de correo como Leidos. Se crea si no existe.',
      pt: 'Uma pasta de e-mail como Lidos. É criada se não existir.',
    },
  },
  mailDays: {
    kind: 'number',
    default: 30,
    min: 1,
    max: 3_650,
    integer: true,
    advanced: true,
    when: mail,
    unit: { en: 'days', es: 'días', pt: 'dias' },
    name: { en: 'Mails of the last', es: 'Correos de los últimos', pt: 'E-mails dos últimos' },
    help: {
      en: 'Older ones are not looked at, such as those before 30 days.',
      es: 'Los más antiguos no se miran, como los de hace más de 30 días.',
      pt: 'Os mais antigos não são olhados, como os de antes de 30 dias.',
    },
  },
};
