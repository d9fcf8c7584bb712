// What each transform box is given in the bench, and what must come out of it. Pure.
import { productAt } from './rows.mjs';

const keys = [{ expression: 'codigo' }];
const all = (rows) => ({ out: rows });
/** How many of the numbers below `rows` leave no remainder. */
const everyOf = (rows, step) => Math.ceil(rows / step);

/** Rows of the bench's products, one half of them twice. */
const halved = (index, rows) => productAt(index % Math.ceil(rows / 2));
/** The second input: half of the products, another price, no order of its own. */
const other = (index, rows) => ({ ...productAt((index * 7919) % rows), preco: '1,00' });

/**
 * By box: its `config`; what makes its rows, by input (the products, where nothing is said); and how many rows leave by each
 * port for so many rows in (of the first input).
 */
export const boxes = {
  'transform.aggregate': {
    config: {
      groups: [{ name: 'categoria', expression: 'categoria' }],
      measures: [
        { name: 'estoque', operation: 'sum', expression: '$number(estoque)' },
        { name: 'produtos', operation: 'count' },
      ],
    },
    out: (rows) => ({ out: Math.min(rows, 1000) }),
  },
  'transform.batch': {
    config: { size: 100, name: 'produtos' },
    out: (rows) => ({ out: everyOf(rows, 100) }),
  },
  'transform.changed': { config: { key: 'codigo', compare: [{ expression: 'preco' }] }, out: all },
  'transform.code': { config: { code: 'row.estoque = Number(row.estoque) + 1; return row;' }, out: all },
  'transform.compare': {
    config: { keys: [{ now: 'codigo' }], fields: [{ now: 'preco' }], name: 'before' },
    inputs: { now: productAt, before: other },
    out: (rows) => ({ changed: rows }),
  },
  'transform.convert': {
    config: { conversions: [{ expression: 'estoque', from: 'kg', to: 'g' }] },
    out: all,
  },
  'transform.distinct': {
    config: { keys, which: 'last' },
    inputs: { in: halved },
    out: (rows) => ({ out: Math.ceil(rows / 2) }),
  },
  'transform.filter': {
    config: { condition: 'situacao = "A"' },
    out: (rows) => ({ out: rows - everyOf(rows, 20), rest: everyOf(rows, 20) }),
  },
  'transform.format-text': { config: { value: '$', format: 'json', name: 'texto' }, out: all },
  'transform.formula': {
    config: { columns: [{ target: 'custo', expression: '$parseNumber(preco) * 0.7' }] },
    out: all,
  },
  'transform.join': {
    config: { keys: [{ left: 'codigo', right: 'codigo' }], kind: 'left', name: 'outro' },
    inputs: { left: productAt, right: other },
    out: all,
  },
  'transform.limit': { config: { most: 10_000_000, skip: 10 }, out: (rows) => ({ out: rows - 10 }) },
  'transform.lookup': {
    config: { table: 'categorias', code: 'categoria', by: 'key', target: 'categoryId' },
    out: all,
  },
  'transform.map': {
    config: { mapping: [{ target: 'price.base', expression: '$parseNumber(preco)' }], keep: 'all' },
    out: all,
  },
  'transform.merge': {
    config: { policy: 'combine', keys: [{ first: 'codigo' }] },
    inputs: { first: productAt, second: other },
    out: all,
  },
  'transform.parse-text': {
    config: { text: 'texto', format: 'json', name: 'dados' },
    inputs: { in: (index) => ({ codigo: `SKU-${index}`, texto: JSON.stringify(productAt(index)) }) },
    out: all,
  },
  'transform.respond': { config: { body: 'row', rows: 'list', most: 1000 }, out: all },
  'transform.save-reference': { config: { table: 'skus', key: 'codigo', value: 'sku' }, out: all },
  'transform.sort': {
    config: { keys: [{ expression: 'categoria' }, { expression: 'sku', type: 'number', direction: 'down' }] },
    out: all,
  },
  'transform.split-list': {
    config: { list: 'itens', place: 'row', keep: 'rest' },
    inputs: { in: (index) => ({ pedido: index, itens: [{ sku: 'A' }, { sku: 'B' }, { sku: 'C' }] }) },
    out: (rows) => ({ out: 3 * rows }),
  },
  'transform.switch': {
    config: { cases: [{ id: 'off', name: 'Off', expression: 'situacao = "I"' }] },
    out: (rows) => ({ off: everyOf(rows, 20), otherwise: rows - everyOf(rows, 20) }),
  },
  'transform.template': { config: { template: '{{descricao}}: R$ {{preco}}', name: 'texto' }, out: all },
  'transform.validate': {
    config: {
      rules: [
        { field: 'codigo', rule: 'filled' },
        { field: 'preco', rule: 'at-least', value: '0,01' },
      ],
    },
    out: all,
  },
};

/** Boxes that are not measured here, and why. */
export const leftOut = {
  'transform.call-flow': 'hands its rows to runs of another flow, which are stored by the service',
  'transform.lookup-http': 'asks a server for each row: the server would be measured',
  'transform.lookup-sql': 'asks a database for each row: the database would be measured',
  'transform.stop': 'ends the run at a row; the others pass as they do through a filter',
  'transform.wait': 'waits by the clock; then it hands on what was put aside, as the box that limits does',
};
