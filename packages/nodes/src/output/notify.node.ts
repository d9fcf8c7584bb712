// Tells a chat or any system about rows, by a webhook: one message for a run, or one for every few rows.
import {
  defineNode,
  rowOut,
  type BarrierContext,
  type JsonObject,
  type Kept,
  type MappingLine,
  type Row,
} from '@eclusa/flow';
import { rowFiller } from '../transform/mapped-row';
import { template } from '../transform/template-text';
import { noticesOf, type Notice, type Told } from './notices';
import { longestText, teamsBody, textBody, withoutCalls, type NotifyFormat } from './notify-body';
import { notifyFields } from './notify-fields';
import { postMessage } from './notify-send';

interface Config {
  each?: 'run' | 'rows';
  size?: number;
  format?: NotifyFormat;
  title?: string;
  text?: string;
  mapping?: MappingLine[];
  most?: number;
}

/** Rows that a message can speak of. */
const mostHeld = 100;

export default defineNode<Config>({
  id: 'output.notify',
  version: 1,
  group: 'output',
  name: { en: 'Notify a chat or system', es: 'Avisar a un chat o sistema', pt: 'Avisar um chat ou sistema' },
  help: {
    en: 'Posts a message to Slack, Microsoft Teams, Google Chat, Mattermost or any address that takes webhooks: connect it to “Failed” of a box, to “Invalid”, or to whatever should be seen. It waits for all rows and sends one message about them, or one for every few; a run without rows here sends none. When it cannot be sent, the run ends as failed; what the other boxes did stays done.',
    es: 'Envía un mensaje a Slack, Microsoft Teams, Google Chat, Mattermost o cualquier dirección que reciba webhooks: conéctela a «Fallidas» de una caja, a «No válidas» o a lo que se deba ver. Espera todas las filas y envía un mensaje sobre ellas, o uno cada pocas; una ejecución sin filas aquí no envía ninguno. Si no se puede enviar, la ejecución termina como fallida; lo que hicieron las otras cajas queda hecho.',
    pt: 'Envia uma mensagem ao Slack, Microsoft Teams, Google Chat, Mattermost ou a qualquer endereço que receba webhooks: ligue-a a “Com falha” de uma caixa, a “Inválidas” ou ao que deve ser visto. Espera todas as linhas e envia uma mensagem sobre elas, ou uma a cada poucas; uma execução sem linhas aqui não envia nenhuma. Se não puder ser enviada, a execução termina com falha; o que as outras caixas fizeram continua feito.',
  },
  keywords: [
    ...[
      'notify',
      'notification',
      'webhook',
      'chat',
      'alert',
      'message',
      'slack',
      'teams',
      'google chat',
      'mattermost',
    ],
    ...['avisar', 'notificar', 'alerta', 'aviso', 'mensaje'],
    ...['notificação', 'alertar', 'mensagem'],
  ],
  outputs: [rowOut],
  fields: notifyFields,
  behaviour: { kind: 'barrier', collect },
  example: {
    config: {
      connection: 'chat',
      each: 'run',
      format: 'text',
      text: '{{count}} produtos sem preço. O primeiro é {{first.sku}}.',
    },
    input: [{ sku: 'A' }, { sku: 'B' }],
    output: {
      out: [{ message: { text: '2 produtos sem preço. O primeiro é A.' }, rows: 2, sent: true }],
    },
  },
});

type Inputs = Readonly<Record<string, AsyncIterable<Row[]>>>;

async function* collect(inputs: Inputs, context: BarrierContext<Config>): AsyncIterable<Row[] | Kept> {
  const { config } = context;
  const isEach = config.each === 'rows';
  const plan = {
    size: isEach ? (config.size ?? 1) : Infinity,
    most: isEach ? (config.most ?? 20) : 1,
    held: mostHeld,
  };
  const bodyOf = writer(context);
  yield* noticesOf(inputs, context, plan, async (about): Promise<Notice> => {
    const message = await bodyOf(about, plan.size === 1);
    return {
      told: { message },
      async deliver(id) {
        const connection = await context.connection('connection');
        await context.retry(() => postMessage(context, connection, id, message));
      },
    };
  });
}

/** Of a message about a single row its fields are at hand; of others how many there are, the first, and up to a hundred. */
function writer({ config, parameters }: BarrierContext<Config>) {
  const plain = { escape: 'none', strict: false } as const;
  const fillTitle = template(config.title ?? '', plain, parameters);
  const fillText = template(config.text ?? '', plain, parameters);
  const fill = rowFiller(config.mapping ?? [], parameters);
  return async ({ count, first, rows }: Told, isSingle: boolean): Promise<JsonObject> => {
    const about: Row = isSingle ? first : { count, first, rows: [...rows] };
    if (config.format === 'json') return (await fill(about, {})) as JsonObject;
    const safe = withoutCalls(about);
    const text = (await fillText(safe)).slice(0, longestText);
    return config.format === 'teams' ? teamsBody(await fillTitle(safe), text) : textBody(text);
  };
}
