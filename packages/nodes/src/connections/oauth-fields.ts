// The part of the HTTP connection's form that is for OAuth 2.0.
import type { Fields } from '@eclusa/flow';

const auth = (...is: string[]) => ({ field: 'auth', is });
const signed = { field: 'clientAuth', is: ['key'] };
const oauth = ['oauth2Code', 'oauth2Client', 'oauth2Refresh', 'oauth2Password'];

/** Names and values of parameters that a request carries beside the usual ones. */
const parameterColumns: Fields = {
  name: { kind: 'text', required: true, name: { en: 'Name', es: 'Nombre', pt: 'Nome' } },
  value: { kind: 'text', name: { en: 'Value', es: 'Valor', pt: 'Valor' } },
};

export const oauthFields: Fields = {
  authorizeUrl: {
    kind: 'text',
    required: true,
    when: auth('oauth2Code'),
    placeholder: 'https://erp.example.com/oauth/authorize',
    pattern: '^https?://.+',
    name: { en: 'Address to sign in at', es: 'Dirección para iniciar sesión', pt: 'Endereço para entrar' },
    help: {
      en: 'The page on which a person allows the access; manuals call it authorization URL or authorize endpoint.',
      es: 'La página en la que una persona permite el acceso; los manuales la llaman authorization URL o authorize endpoint.',
      pt: 'A página em que uma pessoa permite o acesso; os manuais chamam de authorization URL ou authorize endpoint.',
    },
  },
  tokenUrl: {
    kind: 'text',
    required: true,
    when: auth(...oauth),
    placeholder: 'https://erp.example.com/oauth/token',
    pattern: '^https?://.+',
    name: { en: 'Address of tokens', es: 'Dirección de los tokens', pt: 'Endereço dos tokens' },
    help: {
      en: 'Where tokens are asked for; manuals call it token URL or token endpoint.',
      es: 'Donde se piden los tokens; los manuales la llaman token URL o token endpoint.',
      pt: 'Onde os tokens são pedidos; os manuais chamam de token URL ou token endpoint.',
    },
  },
  clientId: {
    kind: 'text',
    when: auth(...oauth),
    name: { en: 'Client ID', es: 'ID de cliente', pt: 'ID do cliente' },
    help: {
      en: 'The other system gives it, with the secret, when you register an application there.',
      es: 'El otro sistema lo entrega, con el secreto, cuando usted registra allí una aplicación.',
      pt: 'O outro sistema o entrega, com o segredo, quando você registra lá um aplicativo.',
    },
  },
  clientSecret: {
    kind: 'secret',
    when: auth(...oauth),
    name: { en: 'Client secret', es: 'Secreto de cliente', pt: 'Segredo do cliente' },
    help: {
      en: 'Empty where the application was registered as a public one, without a secret.',
      es: 'Vacío si la aplicación se registró como pública, sin secreto.',
      pt: 'Vazio se o aplicativo foi cadastrado como público, sem segredo.',
    },
  },
  refreshToken: {
    kind: 'secret',
    required: true,
    when: auth('oauth2Refresh'),
    name: { en: 'Refresh token', es: 'Token de renovación', pt: 'Token de renovação' },
    help: {
      en: 'What came with the first token when you allowed the application in the other system. When that system replaces it, the new one is stored here.',
      es: 'Lo que llegó con el primer token cuando usted autorizó la aplicación en el otro sistema. Cuando ese sistema lo reemplaza, el nuevo se guarda aquí.',
      pt: 'O que veio com o primeiro token quando você autorizou o aplicativo no outro sistema. Quando esse sistema o troca, o novo é guardado aqui.',
    },
  },
  scope: {
    kind: 'text',
    when: auth(...oauth),
    name: { en: 'Scope', es: 'Ámbito (scope)', pt: 'Escopo (scope)' },
    help: {
      en: 'Which rights are asked for, as the manual spells them, with spaces between. Some systems only renew a sign-in with offline_access among them. Empty: what the system gives by itself.',
      es: 'Qué permisos se piden, como los escribe el manual, separados por espacios. Algunos sistemas solo renuevan el acceso si incluye offline_access. Vacío: los que el sistema da por sí mismo.',
      pt: 'Quais permissões são pedidas, como o manual as escreve, separadas por espaços. Alguns sistemas só renovam o acesso se houver offline_access entre elas. Vazio: as que o sistema dá por conta própria.',
    },
  },
  clientAuth: {
    kind: 'choice',
    default: 'basic',
    when: auth(...oauth),
    advanced: true,
    name: {
      en: 'Where ID and secret go',
      es: 'Dónde van el ID y el secreto',
      pt: 'Onde vão o ID e o segredo',
    },
    choices: [
      { value: 'basic', name: { en: 'Header (Basic)', es: 'Cabecera (Basic)', pt: 'Cabeçalho (Basic)' } },
      {
        value: 'body',
        name: { en: 'Body of the request', es: 'Cuerpo de la solicitud', pt: 'Corpo da requisição' },
      },
      {
        value: 'key',
        name: {
          en: 'Nowhere: a private key signs',
          es: 'En ningún lado: firma una clave privada',
          pt: 'Em lugar nenhum: uma chave privada assina',
        },
      },
    ],
  },
  signingKey: {
    kind: 'secret',
    required: true,
    when: signed,
    advanced: true,
    name: { en: 'Private key', es: 'Clave privada', pt: 'Chave privada' },
    help: {
      en: 'The whole text that begins with -----BEGIN PRIVATE KEY-----. Its certificate is uploaded to the other system.',
      es: 'El texto completo que empieza con -----BEGIN PRIVATE KEY-----. Su certificado se sube al otro sistema.',
      pt: 'O texto completo que começa com -----BEGIN PRIVATE KEY-----. O certificado dela é enviado ao outro sistema.',
    },
  },
  signingKeyId: {
    kind: 'text',
    when: signed,
    advanced: true,
    name: { en: 'ID of the certificate', es: 'ID del certificado', pt: 'ID do certificado' },
    help: {
      en: 'As the other system shows it after the upload; manuals call it certificate ID or kid.',
      es: 'Como lo muestra el otro sistema después de subirlo; los manuales lo llaman certificate ID o kid.',
      pt: 'Como o outro sistema mostra depois do envio; os manuais chamam de certificate ID ou kid.',
    },
  },
  signingAlgorithm: {
    kind: 'choice',
    default: 'PS256',
    when: signed,
    advanced: true,
    name: { en: 'Kind of signature', es: 'Tipo de firma', pt: 'Tipo de assinatura' },
    choices: ['PS256', 'RS256', 'ES256'].map((value) => ({
      value,
      name: { en: value, es: value, pt: value },
    })),
  },
  tokenParameters: {
    kind: 'table',
    when: auth(...oauth),
    advanced: true,
    name: {
      en: 'More parameters for tokens',
      es: 'Más parámetros para los tokens',
      pt: 'Mais parâmetros para os tokens',
    },
    help: {
      en: 'Sent with every request for a token, such as audience or resource. Not for secrets: they are stored as plain text.',
      es: 'Se envían con cada solicitud de token, como audience o resource. No para secretos: se guardan como texto sin cifrar.',
      pt: 'Vão em cada pedido de token, como audience ou resource. Não para segredos: ficam guardados como texto simples.',
    },
    columns: parameterColumns,
  },
  authorizeParameters: {
    kind: 'table',
    when: auth('oauth2Code'),
    advanced: true,
    name: {
      en: 'More parameters for the sign-in page',
      es: 'Más parámetros para la página de inicio de sesión',
      pt: 'Mais parâmetros para a página de entrada',
    },
    help: {
      en: 'Added to the address to sign in at, such as prompt=consent or access_type=offline. Not for secrets: they are stored as plain text.',
      es: 'Se agregan a la dirección para iniciar sesión, como prompt=consent o access_type=offline. No para secretos: se guardan como texto sin cifrar.',
      pt: 'Vão no endereço para entrar, como prompt=consent ou access_type=offline. Não para segredos: ficam guardados como texto simples.',
    },
    columns: parameterColumns,
  },
};
