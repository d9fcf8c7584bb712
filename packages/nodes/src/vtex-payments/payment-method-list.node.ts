// Lists the payment methods of a store.
import { vtexList, wholeList } from '../vtex/vtex-list';

const request = 'GET /api/pvt/merchants/payment-systems';

export default vtexList({
  id: 'vtex.payment-method-list',
  version: 1,
  name: { en: 'List payment methods', es: 'Listar medios de pago', pt: 'Listar formas de pagamento' },
  help: {
    en: 'Reads the payment methods of the store, one row each: number, name, kind. The number is the paymentSystem in an order.',
    es: 'Lee los medios de pago de la tienda, una fila cada uno: número, nombre, tipo. El número es el paymentSystem de un pedido.',
    pt: 'Lê as formas de pagamento da loja, uma linha cada: número, nome, tipo. O número é o paymentSystem de um pedido.',
  },
  keywords: ['payment methods', 'payment systems', 'medios de pago', 'formas de pagamento', 'boleto', 'pix'],
  area: 'payments',
  request,
  read: wholeList(request),
  example: {
    config: { connection: 'store' },
    input: [],
    output: {
      out: [
        {
          allowInstallments: true,
          isCustom: false,
          isAvailable: true,
          id: 2,
          name: 'Visa',
          groupName: 'creditCard',
          implementation: 'Vtex.PaymentGateway.CreditCard.Visa',
          allowNotification: false,
        },
        {
          allowInstallments: false,
          isCustom: false,
          isAvailable: true,
          id: 6,
          name: 'Boleto Bancário',
          groupName: 'bankInvoice',
          implementation: 'Vtex.PaymentGateway.BankIssuedInvoice.BankIssuedInvoicePayment',
          allowNotification: true,
        },
        {
          allowInstallments: false,
          isCustom: true,
          isAvailable: true,
          id: 201,
          name: 'Promissory',
          groupName: 'custom201PaymentGroup',
          implementation: 'Vtex.PaymentGateway.Custom.PromissoryPayment',
          allowNotification: true,
        },
      ],
    },
  },
});
