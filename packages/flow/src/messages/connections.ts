// Sentences for the codes of connections and their tests.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const connectionsMessages: Record<string, Text> = {
  'connections.base-url': {
    en: '"{address}" is not a base address. Write one that begins with http:// or https://, without spaces.',
    es: '«{address}» no es una dirección base. Escriba una que empiece con http:// o https://, sin espacios.',
    pt: '"{address}" não é um endereço base. Escreva um que comece com http:// ou https://, sem espaços.',
  },
  'connections.http-answered': {
    en: 'The system answered (status {status}).',
    es: 'El sistema respondió (estado {status}).',
    pt: 'O sistema respondeu (status {status}).',
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
