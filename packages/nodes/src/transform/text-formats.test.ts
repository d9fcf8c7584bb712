import fc from 'fast-check';
import type { Json, Row } from '@eclusa/flow';
import { rowsThrough } from '../harness.testing';
import format from './format-text.node';
import parse from './parse-text.node';

const read = async (text: Json, config: Record<string, Json>) => {
  const [emit] = await rowsThrough(parse, { config: { text: 't', ...config } })({ t: text });
  return emit?.value['data'];
};
const written = async (row: Row, config: Record<string, Json>) => {
  const [emit] = await rowsThrough(format, { config })(row);
  return emit?.value['text'];
};

describe('reading a text of a field', () => {
  it.each<[string, Record<string, Json>, Json]>([
    ['{"a":[1,null]}', {}, { a: [1, null] }],
    ['\ufeff[1]', {}, [1]],
    ['<r><i>1</i><i>2</i><c><![CDATA[<b>]]></c></r>', { format: 'xml' }, { r: { i: ['1', '2'], c: '<b>' } }],
    ['<n:r xmlns:n="u"><n:i/></n:r>', { format: 'xml', lists: [{ name: 'i' }] }, { r: { i: [''] } }],
    [
      'a;b\r\n1;"x;y"\r\n2',
      { format: 'csv' },
      [
        { a: '1', b: 'x;y' },
        { a: '2', b: '' },
      ],
    ],
    [
      '1,2\n3,4',
      { format: 'csv', delimiter: ',', header: false },
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
  ])('%j', async (text, config, expected) => {
    expect(await read(text, config)).toEqual(expected);
  });

  it('leaves nothing for an empty text, and may replace the text itself', async () => {
    for (const text of ['', '  ', null]) expect(await read(text, {})).toBeNull();
    const [emit] = await rowsThrough(parse, { config: { text: 't', name: 't' } })({ t: '{"a":1}' });
    expect(emit?.value).toEqual({ t: { a: 1 } });
  });

  it.each<[string, Json, Record<string, Json>, string]>([
    ['broken JSON', '{"a":', {}, 'nodes.text-unreadable'],
    ['JSON nested without end', '['.repeat(200), {}, 'nodes.text-unreadable'],
    ['broken XML', '<a><b></a>', { format: 'xml' }, 'nodes.text-unreadable'],
    [
      'a document type',
      '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>',
      { format: 'xml' },
      'nodes.text-unreadable',
    ],
    ['an unknown entity', '<a>&e;</a>', { format: 'xml' }, 'nodes.text-unreadable'],
    ['XML nested without end', '<a>'.repeat(200), { format: 'xml' }, 'nodes.text-unreadable'],
    ['a quote left open', 'a;b\n"1;2', { format: 'csv' }, 'nodes.text-unreadable'],
    ['an object', { a: 1 }, {}, 'nodes.text-not-text'],
    ['a text of more than 5 MB', 'x'.repeat(5_000_001), {}, 'nodes.field-failed'],
  ])('fails a row with %s', async (_name, text, config, code) => {
    await expect(read(text, config)).rejects.toMatchObject({ code });
  });

  it('makes no prototype of what a text names', async () => {
    const made = await read('<__proto__><a/></__proto__>', { format: 'xml' });
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
    const [row] = (await read('__proto__\n1', { format: 'csv' })) as Row[];
    expect(row).toEqual({ _proto: '1' });
  });
});

describe('writing a value as a text', () => {
  it('writes the row, a field or a formula, as JSON, XML or CSV', async () => {
    const row: Row = { n: 1, list: [{ a: 'x & y' }, { a: '=1+1', b: 2.5 }] };
    expect(await written(row, { value: 'n' })).toBe('1');
    expect(await written({ a: 1 }, { indented: true })).toBe('{\n  "a": 1\n}');
    expect(await written(row, { format: 'xml', root: 'r' })).toBe(
      '<r><n>1</n><list><a>x &amp; y</a></list><list><a>=1+1</a><b>2.5</b></list></r>',
    );
    expect(await written(row, { format: 'xml', root: 'r', entry: 'e', value: 'list.a' })).toBe(
      '<r><e>x &amp; y</e><e>=1+1</e></r>',
    );
    expect(await written(row, { format: 'csv', value: 'list' })).toBe("a;b\r\nx & y;\r\n'=1+1;2.5\r\n");
    expect(await written(row, { format: 'csv', value: 'list', header: false, guard: false })).toBe(
      'x & y;\r\n=1+1;2.5\r\n',
    );
  });

  it('is read back as it was, as JSON and as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue()), async (value) => {
        const text = await written({ v: value as Json }, { value: 'v' });
        expect(await read(text as string, {})).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 50 },
    );
    const cell = fc.string().filter((text) => text.trim() === text && !text.includes('\r'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ a: cell, b: cell }), { minLength: 1 }), async (list) => {
        const text = await written({ list }, { value: '[list]', format: 'csv', guard: false });
        const back = (await read(text as string, { format: 'csv' })) as Row[];
        expect(back).toEqual(list);
      }),
      { numRuns: 50 },
    );
  });
});
