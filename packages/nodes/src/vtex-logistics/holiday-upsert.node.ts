// Registers a holiday or changes it, by an id of ours.
import type { JsonObject } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';
import { target } from '../vtex/targets';
import { vtexAction } from '../vtex/vtex-action';
import { keep } from './keep';
import { holidayId } from './terms';

const read = 'GET /api/logistics/pvt/configuration/holidays/{holidayId}';
const write = 'PUT /api/logistics/pvt/configuration/holidays/{holidayId}';

export default vtexAction({
  id: 'vtex.holiday-upsert',
  version: 1,
  name: {
    en: 'Create or update holiday',
    es: 'Crear o actualizar feriado',
    pt: 'Criar ou atualizar feriado',
  },
  help: {
    en: 'Registers a day on which policies that do not deliver on holidays stand still, under an id of yours. The same id changes the same holiday. Dates as 2026-12-25.',
    es: 'Registra un día en que las políticas que no entregan en feriados se detienen, con un id suyo. El mismo id cambia el mismo feriado. Fechas como 2026-12-25.',
    pt: 'Cadastra um dia em que as políticas que não entregam em feriados ficam paradas, com um id seu. O mesmo id muda o mesmo feriado. Datas como 2026-12-25.',
  },
  keywords: ['holiday', 'feriado', 'festivo', 'calendário', 'calendario', 'cadastrar feriado'],
  area: 'logistics',
  request: write,
  also: [read],
  effect: 'idempotent',
  saveAs: 'holiday',
  path: { holidayId },
  body: {
    name: target.text(
      { en: 'Name', es: 'Nombre', pt: 'Nome' },
      { required: true, maxLength: 100, suggest: '$exists(nome) ? nome : descricao' },
    ),
    startDate: target.date({ en: 'Date', es: 'Fecha', pt: 'Data' }, { required: true, suggest: 'data' }),
  },
  prepare: () => ({ run: (values, { store }) => saveHoliday(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'holidayId', expression: 'feriado' },
        { target: 'name', expression: 'nome' },
        { target: 'startDate', expression: 'data' },
      ],
      saveAs: 'holiday',
    },
    input: [
      { feriado: 'ano-novo-2027', nome: 'Ano Novo', data: '2027-01-01' },
      { feriado: 'natal-2026', nome: 'Natal', data: '2026-12-25' },
    ],
    output: {
      out: [
        {
          feriado: 'ano-novo-2027',
          nome: 'Ano Novo',
          data: '2027-01-01',
          holiday: { id: 'ano-novo-2027', change: 'created' },
        },
        {
          feriado: 'natal-2026',
          nome: 'Natal',
          data: '2026-12-25',
          holiday: { id: 'natal-2026', change: 'unchanged' },
        },
      ],
    },
  },
});

function saveHoliday(values: Values, store: Store): Promise<JsonObject> {
  const id = String(values['holidayId']);
  const day = String(values['startDate']).slice(0, 10);
  const wanted = { name: values['name'] ?? null, startDate: day };
  return keep(store, {
    read,
    place: 'holidayId',
    id,
    needed: [],
    // VTEX shows the day as a moment; only the day counts.
    wanted: (held) => ({ ...wanted, startDate: sameDay(held, day) ? (held?.['startDate'] ?? day) : day }),
    write: () => store.send(write, { params: { holidayId: id }, body: wanted }),
  });
}

const sameDay = (held: JsonObject | null, day: string): boolean =>
  String(held?.['startDate']).slice(0, 10) === day;
