// Limits that every box has which asks a service over HTTP: how long it waits, how much it takes, how far it goes on.
import type { Field } from '@eclusa/flow';

export const timeoutField: Field = {
  kind: 'number',
  default: 60,
  min: 1,
  max: 600,
  advanced: true,
  unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
  name: { en: 'Longest wait', es: 'Espera máxima', pt: 'Espera máxima' },
  help: {
    en: 'An answer that takes longer counts as none; the call is then tried again where that is safe.',
    es: 'Una respuesta que tarda más cuenta como ninguna; la llamada se repite entonces donde es seguro.',
    pt: 'Uma resposta que demora mais conta como nenhuma; a chamada é então repetida onde isso é seguro.',
  },
};

export const sizeLimitField: Field = {
  kind: 'number',
  default: 20,
  min: 1,
  max: 200,
  advanced: true,
  unit: { en: 'MB', es: 'MB', pt: 'MB' },
  name: { en: 'Largest answer', es: 'Respuesta máxima', pt: 'Maior resposta' },
  help: {
    en: 'A larger answer is refused, so that one call cannot fill the memory. Ask for smaller pages first.',
    es: 'Una respuesta mayor se rechaza, para que una llamada no llene la memoria. Pida primero páginas más chicas.',
    pt: 'Uma resposta maior é recusada, para que uma chamada não encha a memória. Peça antes páginas menores.',
  },
};

export const maxPagesField: Field = {
  kind: 'number',
  default: 10_000,
  min: 1,
  max: 1_000_000,
  integer: true,
  advanced: true,
  name: { en: 'Most pages', es: 'Máximo de páginas', pt: 'Máximo de páginas' },
  help: {
    en: 'Reading stops with an error when a list goes on beyond this, since it may never end.',
    es: 'La lectura se detiene con un error si la lista sigue más allá, porque podría no terminar nunca.',
    pt: 'A leitura para com um erro se a lista passar disso, porque pode nunca terminar.',
  },
};
