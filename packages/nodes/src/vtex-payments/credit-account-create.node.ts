// Opens a credit account, found again by the customer's document.
import { isJsonObject, type JsonObject } from '@eclusa/flow';
import type { Store } from '../vtex/store';
import { target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { accounts, creditLimit } from './credit-terms';

const create = `POST ${accounts}`;
const list = `GET ${accounts}`;

export default vtexAction({
  id: 'vtex.credit-account-create',
  version: 1,
  name: { en: 'Open credit account', es: 'Abrir cuenta de crédito', pt: 'Abrir conta de crédito' },
  help: {
    en: 'Opens a credit account for a customer, with a limit in decimal currency. A customer whose document and e-mail have one already keeps it; change its limit with "Set credit limit".',
    es: 'Abre una cuenta de crédito para un cliente, con un límite en moneda decimal. Si el documento y el correo ya tienen una, se conserva; cambie su límite con «Definir límite de crédito».',
    pt: 'Abre uma conta de crédito para um cliente, com um limite em moeda com decimais. Se o documento e o e-mail já têm uma, ela fica; mude o limite com "Definir limite de crédito".',
  },
  keywords: ['customer credit', 'credit account', 'crédito', 'cuenta', 'conta', 'crediário', 'limite'],
  area: 'payments',
  request: create,
  also: [list],
  effect: 'create',
  concurrency: 4,
  body: {
    document: target.text(
      { en: 'Document', es: 'Documento', pt: 'Documento (CPF ou CNPJ)' },
      { required: true, maxLength: 50, suggest: 'documento' },
    ),
    documentType: target.text(
      { en: 'Kind of document', es: 'Tipo de documento', pt: 'Tipo de documento' },
      { required: true, maxLength: 20, suggest: '"CPF"' },
    ),
    email: target.text(
      { en: 'E-mail', es: 'Correo', pt: 'E-mail' },
      { required: true, maxLength: 200, suggest: 'email' },
    ),
    creditLimit,
    tolerance: target.number(
      { en: 'Tolerance', es: 'Tolerancia', pt: 'Tolerância' },
      {
        min: 0,
        unit: units.percent,
        help: {
          en: 'How far an order may go beyond the limit; 0 when it is not mapped.',
          es: 'Cuánto puede exceder un pedido el límite; 0 si no se mapea.',
          pt: 'Quanto um pedido pode passar do limite; 0 quando não é mapeado.',
        },
      },
    ),
    description: target.text({ en: 'Description', es: 'Descripción', pt: 'Descrição' }, { maxLength: 500 }),
  },
  saveAs: 'account',
  prepare: () => ({
    async run(values, { store, existing }) {
      const found = existing ?? (await find(String(values['document']), String(values['email']), store));
      if (found) return { id: found['id'] ?? null, change: existing ? 'created' : 'unchanged' };
      const answer = await store.send(create, { body: { tolerance: 0, description: '', ...values } });
      return { id: isJsonObject(answer) ? (answer['id'] ?? null) : null, change: 'created' };
    },
    findExisting: (values, { store }) => find(String(values['document']), String(values['email']), store),
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'document', expression: 'documento' },
        { target: 'documentType', expression: '"CPF"' },
        { target: 'email', expression: 'email' },
        { target: 'creditLimit', expression: 'limite' },
      ],
      saveAs: 'account',
    },
    input: [{ documento: '12345678909', email: 'ana@example.com', limite: 500 }],
    output: {
      out: [
        {
          documento: '12345678909',
          email: 'ana@example.com',
          limite: 500,
          account: { id: '12345678909_CPF', change: 'created' },
        },
      ],
    },
  },
});

async function find(document: string, email: string, store: Store): Promise<JsonObject | null> {
  const answer = await store.send(list, { query: { email } });
  const all = isJsonObject(answer) ? answer['data'] : answer;
  const found = (Array.isArray(all) ? all : []).find(
    (one): one is JsonObject => isJsonObject(one) && one['document'] === document,
  );
  return found ? { id: found['id'] ?? null } : null;
}
