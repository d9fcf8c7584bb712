// Activates a dock.
import { dockId } from './terms';

import { switching } from './by-id';

export default switching(
  {
    id: 'vtex.dock-activate',
    name: { en: 'Activate dock', es: 'Activar muelle', pt: 'Ativar doca' },
    help: {
      en: 'Lets goods leave by a dock again. One that is active already stays so.',
      es: 'Permite que la mercadería vuelva a salir por un muelle. Uno que ya está activo queda igual.',
      pt: 'Faz a mercadoria voltar a sair por uma doca. Uma que já está ativa fica como está.',
    },
    keywords: ['activate dock', 'ativar doca', 'activar muelle', 'expedição', 'expedición'],
    request: 'POST /api/logistics/pvt/configuration/docks/{dockId}/activation',
    path: { dockId },
    saveAs: 'dock',
    example: {
      config: { connection: 'store', mapping: [{ target: 'dockId', expression: 'doca' }], saveAs: 'dock' },
      input: [{ doca: 'filial_1' }],
      output: { out: [{ doca: 'filial_1', dock: { dockId: 'filial_1', change: 'activated' } }] },
    },
  },
  'activated',
);
