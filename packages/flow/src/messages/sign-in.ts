// Sentences about signing in at another system in a window of the browser.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const signInMessages: Record<string, Text> = {
  'connections.authorize-address': {
    en: '"{address}" is not an address to sign in at. Write one that begins with https://, as the manual of the other system has it.',
    es: '«{address}» no es una dirección para iniciar sesión. Escriba una que empiece con https://, como figura en el manual del otro sistema.',
    pt: '"{address}" não é um endereço para entrar. Escreva um que comece com https://, como está no manual do outro sistema.',
  },
  'connections.sign-in-first': {
    en: 'Nobody has signed in for this connection yet. Open it under Connections and press “Sign in”.',
    es: 'Nadie inició sesión todavía para esta conexión. Ábrala en Conexiones y pulse «Iniciar sesión».',
    pt: 'Ninguém entrou ainda por esta conexão. Abra-a em Conexões e clique em “Entrar”.',
  },
  'connections.sign-in-again': {
    en: 'Sign in again at connection “{name}”: the other system no longer accepts the sign-in ({reason}). Open it under Connections, press “Sign in”, then start the run again.',
    es: 'Inicie sesión de nuevo en la conexión «{name}»: el otro sistema ya no acepta la anterior ({reason}). Ábrala en Conexiones, pulse «Iniciar sesión» y vuelva a ejecutar.',
    pt: 'Entre de novo na conexão “{name}”: o outro sistema não aceita mais o acesso anterior ({reason}). Abra-a em Conexões, clique em “Entrar” e execute de novo.',
  },
  'connections.sign-in-ended': {
    en: 'The other system no longer accepts the sign-in ({reason}). Sign in again.',
    es: 'El otro sistema ya no acepta el inicio de sesión ({reason}). Inicie sesión de nuevo.',
    pt: 'O outro sistema não aceita mais o acesso ({reason}). Entre de novo.',
  },
  'connections.sign-in-denied': {
    en: 'Access was not allowed at the other system. Press “Sign in” again and allow it there, with a user who may.',
    es: 'No se permitió el acceso en el otro sistema. Pulse «Iniciar sesión» otra vez y permítalo allí, con un usuario que pueda hacerlo.',
    pt: 'O acesso não foi permitido no outro sistema. Clique em “Entrar” de novo e permita lá, com um usuário que possa fazer isso.',
  },
  'connections.sign-in-scope': {
    en: 'The other system does not know the scopes that were asked for ({reason}). Compare “Scope” with its manual and with what was registered there.',
    es: 'El otro sistema no reconoce los ámbitos pedidos ({reason}). Compare «Ámbito (scope)» con su manual y con lo registrado allí.',
    pt: 'O outro sistema não reconhece os escopos pedidos ({reason}). Compare “Escopo (scope)” com o manual e com o que foi registrado lá.',
  },
  'connections.sign-in-answer': {
    en: 'The other system refused the sign-in: {reason}. Compare client ID, scope and redirect address with what was registered there.',
    es: 'El otro sistema rechazó el inicio de sesión: {reason}. Compare el ID de cliente, el ámbito y la dirección de retorno con lo registrado allí.',
    pt: 'O outro sistema recusou a entrada: {reason}. Compare o ID do cliente, o escopo e o endereço de retorno com o que foi registrado lá.',
  },
  'connections.sign-in-issuer': {
    en: 'The answer came from {issuer}, but this connection signs in at {address}. Nothing was sent. Check the address to sign in at.',
    es: 'La respuesta vino de {issuer}, pero esta conexión inicia sesión en {address}. No se envió nada. Revise la dirección para iniciar sesión.',
    pt: 'A resposta veio de {issuer}, mas esta conexão entra em {address}. Nada foi enviado. Confira o endereço para entrar.',
  },
  'api.sign-in-not-asked': {
    en: 'This connection does not sign in at a provider. Choose that under “Sign-in”, save it and try again.',
    es: 'Esta conexión no inicia sesión en un proveedor. Elíjalo en «Autenticación», guárdela y pruebe de nuevo.',
    pt: 'Esta conexão não entra por um provedor. Escolha isso em “Autenticação”, salve e tente de novo.',
  },
  'api.sign-in-unknown': {
    en: 'This answer belongs to no sign-in that waits in this browser: it was used already, came after ten minutes, or was begun by somebody else. Go back to Eclusa and press “Sign in” again.',
    es: 'Esta respuesta no corresponde a ningún inicio de sesión pendiente en este navegador: ya se usó, llegó después de diez minutos o lo empezó otra persona. Vuelva a Eclusa y pulse «Iniciar sesión» otra vez.',
    pt: 'Esta resposta não pertence a nenhuma entrada pendente neste navegador: já foi usada, chegou depois de dez minutos ou foi iniciada por outra pessoa. Volte à Eclusa e clique em “Entrar” de novo.',
  },
};
