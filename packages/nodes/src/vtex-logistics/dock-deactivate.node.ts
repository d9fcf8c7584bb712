// Deactivates a dock.
import { dockId } from './terms';

import { switching } from './by-id';

export default switching(
  {
    id: 'vtex.dock-deactivate',
    name: { en: 'Deactivate dock', es: 'Desactivar muelle', pt: 'Desativar doca' },
    help: {
      en: 'Stops deliveries by a dock without deleting it.',
      es: 'Detiene las entregas por un muelle sin eliminarlo.',
      pt: 'Para as entregas por uma doca sem excluí-la.',
    },
    keywords: ['deactivate dock', 'desativar doca', 'desactivar muelle', 'expedição', 'expedición'],
    request: 'POST /api/logistics/pvt/configuration/docks/{dockId}/deactivation',
    path: { dockId },
    saveAs: 'dock',
    example: {
      config: { connection: 'store', mapping: [{ target: 'dockId', expression: 'doca' }], saveAs: 'dock' },
      input: [{ doca: 'filial_1' }],
      output: { out: [{ doca: 'filial_1', dock: { dockId: 'filial_1', change: 'deactivated' } }] },
    },
  },
  'deactivated',
);
