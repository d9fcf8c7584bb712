// A table of expressions as people write them. Each is run compiled and interpreted, and must agree.
import type { Json } from '../json';
import { compileExpression } from './expression';

const order: Json = {
  codigo: 'SKU-0001',
  descricao: '  Cafeteira   Elétrica ',
  preco: '1.299,90',
  estoque: '120',
  ativo: true,
  nulo: null,
  vazio: '',
  zero: 0,
  'nome longo': 'x',
  peso: 1.25,
  endereco: { cidade: 'São Paulo', uf: 'SP', geo: { lat: -23.5, lon: -46.6 } },
  tags: ['novo', 'promo'],
  um: ['só'],
  nenhum: [],
  matriz: [[1, 2], [3], [[4]]],
  itens: [
    { sku: 'A', q: 2, p: 3.5, extras: [{ n: 'x' }, { n: 'y' }] },
    { sku: 'B', q: 1, p: 10, extras: [{ n: 'z' }] },
    { sku: 'C', q: 0, p: 7 },
  ],
};

// prettier-ignore
const same: Record<string, string[]> = {
  paths: [
    'codigo', 'endereco.cidade', 'endereco.geo.lat', 'nada', 'nada.mais', 'codigo.mais', 'nulo', 'nulo.x', '`nome longo`',
    'itens', 'itens.sku', 'itens.extras', 'itens.extras.n', 'itens.nada', 'tags', 'um', 'nenhum', 'nenhum.x', 'matriz',
    'matriz.x', '$', '$.codigo', '$$.codigo', '$.itens.sku', 'itens.$.sku', 'itens.($.sku)', 'itens.$$.codigo',
    'itens.*', 'endereco.*', 'endereco.geo.*', '**.n', '**.lat', 'itens.(sku & q)', 'itens.(q * p)', 'endereco.(cidade)',
    'itens.{"s": sku}', 'itens.[sku, q]', 'itens.[extras.n]', '(itens).sku', '(itens.extras).n', '"codigo"', '$."codigo"',
  ],
  'singletons and []': [
    'um[]', 'codigo[]', 'nada[]', 'itens[0][]', 'itens[0][].sku', 'itens.sku[]', 'itens[sku="A"].sku[]', 'itens[]',
    'endereco[].cidade', 'endereco.cidade[]', '$[].codigo', 'itens[0].extras[0][].n', '[codigo][]', 'nenhum[]', '{"a": um[]}',
    '[um[]]', '$count(um[])', '(um[])[0]', 'um[] & ""',
  ],
  filters: [
    'itens[0]', 'itens[-1]', 'itens[5]', 'itens[0].sku', 'itens.sku[0]', '(itens.sku)[0]', 'itens[q > 0]', 'itens[q > 0].sku',
    'itens[q > 9]', 'itens[sku = "B"]', 'itens[sku in ["A", "C"]].p', 'itens[extras]', 'itens[extras.n = "z"].sku',
    'itens[q > 0][0].sku', 'itens[[0, 2]].sku', 'itens[[0, 0]].sku', 'itens[[-1]].sku', 'itens[[]].sku', 'itens[1.7].sku', 'codigo[0]',
    'codigo[1]', 'codigo[true]', 'nada[0]', 'matriz[0]', 'matriz[0][1]', 'matriz[2]', 'itens[$.q = 1].sku', 'itens[p > $$.zero].sku',
    'tags[$ = "promo"]', 'tags[$contains($, "o")]', 'itens[true].sku', 'itens[false]', 'itens[nada]', 'itens["x"].sku', '"abc"[0]',
    'endereco[cidade = "São Paulo"].uf', 'itens[null]', 'nulo[0]', '[1,2,3][$ > 1]', '[1..5][$ % 2 = 0]', '$[0].codigo',
  ],
  arithmetic: [
    '1 + 2 * 3', '(1 + 2) * 3', '7 % 3', '-7 % 3', '1 / 3', '0.1 + 0.2', '-peso', '-nada', '-(-1)', 'peso * 2', 'nada + 1', '1 - nada',
    '10 / 4 - 1', '2 * -1', 'itens[0].q * itens[0].p', '-0', '1e3', '[-1]', 'zero - 1',
  ],
  comparison: [
    '1 < 2', '2 <= 2', '"a" < "b"', '"B" > "a"', 'nada < 1', '1 < nada', 'nada = nada', 'nada != 1', 'nulo = null', 'vazio = ""',
    '1 = "1"', 'tags = ["novo", "promo"]', 'endereco = {"uf": "SP", "cidade": "São Paulo", "geo": {"lon": -46.6, "lat": -23.5}}',
    'um = "só"', 'um = ["só"]', '{"a": 1} = {"a": 1, "b": 2}', '[] = []', '{} = []', 'itens.q = [2, 1, 0]', '"novo" in tags', '1 in 1',
    'nada in tags', '1 in nada', '"a" in "abc"', 'null in [null]', '[1] in [[1]]', 'ativo = true', 'itens.sku != "A"', 'zero != false',
  ],
  logic: [
    'ativo and zero', 'ativo or nada', 'nada or nada', 'vazio or "x"', 'tags and true', 'nenhum or false', 'um and true', '{} or false',
    '[0] or false', '[0, 1] and true', '[[]] or false', 'nulo or false', 'false and (1 / "a")', 'true or (1 / "a")', 'ativo ? 1 : 2',
    'nada ? 1 : 2', 'nada ? 1', 'zero ? "a" : vazio ? "b" : "c"', 'ativo ? nada : 1', 'nada ?? "padrão"', 'nulo ?? "padrão"', 'zero ?? 1',
    'um ?? 1', 'itens[9] ?? itens[0].sku',
  ],
  text: [
    '"a" & "b"', '"a" & nada', 'nada & nada', '1 & 2', 'ativo & nulo', 'tags & "!"', 'endereco & ""', '0.1 + 0.2 & ""', '1e21 & ""',
    '$string(1/3)', '$string(endereco)', '$string([1, nada, null])', '$string(endereco, true)', '$string(nada)', '$string("x")', '$string(1e-7)',
    '$length("ação")', '$length("😀")', '$length(nada)', '$substring("abcdef", 2)', '$substring("abcdef", -2)', '$substring("abcdef", 1, 2)',
    '$substring("abc", -9, 2)', '$substring("abc", 1, 0)', '$substring("abc", 1, -1)', '$substring("abcdef", -4, 2)', '$substringBefore("a/b", "/")',
    '$substringBefore("ab", "/")', '$substringAfter("a/b/c", "/")', '$substringAfter("ab", "/")', '$uppercase("ação")', '$lowercase("AÇÃO")',
    '$trim(descricao)', '$trim("\\n\\ta  b")', '$pad("1", 3)', '$pad("1", -3, "0")', '$pad("abc", 2)', '$pad("1", -5, "ab")', '$pad("1", 0)',
    '$pad("é", 3, "")', '$contains("abc", "b")', '$contains("abc", "")', '$contains(nada, "b")', '$contains("abc", nada)', '$split("a,b,c", ",")',
    '$split("a,b,c", ",", 2)', '$split("abc", "")', '$split("a", ",")', '$split("", ",")', '$split("a,b", ",", 0)', '$split("a,b,c", ",", 1.9)',
    '$split(nada, ",")', '$join(tags)', '$join(tags, "-")', '$join("a", "-")', '$join([], "-")', '$join(nada)', '$replace("a-b-c", "-", "")',
    '$replace("a-b-c", "-", "+", 1)', '$replace("aaa", "aa", "b")', '$replace("abc", "x", "y")', '$replace("a", "a", "$0")', '$replace("aaaa", "a", "b", 2.5)',
    '$replace("aa", "a", "b", 0)', '$replace(nada, "a", "b")', '$uppercase(nada)', '$trim("")', 'tags.$uppercase($)', 'codigo.$length()', 'codigo.$uppercase()',
    'itens.sku.$lowercase()', '"x" ~> $pad(3) ~> $length()', 'tags ~> $join("+")', 'codigo ~> $substring(4)',
    '$base64encode("olá")', '$encodeUrlComponent("a b&c")', '$decodeUrlComponent("a%20b")', '$encodeUrl("http://x/ é")',
  ],
  numbers: [
    '$number("12.5")', '$number("-1e3")', '$number("0x1F")', '$number(true)', '$number(estoque) + 1', '$number(nada)', '$floor(1.9)', '$floor(-1.1)',
    '$ceil(1.1)', '$round(2.5)', '$round(3.5)', '$round(1.005, 2)', '$round(125, -1)', '$round(-2.5)', '$round(nada)', '$abs(-1)', '$power(2, 10)',
    '$sqrt(16)', '$sum([1, 2])', '$sum(itens.q)', '$sum(itens.(q * p))', '$sum(nada)', '$sum(5)', '$sum([])', '$max(itens.p)', '$min([])', '$min(3)',
    '$average(itens.q)', '$average(nada)', '$count(itens)', '$count(nada)', '$count(1)', '$count([])', '$count(nulo)', '$formatNumber(1234.5, "#,##0.00")',
    '$formatNumber(-0.5, "0%")', '$formatBase(255, 16)', '$formatInteger(14, "w")', '$parseInteger("XIV", "I")', '$boolean([0, 0])', '$boolean({})',
    '$boolean("0")', '$boolean(nada)', '$not(nada)', '$not(0)', '$not([])', '$exists(nada)', '$exists(nulo)', '$exists(itens.q)', '$type(nulo)', '$type(nada)',
    '$type(tags)', '$type(1)',
  ],
  'lists and objects': [
    '[]', '[1, 2]', '[1, [2, 3]]', '[tags, "x"]', '[itens.sku]', '[nada]', '[nada, 1]', '[nulo]', '[[tags]]', '[1..3]', '[3..1]', '[1..1]', '[0, 1..3, 9]',
    '[nada..3]', '[itens.q, 1..2]', '{}', '{"a": 1}', '{"a": nada}', '{"a": nulo}', '{codigo: 1}', '{"a": itens.sku}', '{nada: 1}', '{"1": "x", "0": "y"}',
    '{"a": {"b": [1, {"c": tags}]}}', 'itens.{sku: q}', '[itens.{sku: q}]', '$append([1], [2])', '$append(1, nada)', '$append(nada, nada)', '$append([], 1)',
    '$append(tags, tags)', '$reverse(tags)', '$reverse(1)', '$reverse([])', '$distinct([1, "1", 1, 1.0])', '$distinct(itens.extras)', '$distinct([{"a": 1}, {"a": 1}])',
    '$distinct([[1], [1]])', '$distinct(tags)', '$distinct(1)', '$distinct(nada)', '$keys(endereco)', '$keys(itens)', '$keys({})', '$keys({"a": 1})', '$keys(1)',
    '$lookup(endereco, "uf")', '$lookup(itens, "sku")', '$lookup(endereco, "x")', '$lookup(itens, "x")', '$merge([{"a": 1}, {"a": 2, "b": 3}])', '$merge(endereco)',
    '$merge(itens)', '$merge([])', '$spread(endereco)', '$spread(itens)', '$zip([1, 2], ["a", "b", "c"])', '$zip(1, 2)', '$sort([3, 1, 2])', '$sort(["b", "a"])',
    '$sort(nada)', '$sort([1])', '$sort("a")', '$clone(endereco)', '{"t": $sum(itens.q), "l": [itens.sku]}', '{"a": 1}.a', '[{"a": 1}, {"a": 2}].a', '([1, 2]).$string()',
    '[[1, 2], [3]].$count($)', '$count([[1, 2], [3]])', '[1, 2, 3].($ * 2)', '{"a": []}.a', '{"a": [[]]}', '([[]])[0]',
  ],
  'blocks and variables': [
    '(1; 2)', '()', '($x := 5; $x * 2)', '($x := codigo; $y := $x & "!"; $y)', '($x := 1; ($x := 2; $x) + $x)', 'itens.($t := q * p; $t + 1)', '($x := $x; $x)',
    '($x := nada; $x)', '($a := itens; $a[0].sku)', '($a := itens.q; $a)', '($a := itens.q[]; $count($a))', '$params.rate * 2', '$params.tags[0]', '$params.nada',
    '$unbound', '$params', '$params.tags', '(itens.q)[1]', '($x := 1)', '($p := $params; $p.rate)', '($f := itens[0]; {"s": $f.sku, "q": $f.q})',
    '($x := um; $x)', '($x := [1]; $x[0])', '($x := {"a": tags}; $x.a)', '($x := {"a": um[]}; $x.a)',
  ],
  dates: ['$toMillis("2026-11-23T00:00:00Z")', '$fromMillis(0)', '$fromMillis(0, "[D01]/[M01]/[Y0001]")', '$toMillis("23/11/2026", "[D01]/[M01]/[Y0001]")', '$fromMillis($toMillis("2026-11-23"), "[Y]")'],
  ours: ['$parseNumber(preco)', 'preco.$parseNumber()', '$parseNumber(preco) * 2', '$cents(preco)', '$parseNumber(nada)', '$slug(descricao)', '$titleCase($trim(descricao))', '$truncate(codigo, 3)', '$digits(codigo)', 'tags.$slug()'],
  faults: [
    '1 + "a"', '"a" + 1', '1 - true', 'nulo * 2', 'tags + 1', '-"a"', '1 < "a"', 'true < 1', '1 < true', 'nulo < 1', 'tags > 1', '[1..2.5]', '["a"..2]', '[1..1000001]', '$sum("a")',
    '$sum(["a"])', '$sum([1, "a"])', '$uppercase(1)', '$uppercase()', 'itens.$uppercase()', '$length(1)', '$substring("a")', '$substring("a", "b")', '$number("abc")', '$number("")', '$number(null)',
    '$number([1])', '$sqrt(-1)', '$power(10, 1000)', '$join([1, 2])', '$join(1)', '$split("a", ",", -1)', '$split("a")', '$replace("a", "", "b")', '$replace("a", "a", "b", -1)', '$sort([1, "a"])', '$sort([{}, {}])',
    '$merge(1)', '$error("x")', '$error()', '$assert(false, "y")', '{1: 2}', '{"a": 1, "a": 2}', '{nulo: 1}', '1 / 0', '(1 / 0) + 1', '$round("1")', '$keys(1, 2)', '$parseNumber("x")', '$cpf("1")', '$ean("1")',
    '$parseDate("x")', '"a" ~> $number()', 'itens[$uppercase(q)]', '$formatNumber(1, "")', '$toMillis("x")', '$zip()', '$string(1/0)', '$contains(1, "a")', 'codigo.$sum()',
  ],
};

