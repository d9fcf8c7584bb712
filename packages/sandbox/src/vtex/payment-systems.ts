// The payment methods a sandbox store offers: a card, and two that are paid elsewhere and notified afterwards.

export interface PaymentSystem {
  id: number;
  name: string;
  groupName: string;
  implementation: string;
  allowInstallments: boolean;
  allowNotification: boolean;
  isCustom: boolean;
  isAvailable: boolean;
}

const common = { allowInstallments: false, isCustom: false, isAvailable: true };

export const paymentSystems: readonly PaymentSystem[] = [
  {
    ...common,
    id: 2,
    name: 'Visa',
    groupName: 'creditCard',
    implementation: 'Vtex.PaymentGateway.CreditCard.Visa',
    allowInstallments: true,
    allowNotification: false,
  },
  {
    ...common,
    id: 6,
    name: 'Boleto Bancário',
    groupName: 'bankInvoice',
    implementation: 'Vtex.PaymentGateway.BankIssuedInvoice.BankIssuedInvoicePayment',
    allowNotification: true,
  },
  {
    ...common,
    id: 201,
    name: 'Promissory',
    groupName: 'custom201PaymentGroup',
    implementation: 'Vtex.PaymentGateway.Custom.PromissoryPayment',
    isCustom: true,
    allowNotification: true,
  },
];

export const systemOf = (id: number): PaymentSystem | undefined =>
  paymentSystems.find((system) => system.id === id);
