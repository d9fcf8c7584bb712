// Sentences for the codes of connections and their tests.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const connectionsMessages: Record<string, Text> = {
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
