// The part of the HTTP connection's form that asks how to sign in.
import type { Field, Fields } from '@eclusa/flow';
import { oauthFields } from './oauth-fields';

const auth = (...is: string[]) => ({ field: 'auth', is });

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
      value: 'oauth2Code',
      name: {
        en: 'OAuth 2.0: sign in at the provider',
        es: 'OAuth 2.0: iniciar sesión en el proveedor',
        pt: 'OAuth 2.0: entrar no provedor',
      },
      help: {
        en: 'A person signs in at the other system once and allows the access. It is renewed by itself from then on.',
        es: 'Una persona inicia sesión una vez en el otro sistema y permite el acceso. Desde entonces se renueva solo.',
        pt: 'Uma pessoa entra uma vez no outro sistema e permite o acesso. Daí em diante ele se renova sozinho.',
      },
    },
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
