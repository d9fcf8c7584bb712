import { fromCron, toCron } from '@eclusa/flow';
import { freshSchedule, inKind, kindOf, kinds, openSuggestion, timezones } from './schedule-draft';

test('a fresh schedule can be said plainly', () => {
  expect(kindOf(fromCron(freshSchedule(null).cron))).toBe('minutes');
});

test('a suggestion fills in the form until there is such a schedule', () => {
  const suggested = { cron: '*/5 * * * *', timezone: 'America/Sao_Paulo' };
  const fresh = freshSchedule('store', suggested);
  expect(fresh).toMatchObject({ ...suggested, storeId: 'store', enabled: true });
  expect(openSuggestion(suggested, [])).toEqual(suggested);
  expect(openSuggestion(suggested, [{ ...fresh, timezone: 'UTC' } as never])).toEqual(suggested);
  expect(openSuggestion(suggested, [fresh as never])).toBeUndefined();
  expect(openSuggestion(undefined, [])).toBeUndefined();
});

test('whatever was there, each way to say it gives a schedule of that kind', () => {
  for (const cron of ['*/5 8-19 * * 1-5', '30 6 * * *', '0 6 1 * *', '*/7 * * * *', 'nonsense', '']) {
    for (const kind of kinds) {
      if (kind === 'cron') continue;
      expect(kindOf(fromCron(toCron(inKind(kind, cron))))).toBe(kind);
    }
  }
});

test('days, hours and times are kept where the new kind has them', () => {
  expect(toCron(inKind('daily', '*/5 8-19 * * 1-5'))).toBe('0 6 * * 1-5');
  expect(toCron(inKind('hours', '*/5 8-19 * * 1-5'))).toBe('0 8-19 * * 1-5');
  expect(toCron(inKind('monthly', '45 7 * * *'))).toBe('45 7 1 * *');
});

test('the zones to choose from hold each once', () => {
  const zones = timezones();
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones).toEqual(expect.arrayContaining(['UTC', 'America/Sao_Paulo', 'Europe/Lisbon']));
});
