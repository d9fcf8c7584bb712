import { locales } from '@eclusa/flow';
import { faults } from './fault-texts';
import { csvFlow, folder, removeFolders, type, write } from './terminal.testing';

afterAll(removeFolders);

interface Sketch {
  edges: unknown[];
}

/** A folder with a flow file made by `change` from a good one. */
function withFlow(change: (flow: Sketch) => unknown): string {
  const cwd = folder();
  write(cwd, 'a.flow.json', change(csvFlow() as Sketch));
  return cwd;
}

test.each([
  ['an unknown option', ['run', 'x', '--wrong'], '--wrong'],
  ['a word too many', ['run', 'x', 'y'], 'too many words'],
  ['an unknown command', ['walk'], 'walk'],
  ['a missing file name', ['run'], 'file'],
  ['an option without its value', ['run', 'x', '--bind'], '--bind'],
  ['too many words', ['validate', 'x', 'y'], 'validate'],
  ['a file that is not there', ['run', 'gone.flow.json'], 'gone.flow.json'],
  ['a page of no size', ['run', 'x', '--page-size', '0'], '--page-size 0'],
  ['a host without a port', ['run', 'x', '--allow-host', 'localhost'], 'localhost'],
  ['a language we do not speak', ['nodes', '--lang', 'fr'], 'en, es, pt'],
])('%s is a usage error with a sentence', async (_, argv, said) => {
  const typed = await type(argv);
  expect([typed.code, typed.out]).toEqual([2, '']);
  expect(typed.err).toContain(said);
  expect(typed.err.trim().split('\n')).toHaveLength(1);
});

test('help is in the language asked for, and names every command', async () => {
  const { code, out } = await type(['help'], { env: { LANG: 'pt_BR.UTF-8' } });
  expect(code).toBe(0);
  for (const said of ['Uso:', 'Comandos:', 'run', 'validate', 'nodes']) expect(out).toContain(said);
  expect((await type(['run', '--help', '--lang=es'])).out).toContain('Opciones:');
  expect((await type(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('without a command the help is shown and the code is 2', async () => {
  const typed = await type([]);
  expect([typed.code, typed.err]).toEqual([2, expect.stringContaining('Commands:')]);
});

test('nodes are listed, for a person and as JSON', async () => {
  const listed = await type(['nodes', '--lang', 'pt']);
  expect(listed.out).toMatch(/^transform\.filter +\S/m);
  const all = (await type(['nodes', '--json'])).json<{ id: string; fields: object }[]>();
  expect(all.map((node) => node.id)).toContain('source.csv');
});

test('a sound flow is valid', async () => {
  const cwd = withFlow((flow) => flow);
  const typed = await type(['validate', 'a.flow.json'], { cwd });
  expect([typed.code, typed.out]).toEqual([0, 'a.flow.json: no problems\n']);
  expect((await type(['validate', 'a.flow.json', '--json'], { cwd })).json()).toEqual({
    valid: true,
    problems: [],
  });
});

test('a flow with a cycle is refused by validate and by run, with the place', async () => {
  const cwd = withFlow((flow) => ({
    ...flow,
    edges: [...flow.edges, { from: { node: 'price', port: 'out' }, to: { node: 'active', port: 'in' } }],
  }));
  const checked = await type(['validate', 'a.flow.json', '--json'], { cwd });
  expect(checked.code).toBe(2);
  expect(checked.json<{ valid: boolean }>().valid).toBe(false);
  const run = await type(['run', 'a.flow.json'], { cwd });
  expect([run.code, run.out]).toEqual([2, '']);
  expect(run.err).toContain('a.flow.json');
});

test('JSON that is broken, and JSON that is no flow, are told apart', async () => {
  const cwd = folder();
  write(cwd, 'broken.json', '{"format": ');
  write(cwd, 'other.json', { name: 'package' });
  expect((await type(['run', 'broken.json'], { cwd })).err).toContain('not valid JSON');
  expect((await type(['validate', 'other.json'], { cwd })).err).toContain('not a flow');
});

test('every sentence is there in every language, with the same places', () => {
  const places = (template: string) => [...new Set(template.match(/\{\w+\}/g) ?? [])].sort().join();
  for (const [code, text] of Object.entries(faults)) {
    for (const locale of locales) expect([code, places(text[locale])]).toEqual([code, places(text.en)]);
  }
});
