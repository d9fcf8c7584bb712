// Opens a customer credit account, or updates the one the document has.
import type { Json, JsonObject } from '@eclusa/flow';
import { newId } from '../vtex/coerce';
import { differs, existingField, pick } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { asObject } from '../vtex/remote';
import type { Store } from '../vtex/store';
import { target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { creditAccounts, findAccount, oneCreditAccount } from './credit-account';

const create = `POST ${creditAccounts}`;
const update = `PUT ${oneCreditAccount}`;

export default vtexAction({
  id: 'vtex.credit-account-open',
  version: 1,
  name: {
    en: 'Open or update credit account',
    es: 'Abrir o actualizar cuenta de crédito',
    pt: 'Abrir ou atualizar conta de crédito',
  },
  help: {
    en: 'Opens a customer credit account for a document, with a limit in decimal currency; a document that has one gets what differs changed. VTEX does not open a second account for a document, and an update opens a closed one again. What you did not map of an account stays.',
    es: 'Abre una cuenta de crédito del cliente para un documento, con un límite en moneda decimal; si el documento ya tiene una, se cambia lo que difiere. VTEX no abre una segunda cuenta por documento, y una actualización reabre una cerrada. Lo que usted no mapeó de una cuenta se conserva.',
    pt: 'Abre uma conta de crédito do cliente para um documento, com limite em moeda com decimais; se o documento já tem uma, muda o que difere. A VTEX não abre uma segunda conta por documento, e uma atualização reabre uma fechada. O que você não mapeou de uma conta fica.',
  },
  keywords: [
    'customer credit',
    'credit limit',
    'crédito',
    'límite',
    'limite',
    'fiado',
    'faturado',
    'B2B',
    'conta',
  ],
  area: 'payments',
  request: create,
  also: [`GET ${oneCreditAccount}`, `GET ${creditAccounts}`, update],
  effect: 'create',
  concurrency: 4,
  saveAs: 'account',
  body: {
    document: target.text(
      { en: 'Document', es: 'Documento', pt: 'Documento' },
      { required: true, maxLength: 40, suggest: '$exists(cpf) ? cpf : "11144477735"' },
    ),
    documentType: target.text(
      { en: 'Type of document', es: 'Tipo de documento', pt: 'Tipo de documento' },
      {
        required: true,
        suggest: '"CPF"',
        choices: [
          { value: 'CPF', name: { en: 'CPF', es: 'CPF', pt: 'CPF' } },
          { value: 'CNPJ', name: { en: 'CNPJ', es: 'CNPJ', pt: 'CNPJ' } },
          { value: 'Other', name: { en: 'Other', es: 'Otro', pt: 'Outro' } },
        ],
      },
    ),
    email: target.text(
      { en: 'E-mail', es: 'Correo electrónico', pt: 'E-mail' },
      { required: true, maxLength: 200, suggest: '$exists(email) ? email : "cliente@exemplo.com.br"' },
    ),
    creditLimit: target.number(
      { en: 'Credit limit', es: 'Límite de crédito', pt: 'Limite de crédito' },
      { required: true, min: 0, unit: units.currency, suggest: '$exists(limite) ? limite : 0' },
    ),
    tolerance: target.number(
      { en: 'Tolerance', es: 'Tolerancia', pt: 'Tolerância' },
      {
        min: 0,
        max: 1,
        help: {
          en: 'How far above the limit the customer may buy, as a part of it: 0.3 is 30 %.',
          es: 'Cuánto por encima del límite puede comprar el cliente, como parte de él: 0.3 es 30 %.',
          pt: 'Quanto acima do limite o cliente pode comprar, como parte dele: 0.3 é 30 %.',
        },
      },
    ),
  },
  options: { existing: existingField },
  prepare({ config }) {
    const keep = config['existing'] === 'keep';
    return {
      run: (values, { store, existing }) => openAccount(plain(values), store, { existing, keep }),
      findExisting: (values, { store }) => findAccount(store, keys(plain(values))),
    };
  },
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'document', expression: 'cpf' },
        { target: 'documentType', expression: '"CPF"' },
        { target: 'email', expression: 'email' },
        { target: 'creditLimit', expression: 'limite' },
      ],
      saveAs: 'account',
    },
    input: [{ cpf: '111.444.777-35', email: 'ana@exemplo.com.br', limite: 1500.5 }],
    output: {
      out: [
        {
          cpf: '111.444.777-35',
          email: 'ana@exemplo.com.br',
          limite: 1500.5,
          account: { id: '11144477735_CPF', change: 'created' },
        },
      ],
    },
  },
});

const keys = (values: Values) =>
  pick(values, ['document', 'documentType', 'email']) as Record<string, string>;

/** The document in digits, as VTEX makes the account's id of it. */
function plain(values: Values): Values {
  return { ...values, document: String(values['document']).replace(/[.\-/\s]/g, '') };
}

async function openAccount(
  values: Values,
  store: Store,
  { existing, keep }: { existing: JsonObject | undefined; keep: boolean },
): Promise<Json> {
  const held = existing ?? (await findAccount(store, keys(values)));
  if (!held) return { id: await openNew(values, store), change: 'created' };
  const id = String(held['id']);
  const isClosed = held['status'] === 'Closed';
  if (keep || (!isClosed && !differs(held, values))) return { id, change: 'unchanged' };
  const body = { ...pick(held, ['creditLimit', 'tolerance']), ...values };
  await store.send(update, { params: { creditAccountId: id }, body, before: async () => held });
  return { id, change: 'updated' };
}

/** VTEX wants the amounts of a new account as texts, and a description it no longer keeps. */
async function openNew(values: Values, store: Store): Promise<string> {
  const body = {
    ...values,
    creditLimit: String(values['creditLimit']),
    tolerance: String(values['tolerance'] ?? 0),
    description: '',
  };
  const answer = await store.send(create, { body });
  const id = asObject(answer)?.['id'];
  return store.dryRun || typeof id !== 'string' ? newId : id;
}
