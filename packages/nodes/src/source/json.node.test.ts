import { gzipSync } from 'node:zlib';
import { expectToGoOn, pagesOf, rowsOf, untilFault } from '../files/reading.testing';
import { itWithSamples, sample } from '../samples.testing';
import json from './json.node';

const list = (count: number) => Array.from({ length: count }, (_, n) => ({ n, nome: `ação "${n}" [}` }));

describe('reading a JSON file', () => {
  itWithSamples('reads the answer of an Odoo, by the path to its list', async () => {
    const { rows, refused } = await rowsOf(
      json,
      sample('erp-recorded/odoo14-product.template-search_read.json'),
      {
        path: 'result',
      },
    );
    expect(refused).toEqual([]);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows[0]).toMatchObject({ default_code: 'EXP_REST', categ_id: [3, 'All / Expenses'] });
  });

  itWithSamples('reads the answer of a Tryton', async () => {
    const { rows } = await rowsOf(json, sample('erp-recorded/tryton60-party.party-search_read.json'), {
      path: 'result',
    });
    expect(rows.map((row) => row['code'])).toContain('3');
  });

  it('goes past what stands before the list, however it is nested', async () => {
    const before = { data: [1, { itens: 'no' }], 'a"b': { itens: [[]] }, fim: null };
    const text = JSON.stringify({ ...before, resposta: { total: 2, itens: list(2) }, mais: true }, null, 2);
    expect((await rowsOf(json, text, { path: 'resposta.itens' })).rows).toEqual(list(2));
  });

  it.each([
    ['a list', JSON.stringify(list(2))],
    ['a list with a mark before it', `\ufeff${JSON.stringify(list(2))}`],
    [
      'objects line by line',
      list(2)
        .map((row) => JSON.stringify(row))
        .join('\r\n'),
    ],
    [
      'objects one after another',
      list(2)
        .map((row) => JSON.stringify(row, null, 1))
        .join('\n'),
    ],
  ])('reads %s without being told', async (_name, text) => {
    expect((await rowsOf(json, text)).rows).toEqual(list(2));
  });

  it('takes one thing for a list of one, and nothing for an empty list', async () => {
    expect((await rowsOf(json, '{"itens":{"sku":"A"}}', { path: 'itens' })).rows).toEqual([{ sku: 'A' }]);
    for (const empty of ['[]', 'null', 'false', '""']) {
      expect(await pagesOf(json, `{"itens":${empty}}`, { path: 'itens' })).toEqual([]);
    }
    expect(await pagesOf(json, ' \n')).toEqual([]);
  });

  it('sets aside entries that are no objects or broken, and keeps all others', async () => {
    const { rows, refused } = await rowsOf(json, '[{"a":1},2,"x",[3],{"a" 4},{"a":5}]');
    expect(rows).toEqual([{ a: 1 }, { a: 5 }]);
    expect(refused.map(({ raw, error: { code, values } }) => [raw, code, values['record']])).toEqual([
      ['2', 'nodes.json-record-not-object', 2],
      ['"x"', 'nodes.json-record-not-object', 3],
      ['[3]', 'nodes.json-record-not-object', 4],
      ['{"a" 4}', 'nodes.json-record-broken', 5],
    ]);
  });

  it('of lines sets aside those that are broken or in another encoding', async () => {
    const text = Buffer.concat([
      Buffer.from('{"a":"é"}\n{"a":\n\n'),
      Buffer.from('{"a":"é"}\n', 'latin1'),
      Buffer.from('{"a":4}'),
    ]);
    const { rows, refused } = await rowsOf(json, text);
    expect(rows).toEqual([{ a: 'é' }, { a: 4 }]);
    expect(refused.map(({ error: { code, values } }) => [code, values['record'] ?? values['line']])).toEqual([
      ['nodes.json-record-broken', 2],
      ['nodes.file-encoding', 4],
    ]);
  });

  it('takes the last of two members of one name, as JSON.parse does, and no name reaches further than its row', async () => {
    const { rows, refused } = await rowsOf(
      json,
      '[{"sku":"A","sku":"B"},{"__proto__":{"admin":true},"sku":"C"}]',
    );
    expect(refused).toEqual([]);
    expect(rows.map(({ sku }) => sku)).toEqual(['B', 'C']);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it('refuses an entry that is too long or too deep, and goes on', async () => {
    const deep = `${'{"a":'.repeat(101)}1${'}'.repeat(101)}`;
    const text = `[{"n":1},{"t":"${'x'.repeat(300_000)}"},${deep},{"n":4}]`;
    const { rows, refused } = await rowsOf(json, text, { maxRecordKilobytes: 64 });
    expect(rows).toEqual([{ n: 1 }, { n: 4 }]);
    expect(refused.map(({ error: { code } }) => code)).toEqual([
      'nodes.file-record-too-long',
      'nodes.file-record-too-deep',
    ]);
  });

  it('goes on after any page as if it had never stopped', async () => {
    expect(await expectToGoOn(json, JSON.stringify(list(20)))).toBe(7);
    expect(
      await expectToGoOn(json, JSON.stringify({ x: { y: list(20) }, z: 1 }, null, 2), { path: 'x.y' }),
    ).toBe(7);
    expect(
      await expectToGoOn(
        json,
        list(20)
          .map((row) => JSON.stringify(row))
          .join('\n'),
      ),
    ).toBe(7);
    expect(await expectToGoOn(json, gzipSync(JSON.stringify(list(20))))).toBe(7);
  });

  it('keeps what it read of a file that was cut off, and says where', async () => {
    const { rows, error } = await untilFault(json, JSON.stringify(list(5)).slice(0, -20));
    expect(rows).toEqual(list(4));
    expect([error.code, error.values]).toEqual(['nodes.file-cut', { file: 'f', record: 4 }]);
  });

  it('keeps what it read before a fault between entries', async () => {
    const { rows, error } = await untilFault(json, '[{"a":1},{"a":2} {"a":3}]');
    expect(rows).toEqual([{ a: 1 }, { a: 2 }]);
    expect([error.code, error.values['byte']]).toEqual(['nodes.json-file-broken', 18]);
  });

  it('names what is there when the path leads nowhere', async () => {
    const { error } = await untilFault(json, '{"data":{"items":[]},"total":0}', { path: 'data.itens' });
    expect([error.code, error.values]).toEqual([
      'nodes.json-path-missing',
      { file: 'f', path: 'data.itens', keys: 'items' },
    ]);
  });
});
