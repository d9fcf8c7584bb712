// Lists invoices of customer credit.
import type { Text } from '@eclusa/flow';
import { vtexList } from '../vtex/vtex-list';
import { creditPages } from './credit-pages';

const request = 'GET /api/creditcontrol/invoices';
const filters = ['creditAccountId', 'status', 'createdDateFrom', 'createdDateTo', 'dueDateFrom', 'dueDateTo'];

const date = (name: Text, help: Text) => ({ kind: 'date', advanced: true, name, help }) as const;

export default vtexList({
  id: 'vtex.credit-invoice-list',
  version: 1,
  name: { en: 'List credit invoices', es: 'Listar facturas de crédito', pt: 'Listar faturas de crédito' },
  help: {
    en: 'Lists invoices of customer credit, of one account or all, with value in decimal currency and due date: to bring open ones to the ERP, or to see what was paid.',
    es: 'Lista facturas del crédito de clientes, de una cuenta o de todas, con valor en moneda decimal y vencimiento: para llevar las abiertas al ERP o ver lo pagado.',
    pt: 'Lista faturas do crédito de clientes, de uma conta ou de todas, com valor em moeda com decimais e vencimento: para levar as abertas ao ERP ou ver o que foi pago.',
  },
  keywords: [
    'customer credit',
    'invoices',
    'facturas',
    'faturas',
    'vencimento',
    'vencimiento',
    'contas a receber',
  ],
  area: 'payments',
  request,
  fields: {
    creditAccountId: {
      kind: 'text',
      default: '',
      maxLength: 100,
      name: { en: 'Credit account', es: 'Cuenta de crédito', pt: 'Conta de crédito' },
      help: {
        en: 'Empty: those of all accounts, where VTEX allows it.',
        es: 'Vacío: las de todas las cuentas, si VTEX lo permite.',
        pt: 'Vazio: as de todas as contas, se a VTEX permitir.',
      },
    },
    status: {
      kind: 'choice',
      default: '',
      name: { en: 'Status', es: 'Estado', pt: 'Status' },
      help: {
        en: 'Only invoices in this state.',
        es: 'Solo facturas en este estado.',
        pt: 'Só faturas nesta situação.',
      },
      choices: [
        { value: '', name: { en: 'All', es: 'Todas', pt: 'Todas' } },
        { value: 'Opened', name: { en: 'Open', es: 'Abiertas', pt: 'Abertas' } },
        { value: 'Paid', name: { en: 'Paid', es: 'Pagadas', pt: 'Pagas' } },
        { value: 'Cancelled', name: { en: 'Cancelled', es: 'Canceladas', pt: 'Canceladas' } },
      ],
    },
    dueDateFrom: date(
      { en: 'Due from', es: 'Vence desde', pt: 'Vence de' },
      {
        en: 'Only what falls due on this day or later.',
        es: 'Solo lo que vence en este día o después.',
        pt: 'Só o que vence neste dia ou depois.',
      },
    ),
    dueDateTo: date(
      { en: 'Due until', es: 'Vence hasta', pt: 'Vence até' },
      {
        en: 'Only what falls due up to this day.',
        es: 'Solo lo que vence hasta este día.',
        pt: 'Só o que vence até este dia.',
      },
    ),
    createdDateFrom: date(
      { en: 'Created from', es: 'Creada desde', pt: 'Criada de' },
      {
        en: 'Only what was created on this day or later.',
        es: 'Solo lo creado en este día o después.',
        pt: 'Só o que foi criado neste dia ou depois.',
      },
    ),
    createdDateTo: date(
      { en: 'Created until', es: 'Creada hasta', pt: 'Criada até' },
      {
        en: 'Only what was created up to this day.',
        es: 'Solo lo creado hasta este día.',
        pt: 'Só o que foi criado até este dia.',
      },
    ),
  },
  read: creditPages(request, filters),
  example: {
    config: {
      connection: 'store',
      creditAccountId: '11144477735_CPF',
      status: 'Opened',
      dueDateTo: '2026-12-31',
    },
    input: [],
    output: {
      out: [
        {
          accountId: '11144477735_CPF',
          createdAt: '2026-11-23T12:00:00.000Z',
          creditAccountId: '11144477735_CPF',
          creditValue: 0,
          dueDate: '2026-12-23T12:00:00.000Z',
          friendlyId: '00000001-1',
          id: '00000000000040008000000000000001-01',
          installment: 1,
          numberOfInstallments: 2,
          observation: null,
          orderId: '',
          originalDueDate: '2026-12-23T12:00:00.000Z',
          paymentLink: null,
          resolvedAt: null,
          status: 'Opened',
          transactionId: '00000000000040008000000000000001',
          updatedAt: '2026-11-23T12:00:00.000Z',
          value: 150,
        },
      ],
    },
  },
});
