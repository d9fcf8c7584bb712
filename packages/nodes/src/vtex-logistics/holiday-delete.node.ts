// Deletes a holiday.
import { holidayId } from './terms';

import { removal } from './by-id';

export default removal({
  id: 'vtex.holiday-delete',
  name: { en: 'Delete holiday', es: 'Eliminar feriado', pt: 'Excluir feriado' },
  help: {
    en: 'Deletes a holiday by its id, so that the day counts for deliveries again. One that is not there counts as deleted.',
    es: 'Elimina un feriado por su id, para que el día vuelva a contar para las entregas. Uno que no existe cuenta como eliminado.',
    pt: 'Exclui um feriado pelo id, para que o dia volte a contar para as entregas. Um que não existe conta como excluído.',
  },
  keywords: ['delete holiday', 'excluir feriado', 'eliminar feriado', 'festivo', 'borrar'],
  request: 'DELETE /api/logistics/pvt/configuration/holidays/{holidayId}',
  path: { holidayId },
  saveAs: 'holiday',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'holidayId', expression: 'feriado' }],
      saveAs: 'holiday',
    },
    input: [{ feriado: 'natal-2026' }],
    output: { out: [{ feriado: 'natal-2026', holiday: { holidayId: 'natal-2026', change: 'deleted' } }] },
  },
});
