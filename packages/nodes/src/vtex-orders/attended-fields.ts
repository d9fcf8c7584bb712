// Settings that the order events boxes share, beside the filter.
import type { Fields } from '@eclusa/flow';

export const attendedFields: Fields = {
  checkMinutes: {
    kind: 'number',
    integer: true,
    min: 1,
    max: 1_440,
    default: 5,
    advanced: true,
    unit: { en: 'minutes', es: 'minutos', pt: 'minutos' },
    name: {
      en: 'Check the set-up every',
      es: 'Revisar la configuración cada',
      pt: 'Conferir a configuração a cada',
    },
    help: {
      en: 'VTEX drops the set-up by itself when no events come for some days. It is then written again, and orders of the time between are looked for.',
      es: 'VTEX borra la configuración por sí sola si no hay eventos durante días. Entonces se escribe de nuevo y se buscan los pedidos de ese tiempo.',
      pt: 'A VTEX apaga a configuração sozinha quando passa dias sem eventos. Aí ela é gravada de novo, e os pedidos desse tempo são procurados.',
    },
  },
  takeOver: {
    kind: 'toggle',
    default: false,
    advanced: true,
    name: {
      en: 'Replace what another system has set up',
      es: 'Reemplazar lo que configuró otro sistema',
      pt: 'Substituir o que outro sistema configurou',
    },
    help: {
      en: 'VTEX keeps one feed and one hook for each application key. On: the one that is there is replaced, and whoever used it gets no more events.',
      es: 'VTEX guarda un feed y un hook por clave de aplicación. Activado: se reemplaza el existente, y quien lo usaba deja de recibir eventos.',
      pt: 'A VTEX guarda um feed e um hook por chave de aplicação. Ligado: o que existe é substituído, e quem o usava deixa de receber eventos.',
    },
  },
};

/** The account and key whose feed or hook it is. */
export function sourceOf(what: 'feed' | 'hook', values: Record<string, unknown>): string {
  const text = (name: string) => String(values[name] ?? '').toLowerCase();
  return `vtex ${what} ${text('account')} ${text('appKey')}`;
}
