// Lists the payment methods of a store.
import { listOf, vtexList } from '../vtex/vtex-list';

const request = 'GET /api/pvt/merchants/payment-systems';

export default vtexList({
  id: 'vtex.payment-method-list',
  version: 1,
  name: { en: 'List payment methods', es: 'Listar medios de pago', pt: 'Listar meios de pagamento' },
  help: {
    en: 'Lists the payment methods a store can offer, with their ids and groups, to match them with those of the ERP.',
    es: 'Lista los medios de pago que una tienda puede ofrecer, con sus ids y grupos, para relacionarlos con los del ERP.',
    pt: 'Lista os meios de pagamento que uma loja pode oferecer, com ids e grupos, para relacionar com os do ERP.',
  },
  keywords: [
    'payment systems',
    'payment methods',
    'medios de pago',
    'meios de pagamento',
    'boleto',
    'pix',
    'bandeiras',
  ],
  area: 'payments',
  request,
  fields: {
    salesChannel: {
      kind: 'number',
      min: 1,
      name: { en: 'Trade policy', es: 'Política comercial', pt: 'Política comercial' },
      help: {
        en: 'Only the methods of this trade policy. Empty: all.',
        es: 'Solo los medios de esta política comercial. Vacío: todos.',
        pt: 'Só os meios desta política comercial. Vazio: todos.',
      },
    },
  },
  async read(_at, { config, send }) {
    const salesChannel = typeof config['salesChannel'] === 'number' ? config['salesChannel'] : undefined;
    return { items: listOf(await send(request, { query: { salesChannel } }), request), next: null };
  },
  example: {
    config: { connection: 'store', salesChannel: 1 },
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
