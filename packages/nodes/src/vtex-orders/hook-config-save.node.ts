// Sets up the hook of order events of an application key. VTEX pings the address and takes it only when that answers.
import { UserError, isJsonObject, type Json } from '@eclusa/flow';
import { hasStatus, retold } from '../vtex/remote';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { filterFrom, filterTargets } from './event-config';
import { textOf } from './order';
import { isSameFilter } from './order-filter';

const get = 'GET /api/orders/hook/config';
const request = 'POST /api/orders/hook/config';

export default vtexAction({
  id: 'vtex.hook-config-save',
  version: 1,
  name: { en: 'Set up order hook', es: 'Configurar hook de pedidos', pt: 'Configurar hook de pedidos' },
  help: {
    en: 'Tells VTEX to which address of yours it sends order events. VTEX pings it at once and saves nothing unless it answers 200; it must be https. VTEX signs nothing: put a secret into the headers and check it there. A key has one hook: this replaces it, also the one that "Order events by hook" keeps by itself. VTEX drops it after three days without a delivery.',
    es: 'Indica a VTEX a qué dirección suya enviar los eventos de pedidos. VTEX la prueba al momento y no guarda nada si no responde 200; debe ser https. VTEX no firma nada: ponga un secreto en los encabezados y verifíquelo allí. Una clave tiene un solo hook: esto lo reemplaza, también el que mantiene la caja de eventos por hook. VTEX lo borra tras tres días sin entregas.',
    pt: 'Diz à VTEX para qual endereço seu enviar os eventos de pedidos. A VTEX o testa na hora e não grava nada se ele não responder 200; deve ser https. A VTEX não assina nada: ponha um segredo nos cabeçalhos e confira lá. Uma chave tem um só hook: isto o substitui, também o que a caixa de eventos por hook mantém. A VTEX o apaga após três dias sem entregas.',
  },
  keywords: ['hook', 'webhook', 'eventos', 'events', 'configurar', 'pedidos', 'orders'],
  area: 'orders',
  request,
  also: [get],
  effect: 'idempotent',
  saveAs: 'hook',
  body: {
    url: target.text(
      { en: 'Address', es: 'Dirección', pt: 'Endereço' },
      { required: true, maxLength: 2000, suggest: '$exists(url) ? url : "https://"' },
    ),
    headers: {
      type: 'object',
      name: {
        en: 'Headers VTEX sends along',
        es: 'Encabezados que envía VTEX',
        pt: 'Cabeçalhos que a VTEX envia',
      },
    },
    ...filterTargets,
  },
  prepare: () => ({
    async run(values, { store }) {
      const filter = filterFrom(values);
      const hook = { url: addressOf(values['url']), headers: headersOf(values['headers']) };
      return store.lock('hook-config', async () => {
        const held = await store.find(get);
        if (held && isSameFilter(filter, held['filter']) && isSameHook(hook, held['hook']))
          return { change: 'unchanged' };
        try {
          await store.send(request, { body: { filter, hook } });
        } catch (error) {
          if (!hasStatus(error, 400)) throw error;
          throw retold('vtex.hook-unreachable', error, { host: new URL(hook.url).host });
        }
        return { change: held ? 'updated' : 'created' };
      });
    },
  }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'url', expression: 'url' },
        { target: 'headers', expression: '{"x-secret": "segredo"}' },
        { target: 'status', expression: '["ready-for-handling"]' },
      ],
      saveAs: 'hook',
    },
    input: [{ url: 'https://erp.example/vtex' }],
    output: { out: [{ url: 'https://erp.example/vtex', hook: { change: 'created' } }] },
  },
});

function addressOf(given: Json | undefined): string {
  const url = textOf(given).trim();
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:' || new URL(url).host === '')
    throw new UserError('vtex.hook-not-https', { values: { url } });
  return url;
}

function headersOf(given: Json | undefined): Record<string, string> {
  const headers = isJsonObject(given) ? given : {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, textOf(value)]));
}

const sorted = (headers: object): string => JSON.stringify(Object.entries(headers).sort());

function isSameHook(wanted: { url: string; headers: object }, held: Json | undefined): boolean {
  if (!isJsonObject(held) || held['url'] !== wanted.url) return false;
  return sorted(isJsonObject(held['headers']) ? held['headers'] : {}) === sorted(wanted.headers);
}
