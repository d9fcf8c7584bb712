// Sentences for single members of a request that are not as they should be.
import type { Text } from '../text';

/** By code; every one may use `{path}`. */
export const apiFieldMessages: Record<string, Text> = {
  'api.request-invalid': {
    en: 'Something in the request is not as it should be: "{first}" is the first of {count}. Correct it and send the request again.',
    es: 'Hay algo incorrecto en la solicitud: "{first}" es el primer campo de {count}. Corríjalo y envíe la solicitud de nuevo.',
    pt: 'Há algo incorreto na requisição: "{first}" é o primeiro campo de {count}. Corrija e envie a requisição de novo.',
  },
  'api.fields-invalid': {
    en: 'Look again at "{first}" (fields to correct: {count}).',
    es: 'Revise "{first}" (campos por corregir: {count}).',
    pt: 'Reveja "{first}" (campos a corrigir: {count}).',
  },
  'api.field-missing': {
    en: '"{path}" is missing. Fill it in.',
    es: 'Falta "{path}". Complételo.',
    pt: 'Falta "{path}". Preencha-o.',
  },
  'api.field-unknown': {
    en: '"{path}" is not known here. Remove it, or check how it is spelled.',
    es: '"{path}" no se conoce aquí. Quítelo o revise cómo está escrito.',
    pt: '"{path}" não é conhecido aqui. Remova-o ou confira como está escrito.',
  },
  'api.field-is-secret': {
    en: '"{path}" is a secret. Send it with the secrets, where it is encrypted.',
    es: '"{path}" es secreto. Envíelo con los secretos, donde se cifra.',
    pt: '"{path}" é secreto. Envie-o com os segredos, onde é criptografado.',
  },
  'api.field-not-text': {
    en: '"{path}" must be a text.',
    es: '"{path}" debe ser un texto.',
    pt: '"{path}" precisa ser um texto.',
  },
  'api.field-not-number': {
    en: '"{path}" must be a number.',
    es: '"{path}" debe ser un número.',
    pt: '"{path}" precisa ser um número.',
  },
  'api.field-not-whole-number': {
    en: '"{path}" must be a whole number.',
    es: '"{path}" debe ser un número entero.',
    pt: '"{path}" precisa ser um número inteiro.',
  },
  'api.field-not-toggle': {
    en: '"{path}" must be true or false.',
    es: '"{path}" debe ser verdadero o falso (true o false).',
    pt: '"{path}" precisa ser verdadeiro ou falso (true ou false).',
  },
  'api.field-not-object': {
    en: '"{path}" must be a JSON object.',
    es: '"{path}" debe ser un objeto JSON.',
    pt: '"{path}" precisa ser um objeto JSON.',
  },
  'api.field-not-list': {
    en: '"{path}" must be a list.',
    es: '"{path}" debe ser una lista.',
    pt: '"{path}" precisa ser uma lista.',
  },
  'api.field-not-email': {
    en: '"{path}" must be an e-mail address such as ana@store.com.',
    es: '"{path}" debe ser un correo electrónico, como ana@tienda.com.',
    pt: '"{path}" precisa ser um e-mail, como ana@loja.com.br.',
  },
  'api.field-not-id': {
    en: '"{path}" is not an id. Use the id that a list of the API gave.',
    es: '"{path}" no es un identificador. Use el que dio una lista de la API.',
    pt: '"{path}" não é um identificador. Use o que uma lista da API informou.',
  },
  'api.field-not-a-choice': {
    en: '"{path}" is not one of the choices. Choose one of those offered.',
    es: '"{path}" no es una de las opciones. Elija una de las ofrecidas.',
    pt: '"{path}" não é uma das opções. Escolha uma das oferecidas.',
  },
  'api.field-length': {
    en: '"{path}" is empty, too short or too long. Change its length.',
    es: '"{path}" está vacío o es demasiado corto o largo. Cambie su longitud.',
    pt: '"{path}" está vazio ou é curto ou longo demais. Mude o tamanho.',
  },
  'api.field-size': {
    en: '"{path}" is too small or too large. Choose a value within the limits.',
    es: '"{path}" es demasiado pequeño o grande. Elija un valor dentro de los límites.',
    pt: '"{path}" é pequeno ou grande demais. Escolha um valor dentro dos limites.',
  },
  'api.field-too-many': {
    en: '"{path}" has too many items. Send fewer at once.',
    es: '"{path}" tiene demasiados elementos. Envíe menos a la vez.',
    pt: '"{path}" tem itens demais. Envie menos de uma vez.',
  },
  'api.field-form': {
    en: '"{path}" is not of the form that is expected here. Compare it with the documentation.',
    es: '"{path}" no tiene la forma que se espera aquí. Compárelo con la documentación.',
    pt: '"{path}" não está na forma esperada aqui. Compare com a documentação.',
  },
  'api.binding-unknown-slot': {
    en: 'The flow has no connection slot "{slot}". Load the flow again.',
    es: 'El flujo no tiene el espacio de conexión "{slot}". Vuelva a cargar el flujo.',
    pt: 'O fluxo não tem o espaço de conexão "{slot}". Carregue o fluxo de novo.',
  },
  'api.binding-unknown-connection': {
    en: 'The connection chosen for "{slot}" does not exist any more. Choose another one.',
    es: 'La conexión elegida para "{slot}" ya no existe. Elija otra.',
    pt: 'A conexão escolhida para "{slot}" não existe mais. Escolha outra.',
  },
  'api.binding-wrong-kind': {
    en: '"{slot}" needs a connection of kind {wanted}, and the one chosen is of kind {kind}. Choose another one.',
    es: '"{slot}" necesita una conexión de tipo {wanted} y la elegida es de tipo {kind}. Elija otra.',
    pt: '"{slot}" precisa de uma conexão do tipo {wanted}, e a escolhida é do tipo {kind}. Escolha outra.',
  },
};
