// What the commands that speak with a service decide before they speak with it.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '@eclusa/flow';
import { credentialsFile, readCredentials, saveCredentials, serviceAddress } from './credentials';
import { remoteFaults } from './remote-fault-texts';
import { remoteLabels } from './remote-label-texts';
import { exitOfRun, waitSeconds } from './run-end';
import { limitOf, sinceOf } from './runs.command';
import { exitOf } from './service';
import { folder, removeFolders, type } from './terminal.testing';

afterAll(removeFolders);

test('the environment comes before what is kept, and what is kept is for its owner alone', async () => {
  const env = { XDG_CONFIG_HOME: folder() };
  const file = await saveCredentials(env, { url: 'https://a.example', key: 'eclusa_a' });
  expect(file).toBe(join(env.XDG_CONFIG_HOME, 'eclusa/credentials.json'));
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
  expect(await readCredentials(env)).toEqual({ url: 'https://a.example', key: 'eclusa_a' });
  expect(await readCredentials({ ...env, ECLUSA_KEY: 'eclusa_b\n' })).toMatchObject({ key: 'eclusa_b' });
  await expect(readCredentials({ XDG_CONFIG_HOME: folder() })).rejects.toMatchObject({
    code: 'cli.signed-out',
  });
  expect(credentialsFile({ HOME: '/home/ana' })).toBe('/home/ana/.config/eclusa/credentials.json');
});

test('an address may be pasted with its path', () => {
  for (const given of ['https://a.example', 'https://a.example/', 'https://a.example/api/v1/']) {
    expect(serviceAddress(given)).toBe('https://a.example');
  }
  expect(serviceAddress('https://a.example/eclusa/api')).toBe('https://a.example/eclusa');
  expect(() => serviceAddress('a.example')).toThrow('cli.address');
});

test('a time is a length back from now, or a moment', () => {
  const now = Date.parse('2030-05-31T12:00:00Z');
  expect(sinceOf('2h', now)).toBe('2030-05-31T10:00:00.000Z');
  expect(sinceOf('2030-05-30', now)).toBe('2030-05-30T00:00:00.000Z');
  expect(() => sinceOf('yesterday', now)).toThrow('cli.since');
});

test('numbers are whole and from 1 on', () => {
  expect([limitOf(undefined), limitOf('all'), limitOf('7')]).toEqual([20, Infinity, 7]);
  expect([waitSeconds(undefined), waitSeconds(true), waitSeconds('30')]).toEqual([undefined, Infinity, 30]);
  for (const wrong of ['0', '-1', 'x']) {
    expect(() => limitOf(wrong)).toThrow('cli.limit');
    expect(() => waitSeconds(wrong)).toThrow('cli.wait');
  }
});

test('each way to end and each kind of refusal has its exit code', () => {
  const ended = (state: string, failed = 0) => exitOfRun({ state, totals: { failed } } as never);
  expect([ended('completed'), ended('completed', 2), ended('failed'), ended('cancelled')]).toEqual([
    0, 1, 3, 9,
  ]);
  expect([ended('skipped'), ended('running')]).toEqual([9, 8]);
  const refused = [0, 401, 403, 404, 409, 422, 429, 503].map((status) => exitOf({ status }));
  expect(refused).toEqual([7, 4, 5, 6, 5, 5, 7, 7]);
});

test('a key typed for the prompt that is none is refused before anything is sent', async () => {
  const typed = await type(['login', 'http://127.0.0.1:9'], { secret: 'two words' });
  expect([typed.code, typed.out]).toEqual([2, '']);
  expect(typed.err).toContain('eclusa_');
});

test('rows given twice are refused, and every command has help in every language', async () => {
  const env = { ECLUSA_URL: 'http://127.0.0.1:9', ECLUSA_KEY: 'eclusa_x' };
  expect((await type(['trigger', 'f', '--row', '{}', '--rows', '-'], { env })).code).toBe(2);
  for (const command of ['login', 'logout', 'whoami', 'trigger', 'runs', 'logs', 'replay', 'cancel']) {
    for (const locale of locales) {
      const { code, out } = await type([command, '--help', '--lang', locale]);
      expect([command, code, out.includes(`eclusa ${command}`)]).toEqual([command, 0, true]);
    }
  }
});

test('every sentence is there in every language, with the same places', () => {
  const places = (template: string) => [...new Set(template.match(/\{\w+\}/g) ?? [])].sort().join();
  for (const [code, text] of Object.entries({ ...remoteFaults, ...remoteLabels })) {
    for (const locale of locales) expect([code, places(text[locale])]).toEqual([code, places(text.en)]);
  }
});
