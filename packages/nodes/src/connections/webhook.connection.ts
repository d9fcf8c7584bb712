// How another system proves that a call is its own: a signature over the body, a secret in a header, user and password.
import { defineConnection, sentences } from '@eclusa/flow';

const scheme = (...is: string[]) => ({ field: 'scheme', is });

export default defineConnection({
  id: 'webhook',
  name: {
    en: 'Signature of incoming calls',
    es: 'Firma de llamadas entrantes',
    pt: 'Assinatura de chamadas recebidas',
  },
  help: {
    en: 'The secret you share with a system that calls a flow. A call that does not prove it is refused, and nothing runs.',
    es: 'El secreto que comparte con un sistema que llama a un flujo. Una llamada que no lo demuestra se rechaza y no se ejecuta nada.',
    pt: 'O segredo que você compartilha com um sistema que chama um fluxo. Uma chamada que não o comprova é recusada e nada é executado.',
  },
  fields: {
    scheme: {
      kind: 'choice',
      default: 'standard',
      name: {
        en: 'How calls are signed',
        es: 'Cómo se firman las llamadas',
        pt: 'Como as chamadas são assinadas',
      },
      choices: [
        {
          value: 'standard',
          name: { en: 'Standard Webhooks', es: 'Standard Webhooks', pt: 'Standard Webhooks' },
        },
        { value: 'github', name: { en: 'As GitHub does', es: 'Como GitHub', pt: 'Como o GitHub' } },
        { value: 'shopify', name: { en: 'As Shopify does', es: 'Como Shopify', pt: 'Como a Shopify' } },
        {
          value: 'stripe',
          name: {
            en: 'As Stripe does (with a time)',
            es: 'Como Stripe (con hora)',
            pt: 'Como a Stripe (com horário)',
          },
        },
        { value: 'hmac', name: { en: 'Another HMAC', es: 'Otro HMAC', pt: 'Outro HMAC' } },
        {
          value: 'header',
          name: {
            en: 'A secret in a header',
            es: 'Un secreto en una cabecera',
            pt: 'Um segredo em um cabeçalho',
          },
        },
        {
          value: 'basic',
          name: {
            en: 'User and password (Basic)',
            es: 'Usuario y contraseña (Basic)',
            pt: 'Usuário e senha (Basic)',
          },
        },
      ],
    },
    header: {
      kind: 'text',
      required: true,
      when: scheme('hmac', 'header'),
      placeholder: 'X-Signature',
      pattern: "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$",
      name: { en: 'Header', es: 'Cabecera', pt: 'Cabeçalho' },
    },
    algorithm: {
      kind: 'choice',
      default: 'sha256',
      when: scheme('hmac'),
      name: { en: 'Algorithm', es: 'Algoritmo', pt: 'Algoritmo' },
      choices: ['sha256', 'sha1', 'sha512'].map((value) => {
        const name = `HMAC-${value.toUpperCase()}`;
        return { value, name: { en: name, es: name, pt: name } };
      }),
    },
    encoding: {
      kind: 'choice',
      default: 'hex',
      when: scheme('hmac'),
      name: { en: 'Written as', es: 'Escrito como', pt: 'Escrito como' },
      choices: [
        { value: 'hex', name: { en: 'Hexadecimal', es: 'Hexadecimal', pt: 'Hexadecimal' } },
        { value: 'base64', name: { en: 'Base64', es: 'Base64', pt: 'Base64' } },
      ],
    },
    prefix: {
      kind: 'text',
      when: scheme('hmac'),
      placeholder: 'sha256=',
      name: { en: 'What stands before it', es: 'Lo que va delante', pt: 'O que vem antes' },
    },
    username: {
      kind: 'text',
      required: true,
      when: scheme('basic'),
      name: { en: 'User', es: 'Usuario', pt: 'Usuário' },
    },
    secret: {
      kind: 'secret',
      required: true,
      name: { en: 'Secret or password', es: 'Secreto o contraseña', pt: 'Segredo ou senha' },
      help: {
        en: 'The same that is entered in the other system. For Standard Webhooks it begins with whsec_.',
        es: 'El mismo que se carga en el otro sistema. Para Standard Webhooks empieza con whsec_.',
        pt: 'O mesmo que é informado no outro sistema. Para Standard Webhooks começa com whsec_.',
      },
    },
    tolerance: {
      kind: 'number',
      default: 300,
      min: 1,
      max: 86_400,
      advanced: true,
      when: scheme('standard', 'stripe'),
      unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
      name: {
        en: 'How old a signed call may be',
        es: 'Cuánta antigüedad puede tener una llamada firmada',
        pt: 'Que idade uma chamada assinada pode ter',
      },
    },
  },
  // Nobody can be asked: the other side calls. The form has seen to it that all is there.
  test: () => Promise.resolve(sentences('connections.webhook-ready', {})),
});
