// The statuses an order event can be asked for. VTEX takes any text and then sends nothing, so only these can be chosen.
import type { Choice } from '@eclusa/flow';

const status = (value: string, en: string, es: string, pt: string): Choice => ({
  value,
  name: { en: `${en} (${value})`, es: `${es} (${value})`, pt: `${pt} (${value})` },
});

/** In the order in which an order usually passes them. */
export const eventStatuses: readonly Choice[] = [
  status('order-created', 'Order created', 'Pedido creado', 'Pedido criado'),
  status('on-order-completed', 'Checkout complete', 'Compra completada', 'Compra concluída'),
  status(
    'on-order-completed-ffm',
    'Checkout complete, seller',
    'Compra completada, seller',
    'Compra concluída, seller',
  ),
  status('order-accepted', 'Accepted by the seller', 'Aceptado por el seller', 'Aceito pelo seller'),
  status('order-create-error', 'Could not be created', 'Error al crear', 'Erro ao criar'),
  status('order-creation-error', 'Error in creation', 'Error en la creación', 'Erro na criação'),
  status('waiting-for-authorization', 'Waiting for the seller', 'Esperando al seller', 'Aguardando o seller'),
  status(
    'waiting-for-order-authorization',
    'Order to be authorised',
    'Autorización del pedido pendiente',
    'Autorização do pedido pendente',
  ),
  status('payment-pending', 'Payment pending', 'Pago pendiente', 'Pagamento pendente'),
  status('approve-payment', 'Payment being approved', 'Aprobando el pago', 'Aprovando o pagamento'),
  status('payment-approved', 'Payment approved', 'Pago aprobado', 'Pagamento aprovado'),
  status(
    'waiting-ffmt-authorization',
    'Waiting for the go-ahead',
    'Esperando liberación del marketplace',
    'Aguardando liberação do marketplace',
  ),
  status(
    'waiting-for-manual-authorization',
    'To be authorised by hand',
    'Autorización manual pendiente',
    'Autorização manual pendente',
  ),
  status(
    'waiting-for-mkt-authorization',
    'Waiting for the marketplace',
    'Esperando al marketplace',
    'Aguardando o marketplace',
  ),
  status('authorize-fulfillment', 'Delivery authorised', 'Entrega autorizada', 'Entrega autorizada'),
  status('window-to-cancel', 'Time to cancel', 'Plazo para cancelar', 'Carência para cancelamento'),
  status(
    'window-to-change-seller',
    'Time to change the seller',
    'Plazo para cambiar de seller',
    'Prazo para trocar de seller',
  ),
  status(
    'waiting-seller-handling',
    'Seller is to begin',
    'Esperando preparación del seller',
    'Aguardando preparação do seller',
  ),
  status('ready-for-handling', 'Ready for handling', 'Listo para preparación', 'Pronto para o manuseio'),
  status('start-handling', 'Handling begins', 'Inicio de preparación', 'Iniciar manuseio'),
  status('handling', 'Being handled', 'En preparación', 'Preparando entrega'),
  status('invoice', 'Invoice being checked', 'Verificando factura', 'Verificando fatura'),
  status('invoiced', 'Invoiced', 'Facturado', 'Faturado'),
  status(
    'invoice-after-cancellation-deny',
    'Invoice after a denied cancellation',
    'Factura tras negar la cancelación',
    'Fatura após negar o cancelamento',
  ),
  status(
    'replaced',
    'Replaced by another order',
    'Reemplazado por otro pedido',
    'Substituído por outro pedido',
  ),
  status(
    'request-cancel',
    'Shopper asks to cancel',
    'El comprador pide cancelar',
    'Comprador pede cancelamento',
  ),
  status(
    'cancellation-requested',
    'Cancellation requested of the seller',
    'Cancelación pedida al seller',
    'Cancelamento pedido ao seller',
  ),
  status(
    'waiting-for-seller-decision',
    'Seller is to decide',
    'Esperando decisión del seller',
    'Aguardando decisão do seller',
  ),
  status('cancel', 'Being cancelled', 'Cancelando', 'Cancelando'),
  status('canceled', 'Cancelled', 'Cancelado', 'Cancelado'),
];
