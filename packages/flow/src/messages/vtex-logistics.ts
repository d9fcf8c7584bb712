// Sentences for the codes of the boxes of stock and shipping.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const vtexLogisticsMessages: Record<string, Text> = {
  'vtex.warehouse-other-case': {
    en: 'The store has the warehouse {other}, not {id}: to VTEX capitals make two warehouses. Map the id as VTEX shows it.',
    es: 'La tienda tiene el almacén {other}, no {id}: para VTEX las mayúsculas hacen dos almacenes. Mapee el id como lo muestra VTEX.',
    pt: 'A loja tem o estoque (warehouse) {other}, não {id}: para a VTEX, maiúsculas fazem dois estoques. Mapeie o id como a VTEX o mostra.',
  },
  'vtex.new-needs': {
    en: 'There is no {id} yet, and to create it {fields} must have a value. Map it, or check the id if it should be there.',
    es: 'Todavía no existe {id}, y para crearlo {fields} necesita un valor. Mapéelo, o revise el id si debería existir.',
    pt: 'Ainda não existe {id}, e para criá-lo {fields} precisa de um valor. Mapeie-o, ou confira o id se ele deveria existir.',
  },
  'vtex.dock-missing': {
    en: 'A time or cost to the dock is mapped, but no dock. Map the dock id too, or take the time and cost out.',
    es: 'Hay un tiempo o costo hasta el muelle, pero ningún muelle. Mapee también el id del muelle, o quite el tiempo y el costo.',
    pt: 'Há tempo ou custo até a doca, mas nenhuma doca. Mapeie também o id da doca, ou tire o tempo e o custo.',
  },
  'vtex.id-with-spaces': {
    en: 'The id "{id}" has spaces, which VTEX refuses here. Replace them in the mapping, for instance by hyphens.',
    es: 'El id «{id}» tiene espacios, que VTEX no acepta aquí. Reemplácelos en el mapeo, por ejemplo por guiones.',
    pt: 'O id "{id}" tem espaços, que a VTEX não aceita aqui. Troque-os no mapeamento, por exemplo por hífens.',
  },
  'vtex.polygon-invalid': {
    en: 'The coordinates are no list of rings of at least three points [longitude, latitude]. Check the order: longitude first.',
    es: 'Las coordenadas no son una lista de anillos de al menos tres puntos [longitud, latitud]. Revise el orden: primero la longitud.',
    pt: 'As coordenadas não são uma lista de anéis de pelo menos três pontos [longitude, latitude]. Confira a ordem: primeiro a longitude.',
  },
  'vtex.supply-lot-unknown': {
    en: 'This SKU and warehouse have no lot {lot}. It may have been received already: look at the stock before anything else.',
    es: 'Este SKU y almacén no tienen el lote {lot}. Quizá ya se recibió: mire primero el stock.',
    pt: 'Este SKU e estoque não têm o lote {lot}. Talvez já tenha sido recebido: olhe primeiro o saldo.',
  },
  'vtex.reservation-refused': {
    en: 'VTEX did not reserve for {lockId}: {message}. Check what can be sold ("Read stock in a warehouse"), then replay the row.',
    es: 'VTEX no reservó para {lockId}: {message}. Revise lo que se puede vender («Leer stock en un almacén») y vuelva a procesar la fila.',
    pt: 'A VTEX não reservou para {lockId}: {message}. Confira o que se pode vender ("Ler estoque em um armazém") e reprocesse a linha.',
  },
  'vtex.reservation-closed': {
    en: 'The reservation {lockId} has ended (status {status}) and cannot be moved on. Reserve again under another id if the units are still needed.',
    es: 'La reserva {lockId} ya terminó (status {status}) y no puede avanzar. Reserve de nuevo con otro id si las unidades aún hacen falta.',
    pt: 'A reserva {lockId} já acabou (status {status}) e não pode avançar. Reserve de novo com outro id se as unidades ainda forem necessárias.',
  },
  'vtex.freight-weights': {
    en: 'The weights run from {from} to {to} grams, which is backwards. Correct them at the source or swap the two in the mapping.',
    es: 'Los pesos van de {from} a {to} gramos, al revés. Corríjalos en el origen o intercámbielos en el mapeo.',
    pt: 'Os pesos vão de {from} a {to} gramas, ao contrário. Corrija na origem ou troque os dois no mapeamento.',
  },
  'vtex.stock-file-closed': {
    en: 'VTEX has not opened files of stock for the account {account} (beta), or the application key lacks "Logistics full access". Ask VTEX’s support, or choose "Always single calls" in the box.',
    es: 'VTEX no habilitó los archivos de stock para la cuenta {account} (beta), o a la clave de aplicación le falta «Logistics full access». Consulte al soporte de VTEX, o elija «Siempre llamadas sueltas» en la caja.',
    pt: 'A VTEX não liberou arquivos de estoque para a conta {account} (beta), ou falta à chave de aplicação "Logistics full access". Fale com o suporte da VTEX, ou escolha "Sempre chamadas avulsas" na caixa.',
  },
  'vtex.day-not-taken': {
    en: 'VTEX did not take the day {day}. Check that the shipping policy uses scheduled delivery, then replay the row.',
    es: 'VTEX no aceptó el día {day}. Compruebe que la política de envío use entrega programada y vuelva a procesar la fila.',
    pt: 'A VTEX não aceitou o dia {day}. Confira se a política de envio usa entrega agendada e reprocesse a linha.',
  },
  'vtex.capacity-without-value': {
    en: 'Nothing of the capacity is mapped in this row. Map at least one day, or the kind of capacity.',
    es: 'En esta fila no hay nada de la capacidad mapeado. Mapee al menos un día, o el tipo de capacidad.',
    pt: 'Nada da capacidade está mapeado nesta linha. Mapeie pelo menos um dia, ou o tipo de capacidade.',
  },
};
