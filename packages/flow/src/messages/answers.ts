// Sentences about what flows answer their callers.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const answerMessages: Record<string, Text> = {
  'nodes.answer-too-large': {
    en: 'This row would be an answer of {kilobytes} kB; {most} kB is the most. Name only the fields that the caller needs.',
    es: 'Esta fila sería una respuesta de {kilobytes} kB; el máximo es {most} kB. Indique solo los campos que necesita quien llama.',
    pt: 'Esta linha seria uma resposta de {kilobytes} kB; o máximo é {most} kB. Indique só os campos de que quem chama precisa.',
  },
  'api.answer-none': {
    en: 'This run has ended and has no answer: no row came to a box "Answer the caller", or the run did not end well. Look at the run and its failed rows.',
    es: 'Esta ejecución terminó y no tiene respuesta: ninguna fila llegó a una caja «Responder a quien llama», o la ejecución no terminó bien. Revise la ejecución y sus filas fallidas.',
    pt: 'Esta execução terminou e não tem resposta: nenhuma linha chegou a uma caixa “Responder a quem chama”, ou a execução não terminou bem. Veja a execução e as linhas com falha.',
  },
};
