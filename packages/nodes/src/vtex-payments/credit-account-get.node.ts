// Reads one credit account.
import { vtexRead } from '../vtex/vtex-read';
import { creditAccountId, oneAccount } from './credit-terms';

export default vtexRead({
  id: 'vtex.credit-account-get',
  version: 1,
  name: { en: 'Read credit account', es: 'Leer cuenta de crédito', pt: 'Ler conta de crédito' },
  help: {
    en: 'Reads, for each row, one credit account: limit, what is used and what is left, in decimal currency.',
    es: 'Lee, por cada fila, una cuenta de crédito: límite, lo usado y lo disponible, en moneda decimal.',
    pt: 'Lê, para cada linha, uma conta de crédito: limite, usado e disponível, em moeda com decimais.',
  },
  keywords: ['customer credit', 'credit account', 'crédito', 'cuenta', 'conta', 'saldo'],
  area: 'payments',
  request: `GET ${oneAccount}`,
  path: { creditAccountId },
  saveAs: 'account',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'creditAccountId', expression: 'conta' }],
      saveAs: 'account',
    },
    input: [{ conta: '22222222-2222-4222-8222-222222222222' }],
    output: {
      out: [
        {
          conta: '22222222-2222-4222-8222-222222222222',
          account: {
            id: '22222222-2222-4222-8222-222222222222',
            document: '98765432100',
            documentType: 'CPF',
            email: 'bia@example.com',
            status: 'Open',
            creditLimit: 500,
            tolerance: 0,
            balance: 0,
            createdAt: '2026-11-22T12:00:00Z',
            updatedAt: '2026-11-22T12:00:00Z',
            description: '',
            availableCredit: 500,
            availableBalance: 500,
            preAuthorizedCredit: 0,
          },
        },
      ],
    },
  },
});
