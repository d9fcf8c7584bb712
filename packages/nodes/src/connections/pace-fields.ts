// The part of a connection's form that says how often its system is asked, and how often again.
import type { Fields } from '@eclusa/flow';

/** Limits of a system that is asked over HTTP; see `pace.ts` for what they mean. */
export const paceFields: Fields = {
  callsPerSecond: {
    kind: 'number',
    min: 0.01,
    max: 1000,
    advanced: true,
    name: { en: 'Calls per second', es: 'Llamadas por segundo', pt: 'Chamadas por segundo' },
    help: {
      en: 'At most so many, all flows and machines together; 0.5 is one call in two seconds. Empty: as fast as answers come.',
      es: 'Como máximo tantas, sumando todos los flujos y máquinas; 0,5 es una llamada cada dos segundos. Vacío: tan rápido como lleguen las respuestas.',
      pt: 'No máximo tantas, somando todos os fluxos e máquinas; 0,5 é uma chamada a cada dois segundos. Vazio: tão rápido quanto vierem as respostas.',
    },
  },
  callsAtOnce: {
    kind: 'number',
    min: 1,
    max: 1000,
    integer: true,
    advanced: true,
    name: { en: 'Calls at once', es: 'Llamadas a la vez', pt: 'Chamadas ao mesmo tempo' },
    help: {
      en: 'At most so many under way, all flows and machines together: the next begins when an answer is here whole. Empty: as many as the flows make.',
      es: 'Como máximo tantas en curso, sumando todos los flujos y máquinas: la siguiente empieza cuando una respuesta llegó completa. Vacío: las que hagan los flujos.',
      pt: 'No máximo tantas em andamento, somando todos os fluxos e máquinas: a próxima começa quando uma resposta chegou inteira. Vazio: as que os fluxos fizerem.',
    },
  },
  tries: {
    kind: 'number',
    min: 1,
    max: 100,
    integer: true,
    advanced: true,
    name: { en: 'Tries', es: 'Intentos', pt: 'Tentativas' },
    help: {
      en: 'How often a call is made when the system is overloaded (429, 503), broken or silent, the first included. Empty: again and again for a quarter of an hour.',
      es: 'Cuántas veces se hace una llamada si el sistema está sobrecargado (429, 503), con fallas o en silencio, incluida la primera. Vacío: una y otra vez durante un cuarto de hora.',
      pt: 'Quantas vezes uma chamada é feita se o sistema está sobrecarregado (429, 503), com falhas ou em silêncio, incluindo a primeira. Vazio: repetidamente por um quarto de hora.',
    },
  },
  longestWaitSeconds: {
    kind: 'number',
    min: 1,
    max: 900,
    advanced: true,
    unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
    name: {
      en: 'Longest wait between tries',
      es: 'Espera máxima entre intentos',
      pt: 'Espera máxima entre tentativas',
    },
    help: {
      en: 'A system that asks for a longer wait is not asked again: the row fails, and can be sent again later. Empty: up to 30 seconds, or as long as the system asks for.',
      es: 'A un sistema que pide esperar más no se le pregunta de nuevo: la fila falla y se puede enviar más tarde. Vacío: hasta 30 segundos, o lo que pida el sistema.',
      pt: 'Um sistema que pede uma espera maior não é chamado de novo: a linha falha e pode ser enviada depois. Vazio: até 30 segundos, ou o tempo que o sistema pedir.',
    },
  },
};
