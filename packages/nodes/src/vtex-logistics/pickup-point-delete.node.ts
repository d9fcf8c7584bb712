// Deletes a pickup point.
import { pickupPointId } from './terms';

import { removal } from './by-id';

export default removal({
  id: 'vtex.pickup-point-delete',
  name: { en: 'Delete pickup point', es: 'Eliminar punto de retiro', pt: 'Excluir ponto de retirada' },
  help: {
    en: 'Deletes a pickup point by its id. One that is not there counts as deleted. To close it for a while, map Active = no in "Create or update pickup point".',
    es: 'Elimina un punto de retiro por su id. Uno que no existe cuenta como eliminado. Para cerrarlo por un tiempo, mapee Activo = no en «Crear o actualizar punto de retiro».',
    pt: 'Exclui um ponto de retirada pelo id. Um que não existe conta como excluído. Para fechá-lo por um tempo, mapeie Ativo = não em "Criar ou atualizar ponto de retirada".',
  },
  keywords: [
    'delete pickup point',
    'excluir ponto de retirada',
    'eliminar punto de retiro',
    'loja',
    'borrar',
  ],
  request: 'DELETE /api/logistics/pvt/configuration/pickuppoints/{pickupPointId}',
  path: { pickupPointId },
  saveAs: 'pickupPoint',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'pickupPointId', expression: 'loja' }],
      saveAs: 'pickupPoint',
    },
    input: [{ loja: 'loja-centro' }],
    output: {
      out: [{ loja: 'loja-centro', pickupPoint: { pickupPointId: 'loja-centro', change: 'deleted' } }],
    },
  },
});
