// Expressions as people write them in mappings, each with the closure a programmer would write for it, and the rows they
// are tried on. `hand` is left out where there is none to compare with.

const decimal = (text) => Number(text.replaceAll('.', '').replace(',', '.'));

/** What the `jsonata` package has to be told of ours. */
export const functions = {
  parseNumber: (text) => decimal(text),
  cents: (number) => Math.round(number * 100),
};

/** Row number `index`. */
export function rowAt(index) {
  return {
    codigo: `SKU-${index}`,
    descricao: `  Cafeteira modelo ${index} `,
    marca: { nome: 'ACME', codigo: index % 40 },
    categoria: 'Casa/Cozinha/Cafeteiras',
    preco: `1.${100 + (index % 900)},90`,
    custo: 10.5 + (index % 90),
    situacao: index % 20 === 0 ? 'I' : 'A',
    ean: index % 3 === 0 ? null : `789${1_000_000_000 + index}`,
    depositos: [
      { nome: 'SP', saldo: index % 11 },
      { nome: 'RJ', saldo: index % 7 },
      { nome: 'MG', saldo: 0 },
    ],
    medidas: { altura: 30, largura: 20, comprimento: 10, peso: 1200 },
  };
}

const expression = (source, hand) => ({ source, hand });

/** The set. */
export const set = [
  expression('codigo', (row) => row.codigo),
  expression('marca.nome', (row) => row.marca.nome),
  expression('"1_1"', () => '1_1'),
  expression('situacao = "A"', (row) => row.situacao === 'A'),
  expression('situacao = "A" and custo > 20', (row) => row.situacao === 'A' && row.custo > 20),
  expression('situacao in ["A", "P"]', (row) => ['A', 'P'].includes(row.situacao)),
  expression('$trim(descricao)', (row) => row.descricao.trim().replace(/\s+/g, ' ')),
  expression(
    '$uppercase(marca.nome) & " " & codigo',
    (row) => `${row.marca.nome.toUpperCase()} ${row.codigo}`,
  ),
  expression('$parseNumber(preco)', (row) => decimal(row.preco)),
  expression('$cents($parseNumber(preco))', (row) => Math.round(decimal(row.preco) * 100)),
  expression('$round(custo * 1.3, 2)', (row) => Math.round(row.custo * 130) / 100),
  expression('custo > 50 ? "caro" : "barato"', (row) => (row.custo > 50 ? 'caro' : 'barato')),
  expression('$exists(ean) and ean != null ? ean : codigo', (row) => row.ean ?? row.codigo),
  expression('$sum(depositos.saldo)', (row) => row.depositos.reduce((sum, one) => sum + one.saldo, 0)),
  expression(
    'depositos[nome = "SP"].saldo',
    (row) => row.depositos.filter((one) => one.nome === 'SP').map((one) => one.saldo)[0],
  ),
  expression('$count(depositos[saldo > 0])', (row) => row.depositos.filter((one) => one.saldo > 0).length),
  expression('$split(categoria, "/")[-1]', (row) => row.categoria.split('/').at(-1)),
  expression('$substringAfter(codigo, "-")', (row) => row.codigo.slice(row.codigo.indexOf('-') + 1)),
  expression('$number($substringAfter(codigo, "-"))', (row) => Number(row.codigo.slice(4))),
  expression(
    'medidas.(altura * largura * comprimento)',
    ({ medidas: m }) => m.altura * m.largura * m.comprimento,
  ),
  expression('{"id": codigo, "peso": medidas.peso / 1000}', (row) => ({
    id: row.codigo,
    peso: row.medidas.peso / 1000,
  })),
  expression('$join(depositos.nome, ", ")', (row) => row.depositos.map((one) => one.nome).join(', ')),
  expression('$map(depositos, function($d) { $d.nome & ":" & $d.saldo })', (row) =>
    row.depositos.map((one) => `${one.nome}:${one.saldo}`),
  ),
  expression('$replace(descricao, /\\s+/, " ")', (row) => row.descricao.replace(/\s+/g, ' ')),
  expression(
    'depositos^(>saldo)[0].nome',
    (row) => [...row.depositos].sort((a, b) => b.saldo - a.saldo)[0].nome,
  ),
  expression('$reduce(depositos.saldo, function($a, $b) { $a + $b })', (row) =>
    row.depositos.reduce((sum, one) => sum + one.saldo, 0),
  ),
  expression('depositos{nome: saldo}', (row) =>
    Object.fromEntries(row.depositos.map((one) => [one.nome, one.saldo])),
  ),
];
