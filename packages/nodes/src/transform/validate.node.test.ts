import { sentence, type Json, type Row, type UserError } from '@eclusa/flow';
import { rowsThrough } from '../harness.testing';
import validate from './validate.node';

const checked = (rule: Record<string, Json>, config: Record<string, Json> = {}) =>
  rowsThrough(validate, { config: { rules: [{ field: 'a', ...rule }], otherwise: 'port', ...config } });

async function faultsOf(through: ReturnType<typeof checked>, row: Row): Promise<string[]> {
  const [emit] = await through(row);
  if (emit?.port !== 'invalid') return [];
  return (emit.value['faults'] as { field: string; message: string }[]).map(
    ({ field, message }) => `${field}: ${message}`,
  );
}

describe('checking rows', () => {
  it.each([
    ['filled', '', 'x', '  ', 'falta um valor.'],
    ['number', '', '1.299,90', 'abc', 'abc'],
    ['whole', '', '7', '7,5', 'não é um número inteiro'],
    ['at-least', '0,01', '0,01', '0', 'é menor que 0,01'],
    ['at-most', '10', 10, '10,5', 'é maior que 10'],
    ['length', '3', 'abc', 'abcd', 'mais de 3 caracteres'],
    ['one-of', 'S, N', 'S', 'X', 'não é nenhum de S, N'],
    ['pattern', '^\\d{4}\\.\\d{2}\\.\\d{2}$', '8516.71.00', '85167100', 'não está escrito como'],
    ['date', '', '31/12/2026', '31/02/2026', '31/02/2026'],
    ['email', '', 'ana@loja.com.br', 'ana@loja', 'não é um endereço de e-mail'],
    ['ean', '', '7891000315507', '7891000315508', '7891000315508'],
    ['cnpj', '', '11.222.333/0001-81', '11.222.333/0001-82', '11.222.333/0001-82'],
    ['cpf', '', '529.982.247-25', '529.982.247-26', '529.982.247-26'],
  ])('the rule "%s" (%s) takes %j and refuses %j with a reason', async (rule, value, good, bad, reason) => {
    const through = checked({ rule, value });
    expect(await faultsOf(through, { a: good })).toEqual([]);
    const [fault = ''] = await faultsOf(through, { a: bad });
    expect(fault.startsWith('a: ')).toBe(true);
    expect(fault).toContain(reason);
  });

  it('objects to an empty value only where a value is asked for', async () => {
    for (const rule of ['number', 'date', 'ean', 'email']) {
      expect(await faultsOf(checked({ rule }), {})).toEqual([]);
      expect(await faultsOf(checked({ rule }), { a: ' ' })).toEqual([]);
    }
    expect(await faultsOf(checked({ rule: 'true', field: 'a > 1' }), {})).toHaveLength(1);
  });

  it('tells all faults of a row, in the words of the person or in the language that was chosen', async () => {
    const rules: Json = [
      { field: 'a', rule: 'filled', message: 'Sem código' },
      { field: 'b', rule: 'filled' },
    ];
    const through = rowsThrough(validate, { config: { rules, otherwise: 'port', language: 'es' } });
    expect(await faultsOf(through, {})).toEqual(['a: Sem código', 'b: falta un valor.']);
  });

  it('fails the row with the reasons in every language when nothing else is chosen', async () => {
    const through = rowsThrough(validate, { config: { rules: [{ field: 'a', rule: 'filled' }] } });
    const error = await Promise.resolve(through({})).catch((thrown: UserError) => thrown);
    const { code, values } = error as UserError;
    expect(code).toBe('nodes.row-invalid');
    expect(sentence(code, values, 'pt')).toContain('a: falta um valor.');
    expect(sentence(code, values, 'en')).toContain('a: a value is missing.');
  });

  it('checks by a JSON Schema and names the fields that break it', async () => {
    const schema = JSON.stringify({
      type: 'object',
      required: ['sku'],
      properties: {
        sku: {},
        price: { type: 'object', properties: { base: { type: 'number', minimum: 1 } } },
      },
      additionalProperties: false,
    });
    const through = rowsThrough(validate, {
      config: { by: 'schema', schema, otherwise: 'port', language: 'en' },
    });
    expect(await faultsOf(through, { sku: 'A', price: { base: 2 } })).toEqual([]);
    expect(await faultsOf(through, { price: { base: 'x' }, extra: 1 })).toEqual([
      'sku: a value is missing.',
      'extra: the schema knows no such field.',
      'price.base: the value must be of type number.',
    ]);
    expect(await faultsOf(through, { sku: 'A', price: { base: 0 } })).toEqual([
      'price.base: the schema asks for minimum >= 1.',
    ]);
  });

  it('refuses before the first row what cannot be a rule', () => {
    const prepared = (config: Record<string, Json>) => () => rowsThrough(validate, { config });
    expect(prepared({ rules: [{ field: 'a', rule: 'at-least', value: 'x' }] })).toThrow('nodes.rule-value');
    expect(prepared({ rules: [{ field: 'a', rule: 'pattern', value: '(' }] })).toThrow('nodes.rule-value');
    expect(prepared({ by: 'schema', schema: '{' })).toThrow('nodes.schema-broken');
    expect(prepared({ by: 'schema', schema: '{"type": "nonsense"}' })).toThrow('nodes.schema-broken');
  });

  it('takes no longer for a pattern that would keep other engines busy for ever', async () => {
    const through = checked({ rule: 'pattern', value: '^(a+)+$' });
    const begun = Date.now();
    expect(await faultsOf(through, { a: `${'a'.repeat(5000)}b` })).toHaveLength(1);
    expect(Date.now() - begun).toBeLessThan(2000);
  });
});
