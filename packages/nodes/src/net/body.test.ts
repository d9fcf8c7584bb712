import { parseJson, readText, type BodyLimits } from './body';
import { decodeBinary, encodeWindows1252, firstInvalidByte } from './charset';

const answer = (body: string | Uint8Array, type = 'application/json') =>
  new Response(body as string, { headers: { 'content-type': type } });
const limits = { maxBytes: 1000 };
const readJson = async (response: Response, within: BodyLimits) => {
  const parsed = parseJson(await readText(response, within));
  return 'value' in parsed ? parsed.value : parsed.fault;
};

describe('reading an answer', () => {
  it('stops at the limit of bytes', async () => {
    await expect(readText(answer('x'.repeat(1001)), limits)).rejects.toMatchObject({
      code: 'nodes.body-too-large',
    });
    expect(await readText(answer('x'.repeat(1000)), limits)).toHaveLength(1000);
  });

  it('stops when nothing comes', async () => {
    const silent = new Response(new ReadableStream({ start: () => undefined }));
    await expect(readText(silent, { maxBytes: 10, idleMs: 20 })).rejects.toMatchObject({
      code: 'nodes.http-timeout',
      retryable: true,
    });
  });

  it('reads the charset that is named, and windows-1252 when nothing is and it is not UTF-8', async () => {
    const latin = Buffer.from('"preço – 10 €"'.replace('–', '-').replace('€', '.'), 'latin1');
    expect(await readJson(answer(latin, 'application/json; charset=ISO-8859-1'), limits)).toBe(
      'preço - 10 .',
    );
    expect(await readJson(answer(encodeWindows1252('"preço – 10 €"')), limits)).toBe('preço – 10 €');
    expect(await readJson(answer('\ufeff"ação"'), limits)).toBe('ação');
  });

  it('takes an empty answer for nothing', async () => {
    expect(await readJson(answer(' '), limits)).toBeNull();
  });
});

describe('broken JSON', () => {
  const fault = (text: string) => {
    const parsed = parseJson(text);
    return 'fault' in parsed ? parsed.fault.values : 'none';
  };

  it.each([
    ['{"a": 1, "b": }', 15],
    ['{"a": 1 "b": 2}', 9],
    ['[1, 2,]', 7],
    ['<html>', 1],
    ['{"a": "cut o', 13],
    ['[1, 2', 6],
    ['{"a": 01}', 8],
    ["{'a': 1}", 2],
    ['[1] x', 5],
    ['{"a": "line\nbreak"}', 7],
    ['{"a": nul}', 7],
  ])('%j is broken at character %d', (text, position) => {
    expect(fault(text)).toMatchObject({ position });
  });

  it('shows what stands around the fault', () => {
    const text = `{"list": [${'1,'.repeat(200)} oops ]}`;
    expect((fault(text) as { excerpt: string }).excerpt).toContain('oops');
  });

  it('refuses an answer nested too deep, and counts no bracket inside a text', () => {
    const deep = parseJson('['.repeat(200) + ']'.repeat(200));
    expect(deep).toMatchObject({ fault: { code: 'nodes.json-too-deep' } });
    expect(parseJson(JSON.stringify('['.repeat(200)))).toMatchObject({ value: '['.repeat(200) });
    expect(parseJson(JSON.stringify(['\\"[']))).toMatchObject({ value: ['\\"['] });
  });
});

describe('encodings', () => {
  it('gives back what windows-1252 wrote, for every character it has', () => {
    const text = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ ¡ÿçã';
    const bytes = encodeWindows1252(text);
    expect(decodeBinary(bytes.toString('latin1'), 'windows-1252')).toBe(text);
  });

  it('knows the bytes that windows-1252 leaves undefined', () => {
    expect(decodeBinary('a\x81', 'windows-1252')).toBeUndefined();
    expect(firstInvalidByte('a\x81', 'windows-1252')).toBe(1);
    expect(decodeBinary('a\x81', 'latin1')).toBe('a\x81');
  });

  it('finds the first byte that is not UTF-8', () => {
    const good = Buffer.from('ação 😀', 'utf8').toString('latin1');
    expect(firstInvalidByte(`${good}\xe9;x`, 'utf-8')).toBe(good.length);
    expect(firstInvalidByte(good, 'utf-8')).toBe(good.length);
  });
});
