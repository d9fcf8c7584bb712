// Lets all rows go on after a while. What is kept is the time to go on at: no worker is held, and a crash makes it no longer.
import { defineNode, type Kept, type Row } from '@eclusa/flow';

interface Config {
  amount?: number;
  unit?: 'seconds' | 'minutes' | 'hours';
}

const milliseconds = { seconds: 1000, minutes: 60_000, hours: 3_600_000 } as const;
const longest = 24 * 3_600_000;

export default defineNode<Config>({
  id: 'transform.wait',
  version: 1,
  group: 'transform',
  name: { en: 'Wait', es: 'Esperar', pt: 'Esperar' },
  help: {
    en: 'Waits for all rows, then for the time you say, and lets them go on: until VTEX has indexed new products, say. No worker is held meanwhile, and the time goes on through restarts. A day at most; without rows there is no wait, nor in a dry run. Rows are put aside on disk meanwhile, so there may be any number.',
    es: 'Espera todas las filas, después el tiempo que indique, y las deja seguir: hasta que VTEX indexe productos nuevos, por ejemplo. Mientras tanto no ocupa ningún proceso, y el tiempo sigue a través de reinicios. Un día como máximo; sin filas no espera, ni en un ensayo. Mientras tanto las filas se guardan en disco, así que puede haber cualquier cantidad.',
    pt: 'Espera todas as linhas, depois o tempo que você indicar, e as deixa seguir: até a VTEX indexar produtos novos, por exemplo. Enquanto isso não ocupa nenhum processo, e o tempo continua depois de reinícios. Um dia no máximo; sem linhas não espera, nem em uma simulação. Enquanto isso as linhas ficam em disco, então pode haver qualquer quantidade.',
  },
  keywords: [
    ...['wait', 'delay', 'pause', 'sleep', 'timer', 'later'],
    ...['esperar', 'demora', 'pausa', 'retraso', 'después'],
    ...['aguardar', 'atraso', 'pausar', 'depois', 'tempo'],
  ],
  fields: {
    amount: {
      kind: 'number',
      required: true,
      default: 5,
      min: 1,
      max: 86_400,
      integer: true,
      name: { en: 'How long', es: 'Cuánto tiempo', pt: 'Quanto tempo' },
      help: {
        en: 'Counted from when the last row has come. More than a day counts as a day.',
        es: 'Se cuenta desde que llegó la última fila. Más de un día cuenta como un día.',
        pt: 'Contado a partir da chegada da última linha. Mais de um dia conta como um dia.',
      },
    },
    unit: {
      kind: 'choice',
      default: 'minutes',
      name: { en: 'Unit', es: 'Unidad', pt: 'Unidade' },
      help: {
        en: 'The rows go on a few seconds later than said.',
        es: 'Las filas siguen unos segundos después de lo indicado.',
        pt: 'As linhas seguem alguns segundos depois do indicado.',
      },
      choices: [
        { value: 'seconds', name: { en: 'Seconds', es: 'Segundos', pt: 'Segundos' } },
        { value: 'minutes', name: { en: 'Minutes', es: 'Minutos', pt: 'Minutos' } },
        { value: 'hours', name: { en: 'Hours', es: 'Horas', pt: 'Horas' } },
      ],
    },
  },
  behaviour: {
    kind: 'barrier',
    async *collect(inputs, { config, kept, dryRun, now }): AsyncIterable<Row[] | Kept> {
      const { amount = 5, unit = 'minutes' } = config;
      const rows = inputs['in'] ?? none();
      const started = now().getTime();
      const until =
        typeof kept === 'number' ? kept : started + Math.min(amount * milliseconds[unit], longest);
      const mayWait = !dryRun && until > started && (await hasRows(rows));
      if (mayWait) yield { keep: until, after: until - started };
      yield* rows;
    },
  },
  example: {
    config: { amount: 5, unit: 'minutes' },
    input: [{ sku: 'A' }, { sku: 'B' }],
    output: { out: [{ sku: 'A' }, { sku: 'B' }] },
  },
});

async function hasRows(pages: AsyncIterable<Row[]>): Promise<boolean> {
  for await (const page of pages) if (page.length > 0) return true;
  return false;
}

async function* none(): AsyncIterable<never> {}
