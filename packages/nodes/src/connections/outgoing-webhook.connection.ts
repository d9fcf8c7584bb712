// An address that takes messages: of a chat such as Slack or Teams, or of any system. Whoever knows it can write there, so it
// is a secret.
import { defineConnection, sentences } from '@eclusa/flow';
import { webhookAddress } from '../net/webhook-address';

export default defineConnection({
  id: 'outgoing-webhook',
  name: {
    en: 'Webhook of a chat or system',
    es: 'Webhook de un chat o sistema',
    pt: 'Webhook de um chat ou sistema',
  },
  help: {
    en: 'The address under which a chat (Slack, Microsoft Teams, Google Chat, Mattermost) or another system takes messages.',
    es: 'La dirección en la que un chat (Slack, Microsoft Teams, Google Chat, Mattermost) u otro sistema recibe mensajes.',
    pt: 'O endereço em que um chat (Slack, Microsoft Teams, Google Chat, Mattermost) ou outro sistema recebe mensagens.',
  },
  fields: {
    address: {
      kind: 'secret',
      required: true,
      name: { en: 'Webhook address', es: 'Dirección del webhook', pt: 'Endereço do webhook' },
      help: {
        en: 'As the chat shows it when you add an incoming webhook, such as https://hooks.slack.com/services/… Whoever knows it can write there, so it is kept like a password.',
        es: 'Como la muestra el chat al agregar un webhook entrante, por ejemplo https://hooks.slack.com/services/… Quien la conoce puede escribir allí, así que se guarda como una contraseña.',
        pt: 'Como o chat mostra ao incluir um webhook de entrada, por exemplo https://hooks.slack.com/services/… Quem o conhece pode escrever ali, então ele é guardado como uma senha.',
      },
    },
    secret: {
      kind: 'secret',
      advanced: true,
      name: { en: 'Secret for the signature', es: 'Secreto para la firma', pt: 'Segredo para a assinatura' },
      help: {
        en: 'For systems of your own: each message is then signed as Standard Webhooks has it (HMAC-SHA256), as with whsec_… Chats need none.',
        es: 'Para sistemas propios: cada mensaje se firma entonces según Standard Webhooks (HMAC-SHA256), por ejemplo con whsec_… Los chats no lo necesitan.',
        pt: 'Para sistemas próprios: cada mensagem é então assinada como manda o Standard Webhooks (HMAC-SHA256), por exemplo com whsec_… Chats não precisam.',
      },
    },
  },
  async test({ connection, reach }) {
    const { hostname, port, protocol, host } = webhookAddress(connection);
    await reach.address(hostname, Number(port) || (protocol === 'https:' ? 443 : 80));
    // Whatever is sent there is read by people.
    return sentences('connections.outgoing-webhook-ready', { host });
  },
});
