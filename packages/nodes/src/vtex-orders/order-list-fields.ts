// By what orders are listed: the form, and the query VTEX wants for it.
import type { Field, Fields, JsonObject, Text } from '@eclusa/flow';
import { orderStatus, textOf } from './order';

const word = (name: Text, help?: Text): Field => ({
  kind: 'text',
  default: '',
  maxLength: 200,
  advanced: true,
  name,
  ...(help && { help }),
});

const day = (name: Text, help: Text): Field => ({ kind: 'date', advanced: true, name, help });

const mainFields: Fields = {
  status: {
    kind: 'text',
    default: '',
    placeholder: 'ready-for-handling, handling',
    name: { en: 'Statuses', es: 'Estados', pt: 'Status' },
    help: {
      en: 'As VTEX spells them, commas between. Empty: all.',
      es: 'Como los escribe VTEX, separados por comas. Vacío: todos.',
      pt: 'Como a VTEX escreve, separados por vírgulas. Vazio: todos.',
    },
  },
  lastHours: {
    kind: 'number',
    integer: true,
    min: 1,
    max: 17_520,
    name: {
      en: 'Created in the last hours',
      es: 'Creados en las últimas horas',
      pt: 'Criados nas últimas horas',
    },
    help: {
      en: 'For flows on a schedule, counted back from the start of the run; then the two dates are not needed. Take some hours more than lie between two runs.',
      es: 'Para flujos programados, contadas desde el inicio de la ejecución; entonces las dos fechas no hacen falta. Tome algunas horas más que las que hay entre dos ejecuciones.',
      pt: 'Para fluxos agendados, contadas do início da execução; então as duas datas não são necessárias. Use algumas horas a mais do que há entre duas execuções.',
    },
  },
  from: {
    kind: 'date',
    name: { en: 'Created from', es: 'Creados desde', pt: 'Criados de' },
    help: {
      en: 'Only what was created on this day or later.',
      es: 'Solo lo creado en este día o después.',
      pt: 'Só o que foi criado neste dia ou depois.',
    },
  },
  to: {
    kind: 'date',
    name: { en: 'Created until', es: 'Creados hasta', pt: 'Criados até' },
    help: {
      en: 'Only what was created up to this day.',
      es: 'Solo lo creado hasta este día.',
      pt: 'Só o que foi criado até este dia.',
    },
  },
  salesChannel: {
    kind: 'text',
    default: '',
    name: { en: 'Trade policy id', es: 'Id de la política comercial', pt: 'Id da política comercial' },
    help: {
      en: 'For example 1, the main trade policy of most stores.',
      es: 'Por ejemplo 1, la política comercial principal de casi toda tienda.',
      pt: 'Por exemplo 1, a política comercial principal da maioria das lojas.',
    },
  },
  text: {
    kind: 'text',
    default: '',
    name: {
      en: 'Order, e-mail, document or name',
      es: 'Pedido, correo, documento o nombre',
      pt: 'Pedido, e-mail, documento ou nome',
    },
    help: {
      en: 'For example 1172452900788-01 or maria@example.com.',
      es: 'Por ejemplo 1172452900788-01 o maria@example.com.',
      pt: 'Por exemplo 1172452900788-01 ou maria@example.com.',
    },
  },
};

