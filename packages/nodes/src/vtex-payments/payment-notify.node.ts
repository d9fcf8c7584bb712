// Tells the payments gateway that a payment made elsewhere has arrived: by its id, with date and amount, or as a whole.
import { isJsonObject, UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target, units } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { paymentId, transactionId } from './payment-targets';
import { oneTransaction, unclear } from './transaction';

const path = '/api/payments/pvt/payments/{paymentId}/payment-notification';
const getPayment = `GET ${oneTransaction}/payments/{paymentId}`;

/** A payment in one of these still waits for its money. */
const waiting = /^(started|authorizing|undefined|waiting\w*|pending\w*)$/i;

export default vtexAction({
  id: 'vtex.payment-notify',
  version: 1,
  name: {
    en: 'Notify payment by its id',
    es: 'Notificar pago por su id',
    pt: 'Notificar pagamento pelo id',
  },
  help: {
    en: 'Tells VTEX’s payments gateway that a bank slip or promissory note was paid, wholly or in part; the order moves on by itself and cannot be moved back. The amount is in decimal currency (50.10), unlike other amounts of payments. Without date and amount the payment counts as made today and in full. The payment is read first: one that no longer waits stays as it is. VTEX adds up parts and would count one twice that is told twice, so after a lost answer a part fails its row and a person has to look.',
    es: 'Avisa al gateway de pagos de VTEX que un boleto o pagaré se pagó, total o parcialmente; el pedido avanza solo y no retrocede. El importe va en moneda decimal (50.10), a diferencia de otros importes de pagos. Sin fecha ni importe, el pago cuenta como hecho hoy y completo. Primero se lee el pago: uno que ya no espera queda como está. VTEX suma las partes y contaría dos veces una avisada dos veces; por eso, tras una respuesta perdida, una parte hace fallar su fila y debe mirar una persona.',
    pt: 'Avisa o gateway de pagamentos da VTEX que um boleto ou promissória foi pago, por inteiro ou em parte; o pedido avança sozinho e não volta. O valor é em moeda com decimais (50.10), ao contrário de outros valores de pagamentos. Sem data e valor, o pagamento conta como feito hoje e por inteiro. O pagamento é lido antes: um que já não espera fica como está. A VTEX soma as partes e contaria em dobro uma avisada duas vezes; por isso, após uma resposta perdida, uma parte faz a linha falhar e uma pessoa precisa olhar.',
  },
  keywords: [
    'payment notification',
    'boleto',
    'promissória',
    'pagaré',
    'baixa',
    'conciliação',
    'pagamento',
    'pago',
  ],
  area: 'payments',
  request: `POST ${path}`,
  also: [`GET ${path}`, getPayment],
  effect: 'create',
  concurrency: 4,
  saveAs: 'payment',
  path: {
    transactionId,
    paymentId: { ...paymentId, required: true, suggest: '$exists(paymentId) ? paymentId : "(paymentId)"' },
  },
  body: {
    paymentDate: target.date(
      { en: 'Date of payment', es: 'Fecha de pago', pt: 'Data do pagamento' },
      {
        help: {
          en: 'As 2026-11-23; the box writes it the way VTEX wants it here.',
          es: 'Como 2026-11-23; la caja la escribe como VTEX la quiere aquí.',
          pt: 'Como 2026-11-23; a caixa escreve do jeito que a VTEX quer aqui.',
        },
      },
    ),
    valuePaid: target.number(
      { en: 'Amount paid', es: 'Importe pagado', pt: 'Valor pago' },
      { unit: units.currency, min: 0.01 },
    ),
  },
  prepare: () => ({ run: (values, { store }) => notify(values, store), findExisting: look }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'transactionId', expression: 'transacao' },
        { target: 'paymentId', expression: 'pagamento' },
        { target: 'paymentDate', expression: '"2026-11-23"' },
        { target: 'valuePaid', expression: 'valor' },
      ],
      saveAs: 'payment',
    },
    input: [
      {
        transacao: '00000000000040008000000000000001',
        pagamento: '00000000000040008000000000000002',
        valor: 100,
      },
    ],
    output: {
      out: [
        {
          transacao: '00000000000040008000000000000001',
          pagamento: '00000000000040008000000000000002',
          valor: 100,
          payment: { paymentId: '00000000000040008000000000000002', valuePaid: 100, change: 'notified' },
        },
      ],
    },
  },
});

async function notify(values: Values, store: Store): Promise<Json> {
  const { paymentId: id = null, paymentDate, valuePaid } = values;
  if ((paymentDate === undefined) !== (valuePaid === undefined))
    throw new UserError('vtex.payment-date-and-value');
  const { status } = await readPayment(values, store);
  if (!waiting.test(String(status))) return { paymentId: id, status: status ?? null, change: 'unchanged' };
  const params = { paymentId: String(id) };
  if (valuePaid === undefined) {
    // A GET that changes things: a dry run lets reads through and would really send it.
    if (!store.dryRun) await store.ask(`GET ${path}`, { params, once: true });
    return { paymentId: id, change: 'notified' };
  }
  await store.send(`POST ${path}`, {
    params,
    body: { paymentDate: dayFirst(String(paymentDate)), valuePaid },
  });
  return { paymentId: id, valuePaid, change: 'notified' };
}

async function readPayment(values: Values, store: Store): Promise<JsonObject> {
  const { transactionId: transaction, paymentId: payment } = values as Record<string, string>;
  const params = { transactionId: transaction ?? '', paymentId: payment ?? '' };
  const found = await store.send(getPayment, { params });
  return isJsonObject(found) ? found : {};
}

/** `2026-11-23T00:00:00` as DD/MM/YYYY. */
function dayFirst(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** A payment that no longer waits was told. One that waits was not, unless what was told is only a part of it. */
async function look(values: Values, { store }: { store: Store }): Promise<JsonObject | null> {
  const payment = await readPayment(values, store);
  if (!waiting.test(String(payment['status']))) return payment;
  const { valuePaid } = values;
  const isPart = valuePaid !== undefined && Math.round(Number(valuePaid) * 100) < Number(payment['value']);
  return isPart ? unclear({ ...values, value: valuePaid }) : null;
}
