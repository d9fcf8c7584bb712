// Lists the customer credit accounts of a store.
import { vtexList } from '../vtex/vtex-list';
import { creditAccounts } from './credit-account';
import { creditPages } from './credit-pages';

const request = `GET ${creditAccounts}`;

export default vtexList({
  id: 'vtex.credit-account-list',
  version: 1,
  name: { en: 'List credit accounts', es: 'Listar cuentas de crédito', pt: 'Listar contas de crédito' },
  help: {
    en: 'Lists the customer credit accounts of a store with limit, balance and available credit in decimal currency. VTEX shows 20 unless asked for more; the box asks for all.',
    es: 'Lista las cuentas de crédito de los clientes con límite, saldo y crédito disponible en moneda decimal. VTEX muestra 20 si no se piden más; la caja pide todas.',
    pt: 'Lista as contas de crédito dos clientes com limite, saldo e crédito disponível em moeda com decimais. A VTEX mostra 20 se não se pede mais; a caixa pede todas.',
  },
  keywords: ['customer credit', 'accounts', 'crédito', 'contas', 'cuentas', 'saldo', 'limite', 'B2B'],
  area: 'payments',
  request,
  fields: {
    email: {
      kind: 'text',
      default: '',
      maxLength: 200,
      name: { en: 'E-mail', es: 'Correo electrónico', pt: 'E-mail' },
      help: {
        en: 'Only the account of this customer, for example maria@example.com. Empty: all.',
        es: 'Solo la cuenta de este cliente, por ejemplo maria@example.com. Vacío: todas.',
        pt: 'Só a conta deste cliente, por exemplo maria@example.com. Vazio: todas.',
      },
    },
  },
  read: creditPages(request, ['email']),
  example: {
    config: { connection: 'store', email: 'ana@exemplo.com.br' },
    input: [],
    output: {
      out: [
        {
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
      ],
    },
  },
});
