import type { Json, Row } from '@eclusa/flow';
import { rowsThrough } from '../harness.testing';
import template from './template.node';

const textOf = async (source: string, row: Row, config: Record<string, Json> = {}, parameters = {}) => {
  const [emit] = await rowsThrough(template, { config: { template: source, ...config }, parameters })(row);
  return emit?.value['text'];
};

describe('text from a template', () => {
  it('fills fields, formulas and parameters, and leaves single braces alone', async () => {
    expect(
      await textOf(
        '{a} {{ a }}/{{b.c}}/{{n * 2}}/{{$params.unit}}',
        { a: 'x', b: { c: 'y' }, n: 2 },
        {},
        { unit: 'kg' },
      ),
    ).toBe('{a} x/y/4/kg');
    expect(await textOf('no places', {})).toBe('no places');
    expect(await textOf('{{list}} {{yes}}', { list: [1, 2], yes: true })).toBe('[1,2] true');
  });

  it.each([
    ['none', `a & <b> "c"`, `a & <b> "c"`],
    ['html', `a & <b> "c" 'd'`, 'a &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39;'],
    ['xml', '<x>', '&lt;x&gt;'],
    ['json', 'say "hi"\n\\', 'say \\"hi\\"\\n\\\\'],
    ['url', 'a b/ç&d', 'a%20b%2F%C3%A7%26d'],
  ])('escapes what is filled in as %s, and nothing of the template', async (escape, value, expected) => {
    expect(await textOf('<t>{{v}}</t>', { v: value }, { escape })).toBe(`<t>${expected}</t>`);
  });

  it('leaves a place without a value empty, or fails the row by its name', async () => {
    expect(await textOf('[{{gone}}]', {})).toBe('[]');
    await expect(textOf('[{{gone}}]', {}, { missing: 'fail' })).rejects.toMatchObject({
      code: 'nodes.template-empty',
      values: { place: '{{gone}}' },
    });
  });

  it('does not fill what was filled in', async () => {
    expect(await textOf('{{a}}', { a: '{{b}}', b: 'secret' })).toBe('{{b}}');
  });

  it('refuses a place that is not closed or cannot be read', async () => {
    await expect(textOf('Hello {{name', {})).rejects.toMatchObject({ code: 'nodes.template-open' });
    await expect(textOf('Hello {{a +}}', {})).rejects.toMatchObject({ code: 'expression.syntax-end' });
  });
});
