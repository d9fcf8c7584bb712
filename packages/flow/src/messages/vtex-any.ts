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
  'vtex.id-zero': {
    en: 'The body holds "Id": 0, and VTEX would keep that number for good. Leave "Id" out: VTEX chooses one and answers it.',
    es: 'El cuerpo trae "Id": 0 y VTEX conservaría ese número para siempre. Quite "Id": VTEX elige uno y lo responde.',
    pt: 'O corpo traz "Id": 0, e a VTEX ficaria com esse número para sempre. Tire o "Id": a VTEX escolhe um e o responde.',
  },
  'vtex.sku-born-active': {
    en: 'VTEX refuses to create a SKU that is active. Send "IsActive": false and "ActivateIfPossible": true: it becomes active with its first image. The box "Create or update SKU" does so by itself.',
    es: 'VTEX rechaza crear un SKU activo. Envíe "IsActive": false y "ActivateIfPossible": true: se activa con su primera imagen. La caja «Crear o actualizar SKU» lo hace sola.',
    pt: 'A VTEX recusa criar um SKU já ativo. Envie "IsActive": false e "ActivateIfPossible": true: ele fica ativo com a primeira imagem. A caixa "Criar ou atualizar SKU" faz isso sozinha.',
  },
  'vtex.stock-put-incomplete': {
    en: 'This request sets quantity and lead time to 0 when it is not sent them. Send both, or use the box "Set stock", which writes only what you map.',
    es: 'Esta solicitud pone en 0 la cantidad y el plazo que no se le envían. Envíe ambos, o use la caja «Definir stock», que escribe solo lo que usted mapea.',
    pt: 'Esta requisição zera a quantidade e o prazo que não são enviados. Envie os dois, ou use a caixa "Definir estoque", que grava só o que você mapeia.',
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
  'engine.not-as-shown': {
    en: 'The store has changed since the dry run: {request} is no longer what was shown for this row, so it was not sent. Make a new dry run, or repeat the row to send what is right now.',
    es: 'La tienda cambió desde la simulación: {request} ya no es lo que se mostró para esta fila, por eso no se envió. Haga una nueva simulación, o repita la fila para enviar lo que corresponde ahora.',
    pt: 'A loja mudou desde a simulação: {request} já não é o que foi mostrado para esta linha, por isso não foi enviada. Faça uma nova simulação, ou repita a linha para enviar o que vale agora.',
  },
  'api.apply-no-dry-run': {
    en: 'Only a dry run can be applied as shown, and this run has sent its requests already. Start a dry run first.',
    es: 'Solo una simulación se puede aplicar tal como se mostró, y esta ejecución ya envió sus solicitudes. Inicie primero una simulación.',
    pt: 'Só uma simulação pode ser aplicada como mostrada, e esta execução já enviou as requisições. Inicie uma simulação antes.',
  },
  'api.apply-not-done': {
    en: 'This dry run has not come to its end, so not everything has been shown. Wait for it, or start a new one.',
    es: 'Esta simulación no llegó a su fin, así que no se mostró todo. Espere a que termine o inicie otra.',
    pt: 'Esta simulação não chegou ao fim, então nem tudo foi mostrado. Espere terminar ou inicie outra.',
  },
  'api.apply-no-rows': {
    en: 'The rows of this dry run are not kept: it read none, repeats failed rows, or is older than this function. Start a new dry run.',
    es: 'Las filas de esta simulación no están guardadas: no leyó ninguna, repite filas fallidas o es anterior a esta función. Inicie otra simulación.',
    pt: 'As linhas desta simulação não estão guardadas: ela não leu nenhuma, repete linhas com falha ou é mais antiga que esta função. Inicie outra simulação.',
  },
};
