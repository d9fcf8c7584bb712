// Sets the limit of a customer credit account.
import { UserError, type JsonObject } from '@eclusa/flow';
import { target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { oneCreditAccount } from './credit-account';
import { creditAccountId } from './payment-targets';

const request = `PUT ${oneCreditAccount}/creditlimit`;
const read = `GET ${oneCreditAccount}`;

export default vtexAction({
  id: 'vtex.credit-limit-set',
  version: 1,
  name: { en: 'Set credit limit', es: 'Definir límite de crédito', pt: 'Definir limite de crédito' },
  help: {
    en: 'Sets the limit of a customer credit account, in decimal currency: the new limit, not a difference. An equal limit is not sent. What the customer owes stays; a limit below it leaves no credit until invoices are paid.',
    es: 'Define el límite de una cuenta de crédito del cliente, en moneda decimal: el límite nuevo, no una diferencia. Un límite igual no se envía. Lo que el cliente debe queda; un límite menor no deja crédito hasta que se paguen facturas.',
    pt: 'Define o limite de uma conta de crédito do cliente, em moeda com decimais: o limite novo, não uma diferença. Um limite igual não é enviado. O que o cliente deve fica; um limite menor não deixa crédito até que faturas sejam pagas.',
  },
  keywords: ['customer credit', 'credit limit', 'crédito', 'límite', 'limite', 'aumentar', 'conta', 'cuenta'],
  area: 'payments',
  request,
  also: [read],
  effect: 'idempotent',
  saveAs: 'limit',
  path: { creditAccountId },
  body: {
    value: target.number(
      { en: 'Limit', es: 'Límite', pt: 'Limite' },
      { required: true, min: 0, unit: units.currency, suggest: '$exists(limite) ? limite : 0' },
    ),
  },
  prepare: () => ({
    async run(values, { store }): Promise<JsonObject> {
      const { creditAccountId: id = null, value = null } = values;
      const params = { creditAccountId: String(id) };
      const held = await store.find(read, { params });
      if (!held) throw new UserError('vtex.credit-account-unknown', { values: { id } });
      const shown = { creditAccountId: id, creditLimit: value };
      if (held['creditLimit'] === value) return { ...shown, change: 'unchanged' };
      const before = async () => ({ value: held['creditLimit'] ?? null });
      await store.send(request, { params, body: { value }, before });
      return { ...shown, change: 'set' };
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'creditAccountId', expression: 'conta' },
        { target: 'value', expression: 'limite' },
      ],
      saveAs: 'limit',
    },
    input: [{ conta: '11144477735_CPF', limite: 2500 }],
    output: {
      out: [
        {
          conta: '11144477735_CPF',
          limite: 2500,
          limit: { creditAccountId: '11144477735_CPF', creditLimit: 2500, change: 'set' },
        },
      ],
    },
  },
});
