import type { Notation } from './statement';
import { bind, namesIn, placesIn, quotedTable } from './statement';

const dollar: Notation = { place: (at) => `$${at}`, sharesPlaces: true, quote: (name) => `"${name}"` };
const mark: Notation = { ...dollar, place: () => '?', sharesPlaces: false };

describe('places in a statement', () => {
  const text = `SELECT a::text, ':no', "x:no" -- :no
    /* :no */ FROM t WHERE a = :um AND b = :dois OR c = :um`;

  it('are found outside of texts, names, comments and casts', () => {
    expect(placesIn(text)).toEqual(['um', 'dois']);
    expect(placesIn('SELECT $$ :no $$, $tag$ :no $tag$, :sim')).toEqual(['sim']);
  });

  it('get their values apart from the text', () => {
    const values = { um: "'; DROP TABLE t; --", dois: 2 };
    expect(bind('a = :um AND b = :dois OR c = :um', values, dollar)).toEqual({
      text: 'a = $1 AND b = $2 OR c = $1',
      values: ["'; DROP TABLE t; --", 2],
    });
    expect(bind('a = :um AND b = :dois OR c = :um', values, mark)).toEqual({
      text: 'a = ? AND b = ? OR c = ?',
      values: ["'; DROP TABLE t; --", 2, "'; DROP TABLE t; --"],
    });
  });

  it('need a value each', () => {
    expect(() => bind('a = :um', {}, dollar)).toThrow('nodes.sql-parameter-missing');
  });
});

it('names of tables are quoted part by part, names of columns split at commas and lines', () => {
  expect(quotedTable('vendas.produtos', dollar)).toBe('"vendas"."produtos"');
  expect(namesIn(' codigo,\n preco ,, ')).toEqual(['codigo', 'preco']);
});
