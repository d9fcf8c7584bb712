// Sets the limit of a credit account.
import { vtexAction } from '../vtex/vtex-action';
import { creditAccountId, creditLimit, oneAccount } from './credit-terms';

export default vtexAction({
  id: 'vtex.credit-limit-set',
  version: 1,
  name: { en: 'Set credit limit', es: 'Definir límite de crédito', pt: 'Definir limite de crédito' },
  help: {
    en: 'Sets the limit of a credit account, in decimal currency. What the customer owes already stays as it is.',
    es: 'Define el límite de una cuenta de crédito, en moneda decimal. Lo que el cliente ya debe no cambia.',
    pt: 'Define o limite de uma conta de crédito, em moeda com decimais. O que o cliente já deve não muda.',
  },
  keywords: ['credit limit', 'límite de crédito', 'limite de crédito', 'customer credit'],
  area: 'payments',
  request: `PUT ${oneAccount}/creditlimit`,
  effect: 'idempotent',
  path: { creditAccountId },
  body: { value: creditLimit },
  saveAs: '',
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'creditAccountId', expression: 'conta' },
        { target: 'value', expression: 'limite' },
      ],
      saveAs: '',
    },
    input: [{ conta: '22222222-2222-4222-8222-222222222222', limite: 800 }],
    output: { out: [{ conta: '22222222-2222-4222-8222-222222222222', limite: 800 }] },
  },
});
