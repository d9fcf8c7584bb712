// Reads the mails that VTEX sent about an order and got back, without their HTML unless it is asked for.
import { UserError } from '@eclusa/flow';
import { hasStatus } from '../vtex/remote';
import { vtexAction } from '../vtex/vtex-action';
import { objects, oneOrder, orderId } from './order';

const request = `GET ${oneOrder}/conversation-message`;

const person = (email: string, emailAlias: string, name: string, role: string | null) => ({
  conversationRelatedTo: '1268540500001-01',
  conversationSubject: 'oms',
  emailAlias,
  aliasMaskType: 0,
  email,
  name,
  role,
});
const alias = '1268540500001-01@ct.lojademo.com.br';
/** A mail of the example. */
const mail = (number: number, subject: string) => ({
  id: `2026-11-23T12-00-00.000Z_${number}`,
  from: person('noreply@lojademo.com.br', alias, 'Loja Demo', null),
  to: [person('ana.lima@exemplo.com.br', alias, 'Ana', 'Customer')],
  subject,
  firstWords: subject,
  date: '2026-11-23T12:00:00.000Z',
  hasAttachment: false,
  attachmentNames: [],
});

export default vtexAction({
  id: 'vtex.order-conversation-read',
  version: 1,
  name: { en: 'Mails about an order', es: 'Correos de un pedido', pt: 'E-mails de um pedido' },
  help: {
    en: 'Reads the mails between the store and the shopper about an order: subject, first words, sender and receivers. Each has a whole HTML page, which is left out unless you ask for it.',
    es: 'Lee los correos entre la tienda y el comprador sobre un pedido: asunto, primeras palabras, remitente y destinatarios. Cada uno trae una página HTML entera, que se omite salvo que la pida.',
    pt: 'Lê os e-mails entre a loja e o comprador sobre um pedido: assunto, primeiras palavras, remetente e destinatários. Cada um traz uma página HTML inteira, que fica de fora se você não pedir.',
  },
  keywords: [
    'conversation',
    'conversa',
    'conversación',
    'e-mail',
    'correo',
    'mensagens',
    'mensajes',
    'pedido',
  ],
  area: 'orders',
  request,
  effect: 'read',
  saveAs: 'mails',
  path: { orderId },
  options: {
    withBody: {
      kind: 'toggle',
      default: false,
      name: { en: 'With the HTML', es: 'Con el HTML', pt: 'Com o HTML' },
      help: {
        en: 'Adds the whole text of each message; rows become much larger.',
        es: 'Agrega el texto completo de cada mensaje; las filas crecen mucho.',
        pt: 'Acrescenta o texto inteiro de cada mensagem; as linhas ficam bem maiores.',
      },
    },
  },
  prepare: ({ config }) => ({
    async run(values, { store }) {
      const id = String(values['orderId']);
      try {
        const mails = objects(await store.send(request, { params: { orderId: id } }));
        if (config['withBody'] === true) return mails;
        return mails.map(({ body: _html, ...rest }) => rest);
      } catch (error) {
        if (hasStatus(error, 404)) throw new UserError('vtex.order-unknown', { values: { orderId: id } });
        throw error;
      }
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'orderId', expression: 'pedido' }],
      saveAs: 'mails',
    },
    input: [{ pedido: '1268540500001-01' }],
    output: {
      out: [
        { pedido: '1268540500001-01', mails: [mail(1, 'Pedido recebido'), mail(2, 'Pagamento aprovado')] },
      ],
    },
  },
});
