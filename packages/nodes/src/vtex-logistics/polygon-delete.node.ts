// Deletes a polygon.
import { polygonName } from './terms';

import { removal } from './by-id';

export default removal({
  id: 'vtex.polygon-delete',
  name: { en: 'Delete polygon', es: 'Eliminar polígono', pt: 'Excluir polígono' },
  help: {
    en: 'Deletes a polygon by its name. Freight values that name it no longer match any address. One that is not there counts as deleted.',
    es: 'Elimina un polígono por su nombre. Los valores de flete que lo nombran dejan de coincidir con direcciones. Uno que no existe cuenta como eliminado.',
    pt: 'Exclui um polígono pelo nome. Valores de frete que o citam deixam de valer para qualquer endereço. Um que não existe conta como excluído.',
  },
  keywords: ['delete polygon', 'excluir polígono', 'eliminar polígono', 'área de entrega'],
  request: 'DELETE /api/logistics/pvt/configuration/geoshape/{polygonName}',
  path: { polygonName },
  saveAs: 'polygon',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'polygonName', expression: 'area' }],
      saveAs: 'polygon',
    },
    input: [{ area: 'centro' }],
    output: { out: [{ area: 'centro', polygon: { polygonName: 'centro', change: 'deleted' } }] },
  },
});
