// Sentences for the codes of the order boxes.
import type { Text } from '../text';

export const vtexOrdersMessages: Record<string, Text> = {
  'vtex.order-unknown': {
    en: 'The store has no order {orderId}. Map VTEX’s own order id, not the number of a marketplace or of your ERP.',
    es: 'La tienda no tiene el pedido {orderId}. Mapee el id de pedido de VTEX, no el número de un marketplace ni el de su ERP.',
    pt: 'A loja não tem o pedido {orderId}. Mapeie o id de pedido da VTEX, não o número de um marketplace nem o do seu ERP.',
  },
  'vtex.order-canceled': {
    en: 'The order {orderId} is in {status}: it was cancelled, or somebody asked for it. Stop it in your ERP, or deny the request first.',
    es: 'El pedido {orderId} está en {status}: fue cancelado o alguien lo solicitó. Deténgalo en su ERP, o rechace antes la solicitud.',
    pt: 'O pedido {orderId} está em {status}: foi cancelado ou alguém pediu isso. Pare-o no seu ERP, ou negue a solicitação antes.',
  },
  'vtex.order-not-ready': {
    en: 'The order {orderId} is still in {status}. Replay the row when VTEX says ready-for-handling.',
    es: 'El pedido {orderId} todavía está en {status}. Vuelva a procesar la fila cuando VTEX indique ready-for-handling.',
    pt: 'O pedido {orderId} ainda está em {status}. Reprocesse a linha quando a VTEX disser ready-for-handling.',
  },
  'vtex.order-incomplete': {
    en: 'The order {orderId} is incomplete and has no workflow, so it cannot be cancelled. Nothing needs to be done.',
    es: 'El pedido {orderId} está incompleto y no tiene flujo, así que no se puede cancelar. No hace falta hacer nada.',
    pt: 'O pedido {orderId} está incompleto e não tem fluxo, por isso não pode ser cancelado. Não é preciso fazer nada.',
  },
  'vtex.order-cancel-invoiced': {
    en: 'The order {orderId} has an invoice and cannot be cancelled any more. Use the box "Return of an order".',
    es: 'El pedido {orderId} tiene una factura y ya no se puede cancelar. Use la caja «Devolución de un pedido».',
    pt: 'O pedido {orderId} tem nota fiscal e não pode mais ser cancelado. Use a caixa "Devolução de um pedido".',
  },
  'vtex.order-invoiced': {
    en: 'The order {orderId} is invoiced whole already, under another number. Look at its invoices in VTEX.',
    es: 'El pedido {orderId} ya está facturado entero, con otro número. Mire sus facturas en VTEX.',
    pt: 'O pedido {orderId} já está todo faturado, com outro número. Veja as notas dele na VTEX.',
  },
  'vtex.return-before-invoice': {
    en: 'The order {orderId} is in {status}: a return is possible only after it was invoiced whole. Cancel or change it instead.',
    es: 'El pedido {orderId} está en {status}: solo se devuelve lo que se facturó entero. Cancélelo o modifíquelo.',
    pt: 'O pedido {orderId} está em {status}: só se devolve depois de faturar tudo. Cancele ou altere o pedido.',
  },
  'vtex.invoice-too-large': {
    en: 'The invoice has {value} cents, but only {left} of the {total} of order {orderId} are left to invoice. Check freight, discounts and taxes; amounts are cents.',
    es: 'La factura tiene {value} centavos, pero del total {total} del pedido {orderId} solo quedan {left} por facturar. Revise envío, descuentos e impuestos; los importes son centavos.',
    pt: 'A nota tem {value} centavos, mas do total {total} do pedido {orderId} só restam {left} a faturar. Confira frete, descontos e impostos; os valores são centavos.',
  },
  'vtex.invoice-number-taken': {
    en: 'The order {orderId} has an invoice {invoiceNumber} of {held} cents already; VTEX would ignore this one of {value}. Give it a number of its own.',
    es: 'El pedido {orderId} ya tiene la factura {invoiceNumber} de {held} centavos; VTEX ignoraría esta de {value}. Dele un número propio.',
    pt: 'O pedido {orderId} já tem a nota {invoiceNumber} de {held} centavos; a VTEX ignoraria esta de {value}. Dê a ela um número próprio.',
  },
  'vtex.invoice-item-unknown': {
    en: 'The order {orderId} has no item {id}. Map the SKU id the order shows; if items were exchanged, change the order first.',
    es: 'El pedido {orderId} no tiene el ítem {id}. Mapee el id de SKU que muestra el pedido; si se cambiaron ítems, modifique antes el pedido.',
    pt: 'O pedido {orderId} não tem o item {id}. Mapeie o id do SKU que o pedido mostra; se itens foram trocados, altere o pedido antes.',
  },
  'vtex.invoice-price-of-line': {
    en: 'The price {price} of item {id} is that of all {quantity} units. VTEX multiplies by itself: send the price of one.',
    es: 'El precio {price} del ítem {id} es el de las {quantity} unidades. VTEX multiplica sola: envíe el precio de una.',
    pt: 'O preço {price} do item {id} é o das {quantity} unidades. A VTEX multiplica sozinha: envie o preço de uma.',
  },
  'vtex.invoice-item-incomplete': {
    en: 'An item of the invoice lacks its id or quantity: {item}. Give a list of {"id", "price", "quantity"}.',
    es: 'A un ítem de la factura le falta id o cantidad: {item}. Dé una lista de {"id", "price", "quantity"}.',
    pt: 'Um item da nota está sem id ou quantidade: {item}. Dê uma lista de {"id", "price", "quantity"}.',
  },
  'vtex.amount-not-cents': {
    en: '"{value}" is no whole number of cents. 24.99 is 2499 in an order; or choose "decimal currency" in the box.',
    es: '«{value}» no es un número entero de centavos. 24.99 es 2499 en un pedido; o elija «moneda decimal» en la caja.',
    pt: '"{value}" não é um número inteiro de centavos. 24.99 é 2499 num pedido; ou escolha "moeda com decimais" na caixa.',
  },
  'vtex.invoice-unknown': {
    en: 'The order {orderId} has no invoice {invoiceNumber}. Send the invoice first; the number must be the same, zeros included.',
    es: 'El pedido {orderId} no tiene la factura {invoiceNumber}. Envíe antes la factura; el número debe ser el mismo, con sus ceros.',
    pt: 'O pedido {orderId} não tem a nota {invoiceNumber}. Envie a nota antes; o número deve ser o mesmo, com os zeros.',
  },
  'vtex.tracking-incomplete': {
    en: 'VTEX wants number, address, carrier and date of dispatch together, and neither the row nor the invoice has: {missing}. Map them.',
    es: 'VTEX pide número, dirección, transportista y fecha de despacho juntos, y ni la fila ni la factura tienen: {missing}. Mapéelos.',
    pt: 'A VTEX pede código, endereço, transportadora e data de despacho juntos, e nem a linha nem a nota têm: {missing}. Mapeie-os.',
  },
  'vtex.tracking-without-number': {
    en: 'The invoice {invoiceNumber} has no tracking number, and VTEX takes events only after one. Use "Tracking number of an invoice" first.',
    es: 'La factura {invoiceNumber} no tiene número de seguimiento, y VTEX solo acepta eventos después. Use antes «Seguimiento de una factura».',
    pt: 'A nota {invoiceNumber} não tem código de rastreio, e a VTEX só aceita eventos depois. Use antes "Rastreio de uma nota".',
  },
  'vtex.nfe-invalid': {
    en: 'The text is no authorised NF-e: {reason}. Map the whole XML that the tax authority gave back (nfeProc).',
    es: 'El texto no es una NF-e autorizada: {reason}. Mapee el XML completo que devolvió la autoridad fiscal (nfeProc).',
    pt: 'O texto não é uma NF-e autorizada: {reason}. Mapeie o XML completo que a SEFAZ devolveu (nfeProc).',
  },
  'vtex.nfe-of-test': {
    en: 'The NF-e {key} comes from the test system of the tax authority and is worth nothing. Map the real one; in a test store, let the box take test documents.',
    es: 'La NF-e {key} viene del sistema de pruebas de la autoridad fiscal y no tiene valor. Mapee la real; en una tienda de prueba, permita documentos de prueba en la caja.',
    pt: 'A NF-e {key} é de homologação e não tem valor fiscal. Mapeie a verdadeira; numa loja de teste, permita notas de homologação na caixa.',
  },
  'vtex.nfe-item-unknown': {
    en: 'The item {code} of the NF-e is none of order {orderId}. Choose in the box how its code is to be found: reference code, EAN or SKU id.',
    es: 'El ítem {code} de la NF-e no está en el pedido {orderId}. Elija en la caja cómo encontrar su código: referencia, EAN o id de SKU.',
    pt: 'O item {code} da NF-e não está no pedido {orderId}. Escolha na caixa como encontrar o código: referência, EAN ou id do SKU.',
  },
  'vtex.payment-ambiguous': {
    en: 'The order {orderId} has {count} payments. Map the id of the one that was received.',
    es: 'El pedido {orderId} tiene {count} pagos. Mapee el id del que se recibió.',
    pt: 'O pedido {orderId} tem {count} pagamentos. Mapeie o id do que foi recebido.',
  },
  'vtex.cancellation-not-requested': {
    en: 'Nobody asks to cancel the order {orderId}: it is in {status}. There is nothing to deny.',
    es: 'Nadie pide cancelar el pedido {orderId}: está en {status}. No hay nada que rechazar.',
    pt: 'Ninguém pede para cancelar o pedido {orderId}: está em {status}. Não há o que negar.',
  },
  'vtex.order-change-open': {
    en: 'VTEX is still working on the change of order {orderId}. Eclusa looked again in vain; replay the row later, it will not be sent twice.',
    es: 'VTEX todavía trabaja en la modificación del pedido {orderId}. Eclusa volvió a mirar sin éxito; reprocese la fila más tarde, no se enviará dos veces.',
    pt: 'A VTEX ainda trabalha na alteração do pedido {orderId}. A Eclusa olhou de novo sem sucesso; reprocesse a linha mais tarde, ela não será enviada duas vezes.',
  },
  'vtex.order-change-failed': {
    en: 'VTEX accepted the change of order {orderId} and then gave it up: {reason}. Correct it and send it with another reason text.',
    es: 'VTEX aceptó la modificación del pedido {orderId} y luego la abandonó: {reason}. Corríjala y envíela con otro texto de motivo.',
    pt: 'A VTEX aceitou a alteração do pedido {orderId} e depois desistiu: {reason}. Corrija e envie com outro texto de motivo.',
  },
  'vtex.notes-full': {
    en: 'The order {orderId} has {most} notes already, and VTEX takes no more. Put several facts into one note.',
    es: 'El pedido {orderId} ya tiene {most} notas y VTEX no acepta más. Reúna varios datos en una nota.',
    pt: 'O pedido {orderId} já tem {most} notas e a VTEX não aceita mais. Junte vários dados em uma nota.',
  },
  'vtex.order-change-empty': {
    en: 'The change "{reason}" changes nothing. Map items to add, remove or replace, a discount or a surcharge.',
    es: 'La modificación «{reason}» no cambia nada. Mapee ítems a agregar, quitar o reemplazar, un descuento o un recargo.',
    pt: 'A alteração "{reason}" não muda nada. Mapeie itens a adicionar, remover ou substituir, um desconto ou um acréscimo.',
  },
  'vtex.event-filter-mixed': {
    en: 'Both statuses and a condition are mapped, and VTEX takes only one of them. Take one line out of the mapping.',
    es: 'Se mapean estados y una condición, y VTEX acepta solo uno de los dos. Quite una línea del mapeo.',
    pt: 'Status e uma condição estão mapeados, e a VTEX aceita só um dos dois. Tire uma linha do mapeamento.',
  },
  'vtex.event-filter-empty': {
    en: 'Neither statuses nor a condition came with the row. Map one of them: without either VTEX would tell of every change.',
    es: 'La fila no trae estados ni condición. Mapee uno de los dos: sin ninguno VTEX avisaría de cada cambio.',
    pt: 'A linha não traz status nem condição. Mapeie um dos dois: sem nenhum a VTEX avisaria de cada mudança.',
  },
  'vtex.event-status-unknown': {
    en: 'VTEX has no status {unknown}; it would take it and never send an event. Known are: {known}.',
    es: 'VTEX no tiene el estado {unknown}; lo aceptaría y nunca enviaría un evento. Se conocen: {known}.',
    pt: 'A VTEX não tem o status {unknown}; ela o aceitaria e nunca enviaria um evento. Conhecidos são: {known}.',
  },
  'vtex.hook-not-https': {
    en: '"{url}" is no https address. VTEX sends order events only to https; map an address that answers from the internet.',
    es: '«{url}» no es una dirección https. VTEX envía eventos de pedidos solo a https; mapee una dirección que responda desde internet.',
    pt: '"{url}" não é um endereço https. A VTEX envia eventos de pedidos só para https; mapeie um endereço que responda pela internet.',
  },
};
