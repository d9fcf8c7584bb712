import { ReplayDto } from '../runs/repeats.dto';
import { StartRunDto } from '../runs/start-run.dto';
import type { Refusal } from './refusal';
import { validationPipe } from './validation';

async function faults(type: new () => object, value: unknown): Promise<unknown> {
  try {
    await validationPipe().transform(value, { type: 'body', metatype: type });
    return [];
  } catch (error) {
    const { status, code, members } = error as Refusal;
    return [status, code, members.faults];
  }
}

test('what a request does not name is refused by name', async () => {
  expect(await faults(StartRunDto, { dryRun: 'yes', surprise: 1 })).toEqual([
    400,
    'api.request-invalid',
    [
      { path: 'surprise', code: 'api.field-unknown' },
      { path: 'dryRun', code: 'api.field-not-toggle' },
    ],
  ]);
});

test('a body of prototype keys changes nothing', async () => {
  const value = JSON.parse(
    '{"parameters":{"__proto__":{"polluted":true}},"__proto__":{"dryRun":true}}',
  ) as object;
  await faults(StartRunDto, value);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test.each([
  [{ version: 'newest' }, []],
  [{ version: 2, failedRowIds: ['1', '22'] }, []],
  [
    { version: 'old' },
    [400, 'api.request-invalid', [{ path: 'version', code: 'api.field-not-whole-number' }]],
  ],
  [
    { failedRowIds: ["1'; DROP TABLE run"] },
    [400, 'api.request-invalid', [{ path: 'failedRowIds', code: 'api.field-form' }]],
  ],
])('a replay of %j', async (body, expected) => {
  expect(await faults(ReplayDto, body)).toEqual(expected);
});
