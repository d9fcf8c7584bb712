// Reads a customer credit account.
import { vtexRead } from '../vtex/vtex-read';
import { oneCreditAccount } from './credit-account';
import { creditAccountId } from './payment-targets';

export default vtexRead({
  id: 'vtex.credit-account-get',
  version: 1,
  name: { en: 'Read credit account', es: 'Leer cuenta de crédito', pt: 'Ler conta de crédito' },
  help: {
    en: 'Reads a customer credit account: limit, balance and what is still available, in decimal currency. A balance below 0 is what the customer owes.',
    es: 'Lee una cuenta de crédito del cliente: límite, saldo y lo disponible, en moneda decimal. Un saldo menor que 0 es lo que el cliente debe.',
    pt: 'Lê uma conta de crédito do cliente: limite, saldo e o que ainda está disponível, em moeda com decimais. Um saldo abaixo de 0 é o que o cliente deve.',
  },
  keywords: ['customer credit', 'balance', 'saldo', 'crédito', 'limite', 'límite', 'conta', 'cuenta'],
  area: 'payments',
  request: `GET ${oneCreditAccount}`,
  path: { creditAccountId },
  saveAs: 'account',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'creditAccountId', expression: 'conta' }],
      saveAs: 'account',
    },
    input: [{ conta: '11144477735_CPF' }],
    output: {
      out: [
        {
          conta: '11144477735_CPF',
          account: {
            id: '11144477735_CPF',
            document: '11144477735',
            documentType: 'CPF',
            email: 'ana@exemplo.com.br',
            status: 'Open',
            creditLimit: 1000,
            tolerance: 0,
            balance: -300,
            createdAt: '2026-11-23T12:00:00.000Z',
            updatedAt: '2026-11-23T12:00:00.000Z',
            description: '',
            availableCredit: 700,
            availableBalance: 700,
            preAuthorizedCredit: 0,
          },
        },
      ],
    },
  },
});
