// Sentences for the codes of connections and their tests.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const connectionsMessages: Record<string, Text> = {
  'connections.base-url': {
    en: '"{address}" is not a base address. Write one that begins with http:// or https://, without spaces.',
    es: '«{address}» no es una dirección base. Escriba una que empiece con http:// o https://, sin espacios.',
    pt: '"{address}" não é um endereço base. Escreva um que comece com http:// ou https://, sem espaços.',
  },
  'connections.oauth-address': {
    en: '"{address}" is not an address of tokens. Write one that begins with https://, as the manual of the other system has it.',
    es: '«{address}» no es una dirección de tokens. Escriba una que empiece con https://, como figura en el manual del otro sistema.',
    pt: '"{address}" não é um endereço de tokens. Escreva um que comece com https://, como está no manual do outro sistema.',
  },
  'connections.oauth-refused': {
    en: '{address} gave no token: {reason}. Check client ID, client secret and, where the connection has one, the refresh token; a refresh token that has ended must be asked for anew in the other system.',
    es: '{address} no entregó un token: {reason}. Revise el ID y el secreto de cliente y, si la conexión lo tiene, el token de renovación; si este venció, hay que pedir uno nuevo en el otro sistema.',
    pt: '{address} não entregou um token: {reason}. Confira o ID e o segredo do cliente e, se a conexão tiver, o token de renovação; se ele venceu, é preciso pedir um novo no outro sistema.',
  },
  'connections.oauth-key': {
    en: 'The private key of this connection cannot be used. Paste the whole text, with its first and last line, and choose the kind of signature that fits it: ES256 for an elliptic curve, PS256 or RS256 for RSA.',
    es: 'La clave privada de esta conexión no se puede usar. Pegue el texto completo, con su primera y última línea, y elija el tipo de firma que le corresponde: ES256 para una curva elíptica, PS256 o RS256 para RSA.',
    pt: 'A chave privada desta conexão não pode ser usada. Cole o texto inteiro, com a primeira e a última linha, e escolha o tipo de assinatura que combina com ela: ES256 para curva elíptica, PS256 ou RS256 para RSA.',
  },
  'connections.oauth-save-first': {
    en: 'Save this connection, then test it: many systems take a refresh token once only, and the next one can only be stored in a saved connection.',
    es: 'Guarde esta conexión y luego pruébela: muchos sistemas aceptan un token de renovación una sola vez, y el siguiente solo se puede guardar en una conexión guardada.',
    pt: 'Salve esta conexão e depois teste: muitos sistemas aceitam um token de renovação uma vez só, e o próximo só pode ser guardado em uma conexão salva.',
  },
  'connections.session-body': {
    en: 'The body of the call that opens a session is not JSON. Correct it in the connection; every name and every text stands in quotes.',
    es: 'El cuerpo de la llamada que abre la sesión no es JSON. Corríjalo en la conexión; cada nombre y cada texto va entre comillas.',
    pt: 'O corpo da chamada que abre a sessão não é JSON. Corrija na conexão; cada nome e cada texto fica entre aspas.',
  },
  'connections.session-refused': {
    en: '{address} answered, but gave neither a cookie nor a token for a session. Check the body of that call in the connection, and where the token is.',
    es: '{address} respondió, pero no entregó ni cookie ni token de sesión. Revise en la conexión el cuerpo de esa llamada y dónde está el token.',
    pt: '{address} respondeu, mas não entregou nem cookie nem token de sessão. Confira na conexão o corpo dessa chamada e onde está o token.',
  },
  'connections.http-answered': {
    en: 'The system answered (status {status}).',
    es: 'El sistema respondió (estado {status}).',
    pt: 'O sistema respondeu (status {status}).',
  },
  'connections.odata-answered': {
    en: 'The OData service answered, with {count} entity sets: {sets}.',
    es: 'El servicio OData respondió, con {count} conjuntos de entidades: {sets}.',
    pt: 'O serviço OData respondeu, com {count} conjuntos de entidades: {sets}.',
  },
  'connections.http-not-found': {
    en: 'The system answers, but there is nothing at {address} (status 404). That can be right for a base address; fill in "Path for the test" to check the sign-in too.',
    es: 'El sistema responde, pero no hay nada en {address} (estado 404). Puede ser normal en una dirección base; complete «Ruta para la prueba» para comprobar también la autenticación.',
    pt: 'O sistema responde, mas não há nada em {address} (status 404). Isso pode ser normal em um endereço base; preencha "Caminho para o teste" para conferir também a autenticação.',
  },
  'connections.vtex-answered': {
    en: 'The store {store} answered and knows this key.',
    es: 'La tienda {store} respondió y reconoce esta clave.',
    pt: 'A loja {store} respondeu e reconhece esta chave.',
  },
  'connections.vtex-key-wrong': {
    en: 'The account {account} answered, but does not know this application key and token. Copy both again from the VTEX Admin (Account settings → API keys) and check that the key belongs to this account.',
    es: 'La cuenta {account} respondió, pero no reconoce esta clave y este token de aplicación. Cópielos de nuevo del Admin de VTEX (Configuración de la cuenta → Claves de API) y compruebe que la clave sea de esta cuenta.',
    pt: 'A conta {account} respondeu, mas não reconhece esta chave e este token de aplicação. Copie os dois de novo do Admin da VTEX (Configurações da conta → Chaves de API) e confira se a chave é desta conta.',
  },
  'connections.vtex-account-unknown': {
    en: 'No VTEX store answers for the account {account}. Check its spelling: it is the first part of the Admin’s address. Check the environment and other addresses too, if you changed them.',
    es: 'Ninguna tienda VTEX responde por la cuenta {account}. Revise cómo está escrita: es la primera parte de la dirección del Admin. Revise también el entorno y las otras direcciones, si los cambió.',
    pt: 'Nenhuma loja VTEX responde pela conta {account}. Confira a grafia: é a primeira parte do endereço do Admin. Confira também o ambiente e os outros endereços, se você os mudou.',
  },
  'connections.vtex-unreachable': {
    en: 'The store {account} could not be reached in time. Check the network, and the other addresses if you set any; then test again.',
    es: 'No se pudo llegar a la tienda {account} a tiempo. Revise la red y las otras direcciones, si indicó alguna; luego pruebe de nuevo.',
    pt: 'Não foi possível alcançar a loja {account} a tempo. Confira a rede e os outros endereços, se informou algum; depois teste de novo.',
  },
};
