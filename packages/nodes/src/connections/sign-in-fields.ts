// The part of the HTTP connection's form that asks how to sign in.
import type { Field, Fields } from '@eclusa/flow';

const auth = (...is: string[]) => ({ field: 'auth', is });
const oauth = ['oauth2Client', 'oauth2Refresh', 'oauth2Password'];

const authField: Field = {
  kind: 'choice',
  default: 'none',
  name: { en: 'Sign-in', es: 'Autenticación', pt: 'Autenticação' },
  choices: [
    { value: 'none', name: { en: 'None', es: 'Ninguna', pt: 'Nenhuma' } },
    {
      value: 'basic',
      name: {
        en: 'User and password (Basic)',
        es: 'Usuario y contraseña (Basic)',
        pt: 'Usuário e senha (Basic)',
      },
    },
    {
      value: 'digest',
      name: {
        en: 'User and password (Digest)',
        es: 'Usuario y contraseña (Digest)',
        pt: 'Usuário e senha (Digest)',
      },
    },
    { value: 'bearer', name: { en: 'Token (Bearer)', es: 'Token (Bearer)', pt: 'Token (Bearer)' } },
    { value: 'apiKey', name: { en: 'API key', es: 'Clave de API', pt: 'Chave de API' } },
    {
      value: 'oauth2Client',
      name: {
        en: 'OAuth 2.0: client credentials',
        es: 'OAuth 2.0: credenciales de cliente',
        pt: 'OAuth 2.0: credenciais de cliente',
      },
    },
    {
      value: 'oauth2Refresh',
      name: {
        en: 'OAuth 2.0: refresh token',
        es: 'OAuth 2.0: token de renovación',
        pt: 'OAuth 2.0: token de renovação',
      },
    },
    {
      value: 'oauth2Password',
      name: {
        en: 'OAuth 2.0: user and password',
        es: 'OAuth 2.0: usuario y contraseña',
        pt: 'OAuth 2.0: usuário e senha',
      },
    },
    {
      value: 'session',
      name: {
        en: 'A call that opens a session',
        es: 'Una llamada que abre una sesión',
        pt: 'Uma chamada que abre uma sessão',
      },
    },
  ],
};

const sessionFields: Fields = {
  loginPath: {
    kind: 'text',
    required: true,
    when: auth('session'),
    placeholder: '/Login',
    name: { en: 'Path that opens it', es: 'Ruta que la abre', pt: 'Caminho que a abre' },
    help: {
      en: 'Called by POST before the first call, and again when the session has ended. Its cookies go with every call.',
      es: 'Se llama por POST antes de la primera llamada, y otra vez cuando la sesión terminó. Sus cookies van en cada llamada.',
      pt: 'É chamado por POST antes da primeira chamada, e de novo quando a sessão terminou. Os cookies dela vão em cada chamada.',
    },
  },
  loginBody: {
    kind: 'text',
    required: true,
    multiline: true,
    when: auth('session'),
    placeholder: '{"CompanyDB": "SBO_EMPRESA", "UserName": "{username}", "Password": "{password}"}',
    name: { en: 'Body of that call', es: 'Cuerpo de esa llamada', pt: 'Corpo dessa chamada' },
    help: {
      en: 'JSON in which {username} and {password} stand for those above. Do not write the password itself: this text is stored without encryption.',
      es: 'JSON en el que {username} y {password} representan los de arriba. No escriba la contraseña: este texto se guarda sin cifrar.',
      pt: 'JSON em que {username} e {password} representam os de cima. Não escreva a própria senha: este texto é guardado sem criptografia.',
    },
  },
  sessionPath: {
    kind: 'text',
    when: auth('session'),
    advanced: true,
    placeholder: 'bearerToken',
    name: {
      en: 'Where the session’s token is',
      es: 'Dónde está el token de la sesión',
      pt: 'Onde está o token da sessão',
    },
    help: {
      en: 'The path in the answer, for systems that give a token instead of cookies.',
      es: 'La ruta en la respuesta, para sistemas que dan un token en lugar de cookies.',
      pt: 'O caminho na resposta, para sistemas que dão um token em vez de cookies.',
    },
  },
  sessionHeader: {
    kind: 'text',
    when: auth('session'),
    advanced: true,
    placeholder: 'Authorization',
    name: { en: 'Header it goes into', es: 'Cabecera en la que va', pt: 'Cabeçalho em que ele vai' },
    help: {
      en: 'The header that carries that token. Empty: Authorization.',
      es: 'La cabecera que lleva ese token. Vacío: Authorization.',
      pt: 'O cabeçalho que leva esse token. Vazio: Authorization.',
    },
  },
  sessionPrefix: {
    kind: 'text',
    when: auth('session'),
    advanced: true,
    placeholder: 'Bearer',
    name: { en: 'Word before it', es: 'Palabra delante', pt: 'Palavra antes dele' },
    help: {
      en: 'Such as Bearer, when the system wants one.',
      es: 'Como Bearer, cuando el sistema la pide.',
      pt: 'Como Bearer, quando o sistema pede.',
    },
  },
};

