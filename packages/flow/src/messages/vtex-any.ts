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
  'vtex.right-ok': {
    en: 'The key has it: a read that needs it was answered.',
    es: 'La clave lo tiene: una lectura que lo necesita fue respondida.',
    pt: 'A chave tem: uma leitura que precisa dele foi respondida.',
  },
  'vtex.right-missing': {
    en: 'VTEX refused a read that needs it. In the VTEX Admin give the role of the key the resource "{resource}" (Account settings → Roles), then test again.',
    es: 'VTEX rechazó una lectura que lo necesita. En el Admin de VTEX agregue al rol de la clave el recurso «{resource}» (Configuración de la cuenta → Roles) y pruebe de nuevo.',
    pt: 'A VTEX recusou uma leitura que precisa dele. No Admin da VTEX, dê ao perfil da chave o recurso "{resource}" (Configurações da conta → Perfis de acesso) e teste de novo.',
  },
  'vtex.right-untestable': {
    en: 'This could not be tested: only a write would show it, and the test writes nothing. Check in the VTEX Admin that the role of the key has "{resource}" (Account settings → Roles).',
    es: 'No se pudo probar: solo una escritura lo mostraría, y la prueba no escribe nada. Revise en el Admin de VTEX que el rol de la clave tenga «{resource}» (Configuración de la cuenta → Roles).',
    pt: 'Não deu para testar: só uma gravação mostraria, e o teste não grava nada. Confira no Admin da VTEX se o perfil da chave tem "{resource}" (Configurações da conta → Perfis de acesso).',
  },
  'vtex.right-unanswered': {
    en: 'The store did not answer, so nothing is known of this resource. Test again in a moment.',
    es: 'La tienda no respondió, así que no se sabe nada de este recurso. Pruebe de nuevo en un momento.',
    pt: 'A loja não respondeu, então não se sabe nada deste recurso. Teste de novo em instantes.',
  },
};
