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
  'api.delivery-not-found': {
    en: 'This delivery does not exist any more. Load the list again.',
    es: 'Esta entrega ya no existe. Vuelva a cargar la lista.',
    pt: 'Esta entrega não existe mais. Carregue a lista de novo.',
  },
};