const oauthFields: Fields = {
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
    advanced: true,
    name: { en: 'Scope', es: 'Ámbito (scope)', pt: 'Escopo (scope)' },
    help: {
      en: 'Which rights are asked for, as the manual spells them. Empty: what the system gives by itself.',
      es: 'Qué permisos se piden, como los escribe el manual. Vacío: los que el sistema da por sí mismo.',
      pt: 'Quais permissões são pedidas, como o manual as escreve. Vazio: as que o sistema dá por conta própria.',
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
    ],
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
    columns: {
      name: { kind: 'text', required: true, name: { en: 'Name', es: 'Nombre', pt: 'Nome' } },
      value: { kind: 'text', name: { en: 'Value', es: 'Valor', pt: 'Valor' } },
    },
  },
};

/** Some gateways want a key of the application beside the sign-in of the user. */
const extraKeyFields: Fields = {
  extraKeyName: {
    kind: 'text',
    advanced: true,
    placeholder: 'X-Token',
    name: {
      en: 'Another header with a key',
      es: 'Otra cabecera con una clave',
      pt: 'Outro cabeçalho com uma chave',
    },
    help: {
      en: 'For systems that want a key beside the sign-in, such as X-Token or apikey. It goes with requests for tokens too, when they go to the same host.',
      es: 'Para sistemas que piden una clave además de la autenticación, como X-Token o apikey. También va con las solicitudes de token, si van al mismo servidor.',
      pt: 'Para sistemas que pedem uma chave além da autenticação, como X-Token ou apikey. Vai também nos pedidos de token, se forem ao mesmo servidor.',
    },
  },
  extraKey: {
    kind: 'secret',
    advanced: true,
    name: { en: 'Key in that header', es: 'Clave de esa cabecera', pt: 'Chave desse cabeçalho' },
  },
};

/** How to sign in: which way, and what that way needs. */
export const signInFields: Fields = {
  auth: authField,
  username: {
    kind: 'text',
    required: true,
    when: auth('basic', 'digest', 'session', 'oauth2Password'),
    name: { en: 'User', es: 'Usuario', pt: 'Usuário' },
  },
  password: {
    kind: 'secret',
    when: auth('basic', 'digest', 'session', 'oauth2Password'),
    name: { en: 'Password', es: 'Contraseña', pt: 'Senha' },
  },
  token: {
    kind: 'secret',
    required: true,
    when: auth('bearer'),
    name: { en: 'Token', es: 'Token', pt: 'Token' },
  },
  keyName: {
    kind: 'text',
    required: true,
    when: auth('apiKey'),
    placeholder: 'X-Api-Key',
    name: { en: 'Name of the key', es: 'Nombre de la clave', pt: 'Nome da chave' },
    help: {
      en: 'As the system’s manual spells it, for example X-Api-Key or apikey.',
      es: 'Tal como aparece en el manual del sistema, por ejemplo X-Api-Key o apikey.',
      pt: 'Como está no manual do sistema, por exemplo X-Api-Key ou apikey.',
    },
  },
  keyPlace: {
    kind: 'choice',
    default: 'header',
    when: auth('apiKey'),
    name: { en: 'Where the key goes', es: 'Dónde va la clave', pt: 'Onde vai a chave' },
    choices: [
      { value: 'header', name: { en: 'Header', es: 'Cabecera', pt: 'Cabeçalho' } },
      { value: 'query', name: { en: 'Address (query)', es: 'Dirección (query)', pt: 'Endereço (query)' } },
      { value: 'body', name: { en: 'JSON body', es: 'Cuerpo JSON', pt: 'Corpo JSON' } },
    ],
  },
  key: {
    kind: 'secret',
    required: true,
    when: auth('apiKey'),
    name: { en: 'Key', es: 'Clave', pt: 'Chave' },
  },
  ...sessionFields,
  ...oauthFields,
  ...extraKeyFields,
};
