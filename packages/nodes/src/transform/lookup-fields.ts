// What boxes ask that look something up for each row: where the answer goes, and how long it holds.
import type { Fields } from '@eclusa/flow';

export const lookupFields: Fields = {
  saveAs: {
    kind: 'text',
    default: 'found',
    required: true,
    placeholder: 'cliente',
    name: { en: 'Keep the answer in', es: 'Guardar la respuesta en', pt: 'Guardar a resposta em' },
    help: {
      en: 'The field of the row that gets it, such as cliente; later boxes then use cliente.limite.',
      es: 'El campo de la fila que la recibe, como cliente; las cajas siguientes usan cliente.limite.',
      pt: 'O campo da linha que a recebe, como cliente; as caixas seguintes usam cliente.limite.',
    },
  },
  answer: {
    kind: 'choice',
    default: 'first',
    name: { en: 'What to keep', es: 'Qué guardar', pt: 'O que guardar' },
    help: {
      en: 'Of an answer with several rows the first one, or all of them as a list.',
      es: 'De una respuesta con varias filas, la primera, o todas como lista.',
      pt: 'De uma resposta com várias linhas, a primeira, ou todas como lista.',
    },
    choices: [
      { value: 'first', name: { en: 'The first row', es: 'La primera fila', pt: 'A primeira linha' } },
      { value: 'all', name: { en: 'All rows', es: 'Todas las filas', pt: 'Todas as linhas' } },
    ],
  },
  whenMissing: {
    kind: 'choice',
    default: 'empty',
    name: { en: 'If nothing is found', es: 'Si no se encuentra nada', pt: 'Se nada for encontrado' },
    help: {
      en: 'The row goes on without an answer, or leaves by "Failed".',
      es: 'La fila continúa sin respuesta o sale por «Fallidas».',
      pt: 'A linha segue sem resposta ou sai por "Com falha".',
    },
    choices: [
      { value: 'empty', name: { en: 'Go on without it', es: 'Continuar sin ella', pt: 'Seguir sem ela' } },
      { value: 'fail', name: { en: 'Fail the row', es: 'Rechazar la fila', pt: 'Recusar a linha' } },
    ],
  },
  cacheSeconds: {
    kind: 'number',
    default: 300,
    min: 0,
    max: 86_400,
    advanced: true,
    unit: { en: 'seconds', es: 'segundos', pt: 'segundos' },
    name: {
      en: 'Remember an answer for',
      es: 'Recordar una respuesta por',
      pt: 'Lembrar uma resposta por',
    },
    help: {
      en: 'An equal question within this time is answered from memory. With 0 each is asked.',
      es: 'Una pregunta igual dentro de este tiempo se responde de memoria. Con 0 se pregunta siempre.',
      pt: 'Uma pergunta igual dentro desse tempo é respondida de memória. Com 0 sempre se pergunta.',
    },
  },
};

/** The settings as boxes find them. */
export interface LookupConfig {
  saveAs?: string;
  answer?: 'first' | 'all';
  whenMissing?: 'empty' | 'fail';
  cacheSeconds?: number;
}
