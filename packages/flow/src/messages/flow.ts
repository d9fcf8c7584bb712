// Sentences for the codes of the flow language itself: defects, documents, edits.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const flowMessages: Record<string, Text> = {
  'bug.unexpected': {
    en: 'Something broke inside Eclusa: {detail}. Nothing in your flow is known to be wrong. Try once more; if it stays, send this sentence to support.',
    es: 'Algo falló dentro de Eclusa: {detail}. No sabemos de ningún error en su flujo. Intente de nuevo; si se repite, envíe esta frase al soporte.',
    pt: 'Algo quebrou dentro da Eclusa: {detail}. Não há erro conhecido no seu fluxo. Tente de novo; se continuar, envie esta frase ao suporte.',
  },
};
