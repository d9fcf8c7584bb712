import fc from 'fast-check';
import { describeSchedule } from './describe';
import { fromCron, hourSteps, minuteSteps, toCron, type PlainSchedule } from './plain';
import { nextTimes } from './timetable';

const days = fc.subarray([0, 1, 2, 3, 4, 5, 6], { maxLength: 6 });
const hour = fc.integer({ min: 0, max: 23 });
const span = fc.tuple(hour, fc.integer({ min: 1, max: 24 })).filter(([from, to]) => from < to);
const plain: fc.Arbitrary<PlainSchedule> = fc.oneof(
  fc
    .record({ span, days, every: fc.constantFrom(...minuteSteps) })
    .map(({ span: [from, to], ...rest }) => ({ kind: 'every', unit: 'minutes', from, to, ...rest }) as const),
  fc
    // Of one hour alone, "on the hour" is a time of the day.
    .record({ span: span.filter(([from, to]) => to > from + 1), days, every: fc.constantFrom(...hourSteps) })
    .map(({ span: [from, to], ...rest }) => ({ kind: 'every', unit: 'hours', from, to, ...rest }) as const),
  fc.record({ kind: fc.constant('daily' as const), hour, minute: fc.integer({ min: 0, max: 59 }), days }),
  fc.record({
    kind: fc.constant('monthly' as const),
    day: fc.integer({ min: 1, max: 31 }),
    hour,
    minute: fc.integer({ min: 0, max: 59 }),
  }),
);

test('whatever can be said plainly is written as cron that fires, and read back as it was', () => {
  fc.assert(
    fc.property(plain, (schedule) => {
      const cron = toCron(schedule);
      expect(fromCron(cron)).toEqual(schedule);
      expect(nextTimes({ cron, timezone: 'UTC' }, new Date('2026-01-01T00:00Z'), 1)).toHaveLength(1);
    }),
  );
});

test('what it takes cron to say stays cron', () => {
  for (const cron of [
    '*/7 * * * *',
    '0 8,20 * * *',
    '*/5 8-19/2 * * *',
    '0 0 1 1 *',
    '0 0 1 * 1',
    'nonsense',
    '',
  ]) {
    expect([cron, fromCron(cron)]).toEqual([cron, null]);
  }
});

test('a schedule is one sentence in each language', () => {
  const say = (cron: string) => describeSchedule({ cron, timezone: 'America/Sao_Paulo' });
  expect(say('*/5 8-19 * * 1-5')).toEqual({
    en: 'Every 5 minutes between 8:00 and 20:00, Monday to Friday (America/Sao_Paulo)',
    es: 'Cada 5 minutos entre las 8:00 y las 20:00, de lunes a viernes (America/Sao_Paulo)',
    pt: 'A cada 5 minutos entre 8:00 e 20:00, de segunda a sexta (America/Sao_Paulo)',
  });
  expect(say('30 6 * * 0,3,6').en).toBe('At 6:30, on Sundays, Wednesdays and Saturdays (America/Sao_Paulo)');
  expect(say('0 */2 * * *').pt).toBe('A cada 2 horas, todos os dias (America/Sao_Paulo)');
  expect(say('0 6 1 * *').es).toBe('El día 1 de cada mes a las 6:00 (America/Sao_Paulo)');
  expect(say('0 6 * * 1,6').pt).toBe('Às 6:00, às segundas e aos sábados (America/Sao_Paulo)');
  expect(say('*/7 * * * *').en).toBe('By cron: */7 * * * * (America/Sao_Paulo)');
});
