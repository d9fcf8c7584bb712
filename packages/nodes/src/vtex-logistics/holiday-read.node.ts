// Reads one holiday.
import { vtexRead } from '../vtex/vtex-read';
import { holidayId } from './terms';

export default vtexRead({
  id: 'vtex.holiday-read',
  version: 1,
  name: { en: 'Read holiday', es: 'Leer feriado', pt: 'Ler feriado' },
  help: {
    en: 'Reads, for each row, one holiday by its id: name and date.',
    es: 'Lee, por cada fila, un feriado por su id: nombre y fecha.',
    pt: 'Lê, para cada linha, um feriado pelo id: nome e data.',
  },
  keywords: ['holiday', 'feriado', 'festivo', 'calendário'],
  area: 'logistics',
  request: 'GET /api/logistics/pvt/configuration/holidays/{holidayId}',
  path: { holidayId },
  saveAs: 'holiday',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'holidayId', expression: 'feriado' }],
      saveAs: 'holiday',
    },
    input: [{ feriado: 'natal-2026' }],
    output: {
      out: [
        {
          feriado: 'natal-2026',
          holiday: { id: 'natal-2026', name: 'Natal', startDate: '2026-12-25T00:00:00Z' },
        },
      ],
    },
  },
});
