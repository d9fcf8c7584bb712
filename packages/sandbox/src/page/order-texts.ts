// The sentences of the page's orders, in three languages.
import type { Text } from './locale';

const text = (en: string, es: string, pt: string): Text => ({ en, es, pt });

export const orderTexts = {
  lead: text(
    'Place an order as a shopper would and watch it move. Time can be moved forward: payment takes a minute, the cancellation window half an hour.',
    'Haga un pedido como lo haría un cliente y mire cómo avanza. El tiempo se puede adelantar: el pago tarda un minuto, la ventana de cancelación media hora.',
    'Faça um pedido como um cliente faria e veja como ele anda. O tempo pode ser adiantado: o pagamento leva um minuto, a carência de cancelamento meia hora.',
  ),
  sku: text('SKU ID', 'ID del SKU', 'ID do SKU'),
  quantity: text('Quantity', 'Cantidad', 'Quantidade'),
  shipping: text('Freight (cents)', 'Envío (centavos)', 'Frete (centavos)'),
  payment: text('Payment', 'Pago', 'Pagamento'),
  status: text('Bring it to', 'Llevarlo a', 'Levar até'),
  start: text('its beginning', 'su comienzo', 'o começo'),
  place: text('Place order', 'Hacer pedido', 'Fazer pedido'),
  order: text('Order', 'Pedido', 'Pedido'),
  total: text('Total', 'Total', 'Total'),
  created: text('Placed', 'Creado', 'Criado'),
  next: text('Next by the clock', 'Lo próximo según el reloj', 'Próximo pelo relógio'),
  clock: text("The store's clock", 'El reloj de la tienda', 'O relógio da loja'),
  minute: text('+ 1 minute', '+ 1 minuto', '+ 1 minuto'),
  halfHour: text('+ 30 minutes', '+ 30 minutos', '+ 30 minutos'),
  day: text('+ 1 day', '+ 1 día', '+ 1 dia'),
  ask: text('Ask to cancel', 'Pedir cancelación', 'Pedir cancelamento'),
  empty: text('No order yet.', 'Todavía no hay pedidos.', 'Ainda não há pedidos.'),
  card: text('card, approved in a minute', 'tarjeta, aprobado en un minuto', 'cartão, aprovado em um minuto'),
  notification: text(
    'bank slip, waits for a notification',
    'boleto, espera una notificación',
    'boleto, espera uma notificação',
  ),
  denied: text('card, denied', 'tarjeta, rechazado', 'cartão, negado'),
  incomplete: text('incomplete', 'incompleto', 'incompleto'),
} satisfies Record<string, Text>;
