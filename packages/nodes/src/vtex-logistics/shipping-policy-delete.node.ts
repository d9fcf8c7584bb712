// Deletes a shipping policy.
import { policyId } from './terms';

import { removal } from './by-id';

export default removal({
  id: 'vtex.shipping-policy-delete',
  name: { en: 'Delete shipping policy', es: 'Eliminar política de envío', pt: 'Excluir política de envio' },
  help: {
    en: 'Deletes a shipping policy (carrier) and its freight values. One that is not there counts as deleted. To stop using it for a while, map Active = no in "Create or update shipping policy".',
    es: 'Elimina una política de envío (transportadora) y sus valores de flete. Una que no existe cuenta como eliminada. Para dejar de usarla por un tiempo, mapee Activo = no en «Crear o actualizar política de envío».',
    pt: 'Exclui uma política de envio (transportadora) e os valores de frete dela. Uma que não existe conta como excluída. Para parar de usá-la por um tempo, mapeie Ativo = não em "Criar ou atualizar política de envio".',
  },
  keywords: [
    'delete carrier',
    'excluir transportadora',
    'eliminar transportadora',
    'política de envio',
    'borrar',
  ],
  request: 'DELETE /api/logistics/pvt/shipping-policies/{id}',
  path: { id: policyId },
  saveAs: 'policy',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'id', expression: 'transportadora' }],
      saveAs: 'policy',
    },
    input: [{ transportadora: 'expresso' }],
    output: { out: [{ transportadora: 'expresso', policy: { id: 'expresso', change: 'deleted' } }] },
  },
});
