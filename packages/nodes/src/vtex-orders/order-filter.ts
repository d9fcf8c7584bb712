// Which orders a feed or a hook tells of: by status or by a condition, never both, because VTEX refuses that.
import { isJsonObject, type Field, type Fields, type Json } from '@eclusa/flow';
import { eventStatuses } from './event-statuses';

/** Settings that the order events boxes share. */
export interface FilterConfig {
  filter?: string;
  statuses?: { status?: string }[];
  expression?: string;
  everyChange?: boolean;
}

const statusField: Field = {
  kind: 'choice',
  required: true,
  choices: eventStatuses,
  name: { en: 'Status', es: 'Estado', pt: 'Status' },
  help: {
    en: 'Only invoices in this state.',
    es: 'Solo facturas en este estado.',
    pt: 'Só faturas nesta situação.',
  },
};

export const filterFields: Fields = {
  filter: {
    kind: 'choice',
    default: 'statuses',
    name: { en: 'Tell me of', es: 'Avisarme de', pt: 'Avisar sobre' },
    help: {
      en: 'A list of statuses is right for nearly every integration.',
      es: 'Una lista de estados sirve para casi toda integración.',
      pt: 'Uma lista de status serve para quase toda integração.',
    },
    choices: [
      {
        value: 'statuses',
        name: {
          en: 'Orders that reach a status',
          es: 'Pedidos que llegan a un estado',
          pt: 'Pedidos que chegam a um status',
        },
      },
      {
        value: 'expression',
        name: {
          en: 'Orders that meet a condition',
          es: 'Pedidos que cumplen una condición',
          pt: 'Pedidos que atendem a uma condição',
        },
        help: {
          en: 'VTEX looks at it at every change of an order. For statuses choose the list instead: VTEX is known to miss some of them by condition.',
          es: 'VTEX la evalúa en cada cambio de un pedido. Para estados use la lista: se sabe que VTEX pierde algunos por condición.',
          pt: 'A VTEX avalia em cada mudança de um pedido. Para status use a lista: sabe-se que a VTEX perde alguns por condição.',
        },
      },
    ],
  },
  statuses: {
    kind: 'table',
    columns: { status: statusField },
    minRows: 1,
    default: [{ status: 'ready-for-handling' }],
    when: { field: 'filter', is: ['statuses'] },
    name: { en: 'Statuses', es: 'Estados', pt: 'Status' },
    help: {
      en: 'An ERP usually takes orders at “Ready for handling”. Add cancellations when it must hear of them.',
      es: 'Un ERP suele tomar los pedidos en «Listo para preparación». Agregue las cancelaciones si debe enterarse.',
      pt: 'Um ERP costuma pegar os pedidos em “Pronto para o manuseio”. Acrescente os cancelamentos se ele precisar saber deles.',
    },
  },
  expression: {
    kind: 'expression',
    required: true,
    placeholder: 'salesChannel = "2"',
    returns: 'boolean',
    when: { field: 'filter', is: ['expression'] },
    name: { en: 'Condition over the order', es: 'Condición sobre el pedido', pt: 'Condição sobre o pedido' },
    help: {
      en: 'In VTEX\'s own formula language, for example salesChannel = "2" for orders of trade policy 2. It counts amounts in cents.',
      es: 'En el lenguaje de fórmulas de VTEX, por ejemplo salesChannel = "2" para pedidos de la política comercial 2. Cuenta los montos en centavos.',
      pt: 'Na linguagem de fórmulas da VTEX, por exemplo salesChannel = "2" para pedidos da política comercial 2. Ela conta valores em centavos.',
    },
  },
  everyChange: {
    kind: 'toggle',
    default: false,
    when: { field: 'filter', is: ['expression'] },
    name: { en: 'At every change', es: 'En cada cambio', pt: 'Em cada mudança' },
    help: {
      en: 'Off: once for each order. On: again whenever an order that meets the condition changes, which may be hundreds of times.',
      es: 'Desactivado: una vez por pedido. Activado: otra vez cada vez que cambie un pedido que cumple, que pueden ser cientos.',
      pt: 'Desligado: uma vez por pedido. Ligado: de novo sempre que mudar um pedido que atende, o que pode ser centenas de vezes.',
    },
  },
};

/** The statuses asked for; null when orders are chosen by a condition. */
export function statusesOf({ filter, statuses }: FilterConfig): string[] | null {
  if (filter === 'expression') return null;
  const chosen = (statuses ?? [{ status: 'ready-for-handling' }]).flatMap(({ status }) => status ?? []);
  return [...new Set(chosen)].sort();
}

/** The filter as VTEX takes it. */
export function filterBody(config: FilterConfig): Record<string, Json> {
  const statuses = statusesOf(config);
  if (statuses) return { type: 'FromWorkflow', status: statuses };
  return {
    type: 'FromOrders',
    expression: config.expression ?? '',
    disableSingleFire: config.everyChange === true,
  };
}

/** True when the filter VTEX holds is the one wanted; it may add members and change the order of statuses. */
export function isSameFilter(wanted: Record<string, Json>, held: Json | undefined): boolean {
  if (!isJsonObject(held) || held['type'] !== wanted['type']) return false;
  if (wanted['type'] === 'FromWorkflow') {
    const statuses = Array.isArray(held['status']) ? held['status'].map(String).sort() : [];
    return JSON.stringify(statuses) === JSON.stringify(wanted['status']);
  }
  return (
    held['expression'] === wanted['expression'] &&
    (held['disableSingleFire'] === true) === wanted['disableSingleFire']
  );
}
