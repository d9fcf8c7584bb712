// Sentences about calls to programs (callbacks).
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const callbackMessages: Record<string, Text> = {
  'api.callback-address': {
    en: 'Nobody can be called at this address. Enter one that begins with https:// or http:// and holds no user or password.',
    es: 'No se puede llamar a nadie en esta dirección. Escriba una que empiece con https:// o http:// y no lleve usuario ni contraseña.',
    pt: 'Não dá para chamar ninguém neste endereço. Digite um que comece com https:// ou http:// e não tenha usuário nem senha.',
  },
  'api.callback-secret-missing': {
    en: 'There is no secret yet to sign the call to callbackUrl with. An owner or admin makes it once with POST /api/v1/callbacks/run-secret; then start the run again.',
    es: 'Todavía no hay un secreto para firmar la llamada a callbackUrl. Un propietario o administrador lo crea una vez con POST /api/v1/callbacks/run-secret; después inicie la ejecución de nuevo.',
    pt: 'Ainda não há um segredo para assinar a chamada a callbackUrl. Um proprietário ou administrador o cria uma vez com POST /api/v1/callbacks/run-secret; depois inicie a execução de novo.',
  },
  'api.callback-not-found': {
    en: 'This callback does not exist. Load the list again.',
    es: 'Este callback no existe. Vuelva a cargar la lista.',
    pt: 'Este callback não existe. Carregue a lista de novo.',
  },
  'callback.timeout': {
    en: 'No answer within 10 seconds. Answer first and work afterwards.',
    es: 'Sin respuesta en 10 segundos. Responda primero y procese después.',
    pt: 'Sem resposta em 10 segundos. Responda primeiro e processe depois.',
  },
  'callback.unreachable': {
    en: 'Nobody answers at this address. Check the address, and that it can be reached from here.',
    es: 'Nadie responde en esta dirección. Revise la dirección y que se pueda llegar a ella desde aquí.',
    pt: 'Ninguém responde neste endereço. Confira o endereço e se dá para chegar a ele a partir daqui.',
  },
  'callback.no-secret': {
    en: 'There was no secret to sign the call with any more, so it was not made. Make the secret for runs, then send it again.',
    es: 'Ya no había secreto para firmar la llamada, así que no se hizo. Cree el secreto para ejecuciones y envíela de nuevo.',
    pt: 'Não havia mais segredo para assinar a chamada, então ela não foi feita. Crie o segredo para execuções e envie de novo.',
  },
  'api.delivery-not-found': {
    en: 'This delivery does not exist any more. Load the list again.',
    es: 'Esta entrega ya no existe. Vuelva a cargar la lista.',
    pt: 'Esta entrega não existe mais. Carregue a lista de novo.',
  },
};