const moreFields: Fields = {
  authorizedFrom: day(
    { en: 'Paid from', es: 'Pagados desde', pt: 'Pagos de' },
    {
      en: 'Only what was paid on this day or later.',
      es: 'Solo lo pagado en este día o después.',
      pt: 'Só o que foi pago neste dia ou depois.',
    },
  ),
  authorizedTo: day(
    { en: 'Paid until', es: 'Pagados hasta', pt: 'Pagos até' },
    {
      en: 'Only what was paid up to this day.',
      es: 'Solo lo pagado hasta este día.',
      pt: 'Só o que foi pago até este dia.',
    },
  ),
  invoicedFrom: day(
    { en: 'Invoiced from', es: 'Facturados desde', pt: 'Faturados de' },
    {
      en: 'Only what was invoiced on this day or later.',
      es: 'Solo lo facturado en este día o después.',
      pt: 'Só o que foi faturado neste dia ou depois.',
    },
  ),
  invoicedTo: day(
    { en: 'Invoiced until', es: 'Facturados hasta', pt: 'Faturados até' },
    {
      en: 'Only what was invoiced up to this day.',
      es: 'Solo lo facturado hasta este día.',
      pt: 'Só o que foi faturado até este dia.',
    },
  ),
  seller: word(
    { en: 'Seller’s name', es: 'Nombre del vendedor', pt: 'Nome do vendedor (seller)' },
    {
      en: 'The name as it stands in VTEX. 1 is the store itself.',
      es: 'El nombre tal como está en VTEX. 1 es la tienda misma.',
      pt: 'O nome como está na VTEX. 1 é a própria loja.',
    },
  ),
  payment: word(
    { en: 'Payment method', es: 'Medio de pago', pt: 'Meio de pagamento' },
    { en: 'Its name, such as Visa.', es: 'Su nombre, como Visa.', pt: 'O nome dele, como Visa.' },
  ),
  affiliate: word(
    { en: 'Marketplace (affiliate)', es: 'Marketplace (afiliado)', pt: 'Marketplace (afiliado)' },
    {
      en: 'Its three letters, such as WLM.',
      es: 'Sus tres letras, como WLM.',
      pt: 'As três letras dele, como WLM.',
    },
  ),
  promotion: word(
    { en: 'Promotion’s name', es: 'Nombre de la promoción', pt: 'Nome da promoção' },
    {
      en: 'The name as it stands in VTEX, the whole of it.',
      es: 'El nombre tal como está en VTEX, completo.',
      pt: 'O nome como está na VTEX, por inteiro.',
    },
  ),
  utmSource: word(
    { en: 'utm_source', es: 'utm_source', pt: 'utm_source' },
    {
      en: "Where the customer came from, as the campaign's link says, for example google.",
      es: 'De dónde vino el cliente, como dice el enlace de la campaña, por ejemplo google.',
      pt: 'De onde o cliente veio, como diz o link da campanha, por exemplo google.',
    },
  ),
  operator: word(
    {
      en: 'Call centre operator’s name',
      es: 'Nombre del operador del call center',
      pt: 'Nome do operador do televendas',
    },
    {
      en: 'Only orders that this person placed for customers.',
      es: 'Solo pedidos que esta persona hizo para clientes.',
      pt: 'Só pedidos que esta pessoa fez para clientes.',
    },
  ),
  search: word(
    {
      en: 'SKU id or payment code',
      es: 'Id de SKU o código de pago',
      pt: 'Id de SKU ou código de pagamento',
    },
    {
      en: 'An SKU id, a TID, an NSU or a payment id that the order must have.',
      es: 'Un id de SKU, un TID, un NSU o un id de pago que el pedido debe tener.',
      pt: 'Um id de SKU, um TID, um NSU ou um id de pagamento que o pedido precisa ter.',
    },
  ),
  hasReturn: {
    kind: 'choice',
    default: 'any',
    advanced: true,
    name: { en: 'Return invoice', es: 'Factura de devolución', pt: 'Nota de devolução' },
    help: {
      en: 'Whether something of the order was sent back and invoiced as a return.',
      es: 'Si algo del pedido fue devuelto y facturado como devolución.',
      pt: 'Se algo do pedido foi devolvido e faturado como devolução.',
    },
    choices: [
      { value: 'any', name: { en: 'With or without', es: 'Con o sin', pt: 'Com ou sem' } },
      { value: 'true', name: { en: 'Only with', es: 'Solo con', pt: 'Só com' } },
      { value: 'false', name: { en: 'Only without', es: 'Solo sin', pt: 'Só sem' } },
    ],
  },
  incomplete: {
    kind: 'toggle',
    default: false,
    advanced: true,
    name: { en: 'Incomplete orders', es: 'Pedidos incompletos', pt: 'Pedidos incompletos' },
    help: {
      en: 'Lists only orders that were never completed. They have no status and are not to be taken into an ERP.',
      es: 'Lista solo los pedidos que nunca se completaron. No tienen estado y no deben llevarse a un ERP.',
      pt: 'Lista só pedidos que nunca foram concluídos. Eles não têm status e não devem ir para um ERP.',
    },
  },
};

/** Everything VTEX can filter its list by. */
export const orderListFields: Fields = { ...mainFields, ...moreFields };

// The index has a word of its own for this one.
const listed = (status: string) =>
  status === 'waiting-for-authorization' ? 'waiting-for-sellers-confirmation' : status;

/** The query of all settings but the date of creation, which the list moves on by. */
export function orderListQuery(config: JsonObject): Record<string, string> {
  const word = (name: string) => textOf(config[name]).trim();
  const statuses = word('status')
    .split(',')
    .filter((one) => one.trim() !== '')
    .map((one) => listed(orderStatus(one)));
  const given = {
    f_status: statuses.join(','),
    salesChannelId: word('salesChannel'),
    q: word('text'),
    f_authorizedDate: between('authorizedDate', word('authorizedFrom'), word('authorizedTo')),
    f_invoicedDate: between('invoicedDate', word('invoicedFrom'), word('invoicedTo')),
    f_sellerNames: word('seller'),
    f_paymentNames: word('payment'),
    f_affiliateId: word('affiliate'),
    f_RnB: word('promotion'),
    f_UtmSource: word('utmSource'),
    f_callCenterOperatorName: word('operator'),
    searchField: word('search'),
    f_hasInputInvoice: word('hasReturn').replace('any', ''),
    incompleteOrders: config['incomplete'] === true ? 'true' : '',
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
}

/** An instant of a day in UTC; undefined when the setting is empty. */
export function instantOf(setting: string, time: string): string | undefined {
  return setting === '' ? undefined : new Date(`${setting.slice(0, 10)}T${time}Z`).toISOString();
}

function between(field: string, from: string, to: string): string {
  if (from === '' && to === '') return '';
  const start = instantOf(from, '00:00:00.000') ?? '*';
  return `${field}:[${start} TO ${instantOf(to, '23:59:59.999') ?? '*'}]`;
}
