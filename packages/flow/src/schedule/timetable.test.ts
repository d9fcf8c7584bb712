import { UserError } from '../errors';
import { checkTimetable, dueTimes, nextTimes, type Missed, type Timetable } from './timetable';

const table = (cron: string, timezone = 'America/New_York'): Timetable => ({ cron, timezone });
const at = (iso: string): Date => new Date(iso);
const times = (of: Timetable, after: string, count: number) =>
  nextTimes(of, at(after), count).map((time) => time.toISOString().slice(0, 16));

describe('daylight saving', () => {
  test('a daily time that does not exist on the day clocks go forward fires when the gap ends', () => {
    expect(times(table('30 2 * * *'), '2026-03-07T00:00Z', 3)).toEqual([
      '2026-03-07T07:30',
      '2026-03-08T07:00',
      '2026-03-09T06:30',
    ]);
    expect(times(table('30 1 * * *', 'Europe/Lisbon'), '2026-03-28T12:00Z', 2)).toEqual([
      '2026-03-29T01:00',
      '2026-03-30T00:30',
    ]);
  });

  test('a daily time that comes twice on the day clocks go back fires once, the first time', () => {
    expect(times(table('30 1 * * *'), '2026-10-31T00:00Z', 3)).toEqual([
      '2026-10-31T05:30',
      '2026-11-01T05:30',
      '2026-11-02T06:30',
    ]);
    expect(times(table('30 1 * * *', 'Europe/Lisbon'), '2026-10-24T12:00Z', 2)).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
  });

  test('what repeats goes on at its pace through both', () => {
    for (const start of ['2026-03-08T06:00Z', '2026-11-01T04:30Z', '2026-11-01T05:30Z']) {
      const every = nextTimes(table('*/30 * * * *'), at(start), 8).map((time) => time.getTime());
      expect(every.slice(1).map((time, index) => time - every[index]!)).toEqual(Array(7).fill(1_800_000));
    }
  });

  test('hours between which it repeats are hours of the wall clock', () => {
    expect(times(table('0 8 * * 1-5', 'America/Sao_Paulo'), '2026-11-20T12:00Z', 1)).toEqual([
      '2026-11-23T11:00',
    ]);
    expect(times(table('0 8 * * *'), '2026-03-07T14:00Z', 1)).toEqual(['2026-03-08T12:00']);
  });
});

describe('after three hours in which nothing fired', () => {
  const everyTen = table('*/10 * * * *', 'Europe/Lisbon');
  const due = (missed: Missed, now: string) => {
    const { fire, next } = dueTimes(everyTen, missed, at('2026-05-05T09:00Z'), at(now));
    return [fire.length, fire.at(0)?.toISOString(), next?.toISOString()];
  };

  test('the newest time fires once', () => {
    const [newest, next] = ['2026-05-05T12:00:00.000Z', '2026-05-05T12:10:00.000Z'];
    expect(due('once', '2026-05-05T12:05Z')).toEqual([1, newest, next]);
    expect(due('once', '2026-05-05T12:00Z')).toEqual([1, newest, next]);
  });

  test('or all of them fire, each once', () => {
    const next = '2026-05-05T12:10:00.000Z';
    expect(due('all', '2026-05-05T12:05Z')).toEqual([19, '2026-05-05T09:00:00.000Z', next]);
  });

  test('or none, unless one is due at this moment', () => {
    const next = '2026-05-05T12:10:00.000Z';
    expect(due('skip', '2026-05-05T12:05Z')).toEqual([0, undefined, next]);
    expect(due('skip', '2026-05-05T12:00:30Z')).toEqual([1, '2026-05-05T12:00:00.000Z', next]);
  });

  test('an outage over the hour that comes twice fires what the clock showed, in order and once each', () => {
    const { fire, next } = dueTimes(
      table('0 * * * *'),
      'all',
      at('2026-11-01T04:00Z'),
      at('2026-11-01T07:30Z'),
    );
    expect(fire.map((time) => time.getUTCHours())).toEqual([4, 5, 6, 7]);
    expect(next).toEqual(at('2026-11-01T08:00Z'));
  });
});

test('more than a hundred missed times are fired piece by piece, and none is lost', () => {
  const minutely = table('* * * * *', 'UTC');
  const fired: Date[] = [];
  const now = at('2026-05-05T12:00Z');
  for (let next: Date | null = at('2026-05-05T07:00Z'); next && next <= now;) {
    const due = dueTimes(minutely, 'all', next, now);
    expect(due.fire.length).toBeLessThanOrEqual(100);
    fired.push(...due.fire);
    next = due.next;
  }
  expect(fired).toHaveLength(301);
  expect(new Set(fired.map(Number)).size).toBe(301);
});

test('the newest of the times of years is found without counting them all', () => {
  const yearly = table('0 6 1 1 *', 'UTC');
  expect(dueTimes(yearly, 'once', at('2024-01-01T06:00Z'), at('2026-11-25T00:00Z')).fire).toEqual([
    at('2026-01-01T06:00Z'),
  ]);
  const minutely = dueTimes(
    table('* * * * *', 'UTC'),
    'once',
    at('2016-01-01T00:00Z'),
    at('2026-11-25T00:00:30Z'),
  );
  expect(minutely.fire).toEqual([at('2026-11-25T00:00Z')]);
});

test('what is not due yet is left alone, and the next time is after the present one', () => {
  const daily = table('0 6 * * *', 'UTC');
  expect(dueTimes(daily, 'once', at('2026-01-02T06:00Z'), at('2026-01-02T05:59:59Z'))).toEqual({
    fire: [],
    next: at('2026-01-02T06:00Z'),
  });
  expect(dueTimes(daily, 'skip', at('2026-01-02T06:00Z'), at('2026-01-02T06:00:01Z'))).toEqual({
    fire: [at('2026-01-02T06:00Z')],
    next: at('2026-01-03T06:00Z'),
  });
});

test('a table that cannot be understood, or never comes, is refused with a reason', () => {
  const code = (of: Timetable): string => {
    try {
      checkTimetable(of, at('2026-01-01T00:00Z'));
      return 'fine';
    } catch (error) {
      return error instanceof UserError ? error.code : 'thrown';
    }
  };
  expect(code(table('*/5 8-19 * * 1-5'))).toBe('fine');
  expect(code(table('61 * * * *'))).toBe('schedule.cron-invalid');
  expect(code(table('* * * * * *'))).toBe('schedule.cron-invalid');
  expect(code(table('0 0 30 2 *'))).toBe('schedule.never');
  for (const zone of ['Mars/Olympus', '', '+03:00']) {
    expect(code(table('* * * * *', zone))).toBe('schedule.timezone-unknown');
  }
});
