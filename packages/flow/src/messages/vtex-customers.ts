// Sentences of the boxes of customers and Master Data.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const vtexCustomersMessages: Record<string, Text> = {
  'vtex.scroll-expired': {
    en: 'VTEX keeps a scroll for 20 minutes, and this one is gone. The rows read so far are processed; start the run again to read the rest.',
    es: 'VTEX conserva un recorrido 20 minutos, y este ya no existe. Las filas leídas hasta aquí se procesan; inicie la ejecución de nuevo para leer el resto.',
    pt: 'A VTEX guarda um percurso por 20 minutos, e este já não existe. As linhas lidas até aqui são processadas; inicie a execução de novo para ler o resto.',
  },
};
