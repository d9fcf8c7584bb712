// Sentences for the VTEX boxes that belong to no single area: any request, and comparing with the ERP.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const vtexAnyMessages: Record<string, Text> = {
  'vtex.route-dead': {
    en: 'VTEX has switched off {request}, or is about to. Send {successor} instead: find it in the list of this box, or use the box that is made for it.',
    es: 'VTEX desactivó {request}, o está por hacerlo. Envíe {successor} en su lugar: búsquela en la lista de esta caja o use la caja hecha para ello.',
    pt: 'A VTEX desligou {request}, ou está para desligar. Envie {successor} no lugar: procure na lista desta caixa ou use a caixa feita para isso.',
  },
  'vtex.other-login': {
    en: '{request} belongs to VTEX Tracking, which has a login of its own and does not know this store’s key. Send it with a box for plain HTTP and a connection of its own.',
    es: '{request} pertenece a VTEX Tracking, que tiene su propio acceso y no conoce la clave de esta tienda. Envíela con una caja de HTTP común y una conexión propia.',
    pt: '{request} é do VTEX Tracking, que tem login próprio e não conhece a chave desta loja. Envie com uma caixa de HTTP comum e uma conexão própria.',
  },
};