const variables = { params: { rate: 2, tags: ['a', 'b'] } };

async function outcome(source: string, slow: boolean): Promise<unknown> {
  try {
    return { value: await compileExpression(source, { slow }).evaluate(order, variables) };
  } catch (error) {
    return {
      fault: (error as { code?: string }).code,
      values: (error as { values?: { jsonata?: string } }).values?.jsonata,
    };
  }
}

describe.each(Object.entries(same))('%s', (group, sources) => {
  test.each(sources)('%s', async (source) => {
    expect(compileExpression(source).fast).toBe(true);
    const quick = await outcome(source, false);
    expect(quick).toEqual(await outcome(source, true));
    if (group === 'faults') expect(quick).toHaveProperty('fault', expect.stringMatching(/^expression\./));
    else expect(quick).toHaveProperty('value');
  });
});

// prettier-ignore
test.each([
  'itens^(p).sku', 'itens{sku: q}', 'itens@$i.extras', 'itens#$n.sku', 'itens.extras.%.sku', '$map(itens, function($i) { $i.q })',
  '$filter(itens, λ($i) { $i.q > 0 }).sku', '$reduce(itens.q, function($a, $b) { $a + $b })', '$match(codigo, /[0-9]+/).match', 'codigo ~> /SKU/',
  '$replace(codigo, /[^0-9]/, "")', 'endereco ~> |geo|{"alt": 1}|', '$now()', '($f := $uppercase; $f("a"))', '$sum ~> $string', '$substring(?, 1)("abc")',
  '$each(endereco, function($v, $k) { $k })', '$sift(endereco, function($v) { $v = "SP" })', '$single(tags, function($t) { $t = "novo" })', '$eval("1 + 1")', '$x := 1',
])('%s goes to the interpreter and is answered', async (source) => {
  const expression = compileExpression(source);
  expect(expression.fast).toBe(false);
  await expect(Promise.resolve(expression.evaluate(order))).resolves.not.toThrow();
});
