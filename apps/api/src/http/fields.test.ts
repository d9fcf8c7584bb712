import 'reflect-metadata';
import { ListField, TimeField, WholeField } from './fields';
import { validationPipe } from './validation';

class Line {
  @WholeField({ optional: true }) count?: number;
}

class Body {
  @TimeField({ optional: true }) at?: string;
  @TimeField({ optional: true, dayAlone: true }) since?: string;
  @WholeField({ optional: true }) whole?: number;
  @ListField(Line, { optional: true, max: 3 }) lines?: Line[];
}

const read = (value: object) =>
  validationPipe().transform(value, { type: 'body', metatype: Body }) as Promise<Body>;

test.each([
  { at: '2026-11-30T08:00:00Z' },
  { at: '2024-02-29T23:59:59.123-03:00' },
  { since: '2026-11-30' },
  { since: '2026-11-30T08:00:00' },
  { whole: 0 },
  { whole: 2 ** 31 - 2 },
  { lines: [{ count: 1 }, {}] },
])('%j is taken', async (value) => {
  expect(await read(value)).toEqual(value);
});

test('a number in a query string is its text', async () => {
  expect(await read({ whole: '12' })).toEqual({ whole: 12 });
});

test.each([
  ...['2026-02-30T00:00:00Z', '0000-01-01T00:00:00Z', '2026-11-30T08:00:60Z', '2026-11-30T24:00:00Z'],
  ...['2026-11-30T08:00:00+99:99', '2026-11-30', 'infinity', '+275760-09-13T00:00:00Z', 7],
])('%s is no moment: one of JavaScript and Postgres would not take it', async (at) => {
  await expect(read({ at })).rejects.toThrow('api.request-invalid');
});

test.each(['2026-02-30', '2026-W01', '0000-01-01'])('%s is no day', async (since) => {
  await expect(read({ since })).rejects.toThrow('api.request-invalid');
});

test.each([2 ** 31 - 1, 1.5, '', ' ', true, [1], { toString: [] }])(
  '%j is no whole number',
  async (whole) => {
    await expect(read({ whole })).rejects.toThrow('api.request-invalid');
  },
);

test.each([[[]], [[{}]], 'x', [null]].map((lines) => ({ lines })))(
  '%j holds no list of lines',
  async (value) => {
    await expect(read(value)).rejects.toThrow('api.request-invalid');
  },
);
