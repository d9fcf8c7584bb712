// What the boxes that set up a feed or a hook by hand share: the filter as mapped values, and writing it once.
import { UserError, type Json, type JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { target, type Targets } from '../vtex/targets';
import { eventStatuses } from './event-statuses';
import { orderStatus, textOf } from './order';

export const filterTargets: Targets = {
  status: target.list(
    { en: 'Statuses', es: 'Estados', pt: 'Status' },
    {
      help: {
        en: 'As VTEX spells them in events. Unknown ones are refused here: VTEX would take them and send nothing.',
        es: 'Como los escribe VTEX en los eventos. Los desconocidos se rechazan aquí: VTEX los aceptaría y no enviaría nada.',
        pt: 'Como a VTEX escreve nos eventos. Os desconhecidos são recusados aqui: a VTEX os aceitaria e não enviaria nada.',
      },
      suggest: '$exists(status) ? status : ["ready-for-handling"]',
    },
  ),
  expression: target.text(
    { en: 'Condition (JSONata)', es: 'Condición (JSONata)', pt: 'Condição (JSONata)' },
    {
      help: {
        en: 'Instead of statuses. VTEX refuses both together.',
        es: 'En lugar de estados. VTEX rechaza ambos juntos.',
        pt: 'Em vez de status. A VTEX recusa os dois juntos.',
      },
    },
  ),
  disableSingleFire: target.boolean(
    { en: 'At every change', es: 'En cada cambio', pt: 'Em cada mudança' },
    {
      help: {
        en: 'With a condition: tell of every change of the order, which may be hundreds, instead of once.',
        es: 'Con una condición: avisar de cada cambio del pedido, que pueden ser cientos, en lugar de una vez.',
        pt: 'Com uma condição: avisar de cada mudança do pedido, que podem ser centenas, em vez de uma vez.',
      },
    },
  ),
};

const known = eventStatuses.map(({ value }) => value);
// The spelling that orders have may be another one than that of events.
const eventStatus = (text: string): string => (known.includes(text.trim()) ? text.trim() : orderStatus(text));

/** The filter of the values. Throws UserError for both kinds, for none, and for a status that VTEX does not have. */
export function filterFrom(values: Values): Record<string, Json> {
  const given = values['status'];
  const statuses = (Array.isArray(given) ? given : []).map((one) => eventStatus(textOf(one)));
  const expression = textOf(values['expression']);
  if (statuses.length > 0 && expression !== '') throw new UserError('vtex.event-filter-mixed');
  if (expression !== '')
    return { type: 'FromOrders', expression, disableSingleFire: values['disableSingleFire'] === true };
  if (statuses.length === 0) throw new UserError('vtex.event-filter-empty');
  const unknown = statuses.filter((one) => !known.includes(one));
  if (unknown.length > 0)
    throw new UserError('vtex.event-status-unknown', {
      values: { unknown: unknown.join(', '), known: known.join(', ') },
    });
  return { type: 'FromWorkflow', status: [...new Set(statuses)].sort() };
}

/** True when VTEX holds these members already, whatever the capitals of their names, which differ between its answers. */
export function holdsAll(held: Json | undefined, wanted: JsonObject): boolean {
  if (typeof held !== 'object' || held === null) return false;
  const members = new Map(Object.entries(held).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.entries(wanted).every(([name, value]) => members.get(name.toLowerCase()) === value);
}
