// Sends mail about rows: one for a run, or one for each of a few rows.
import { defineNode, rowOut, type BarrierContext, type Json, type Kept, type Row } from '@eclusa/flow';
import { mailServer, type Mail, type MailServer } from '../net/mail';
import { fillPlaces } from '../source/http-places';
import { template } from '../transform/template-text';
import { writeTextAs } from '../transform/text-formats';
import { emailFields } from './email-fields';
import { noticesOf, type Notice, type Told } from './notices';

interface Config {
  to?: string;
  each?: 'run' | 'row';
  subject?: string;
  text?: string;
  attach?: boolean;
  most?: number;
}

/** Rows of an attached file. */
const mostAttached = 2_000;
/** Characters of an attached file: mailboxes refuse more than some ten megabytes. */
const mostCharacters = 5_000_000;

export default defineNode<Config>({
  id: 'output.email',
  version: 1,
  group: 'output',
  name: { en: 'Send an e-mail', es: 'Enviar un correo', pt: 'Enviar um e-mail' },
  help: {
    en: 'Tells people by e-mail what came of a run: connect it to “Failed” of a box, to “Invalid”, or to whatever should be seen. It waits for all rows and sends one mail about them, or one for each of a few. When the mail cannot be sent, the run ends as failed; what the other boxes did stays done.',
    es: 'Avisa por correo qué resultó de una ejecución: conéctela a «Fallidas» de una caja, a «No válidas» o a lo que se deba ver. Espera todas las filas y envía un correo sobre ellas, o uno por cada una de pocas. Si el correo no se puede enviar, la ejecución termina como fallida; lo que hicieron las otras cajas queda hecho.',
    pt: 'Avisa por e-mail o que resultou de uma execução: ligue-a a “Com falha” de uma caixa, a “Inválidas” ou ao que deve ser visto. Espera todas as linhas e envia um e-mail sobre elas, ou um para cada uma de poucas. Se o e-mail não puder ser enviado, a execução termina com falha; o que as outras caixas fizeram continua feito.',
  },
  keywords: [
    ...['mail', 'email', 'smtp', 'notify', 'notification', 'alert', 'warn', 'message'],
    ...['correo', 'avisar', 'notificar', 'alerta', 'aviso'],
    ...['e-mail', 'notificação', 'notificar', 'alertar'],
  ],
  outputs: [rowOut],
  fields: emailFields,
  behaviour: { kind: 'barrier', collect },
  example: {
    config: {
      connection: 'mail',
      to: 'operacao@loja.com.br',
      each: 'run',
      subject: '{{count}} produtos sem preço',
      text: 'O primeiro é {{first.sku}}.',
    },
    input: [{ sku: 'A' }, { sku: 'B' }],
    output: {
      out: [
        {
          to: 'operacao@loja.com.br',
          subject: '2 produtos sem preço',
          text: 'O primeiro é A.',
          rows: 2,
          sent: true,
        },
      ],
    },
  },
});

type Inputs = Readonly<Record<string, AsyncIterable<Row[]>>>;
type Context = BarrierContext<Config>;

async function* collect(inputs: Inputs, context: Context): AsyncIterable<Row[] | Kept> {
  const { config } = context;
  const post = new Post(context);
  const isEach = config.each === 'row';
  const held = isEach || config.attach === false ? 0 : mostAttached;
  const plan = { size: isEach ? 1 : Infinity, most: isEach ? (config.most ?? 20) : 1, held };
  try {
    yield* noticesOf(inputs, context, plan, (about) => post.compose(about, isEach));
  } finally {
    post.close();
  }
}

/** Writes and sends the mails of one run. */
class Post {
  private readonly fillSubject;
  private readonly fillText;
  private readonly to: string;
  private server: Promise<MailServer> | undefined;

  constructor(private readonly context: Context) {
    const { config, parameters } = context;
    const plain = { escape: 'none', strict: false } as const;
    this.fillSubject = template(config.subject ?? '', plain, parameters);
    this.fillText = template(config.text ?? '', plain, parameters);
    this.to = fillPlaces(config.to ?? '', parameters);
  }

  async compose({ count, first, rows }: Told, isEach: boolean): Promise<Notice> {
    const about: Row = isEach ? first : { count, first };
    const subject = (await this.fillSubject(about)).replace(/[\r\n]+/g, ' ').slice(0, 500);
    const text = await this.fillText(about);
    const mail = { to: this.to, subject, text };
    return {
      told: { ...mail, text: text.slice(0, 10_000) },
      deliver: (id) => this.deliver({ ...mail, messageId: `<${id}@eclusa>`, ...fileOf(rows) }),
    };
  }

  close(): void {
    void this.server?.then(
      (server) => server.close(),
      () => undefined,
    );
  }

  private async deliver(mail: Mail): Promise<void> {
    const { context } = this;
    this.server ??= context
      .connection('connection')
      .then((connection) => mailServer(connection, context.reach));
    const server = await this.server;
    await context.retry(() => server.send(mail));
  }
}

function fileOf(rows: readonly Row[]): { file?: { name: string; content: string } } {
  if (rows.length === 0) return {};
  const options = { delimiter: ';', header: true, decimalComma: true, guard: true };
  const content = writeTextAs([...rows] as Json, 'csv', { ...options, indented: false, root: '', entry: '' });
  // The mark by which spreadsheets know UTF-8.
  return content.length > mostCharacters ? {} : { file: { name: 'rows.csv', content: `\ufeff${content}` } };
}
