// The flows that are measured, drawn from the boxes that people use.

const slots = {
  erp: { kind: 'http', name: 'ERP' },
  store: { kind: 'vtex', name: 'Store' },
  database: { kind: 'postgres', name: 'Database' },
};
const line = (target, expression) => ({ target, expression });
const node = (type, config) => ({ type, version: 1, config });

/** Products over paged HTTP → active ones → mapped → price and stock. `withPrice` false leaves the price out. */
export function bulkFlow(rows, withPrice = true) {
  const names = ['erp', 'active', 'map', ...(withPrice ? ['price'] : []), 'stock'];
  const nodes = {
    erp: list('/produtos', rows),
    active: node('transform.filter', { condition: 'situacao = "A"' }),
    map: node('transform.map', {
      mapping: [
        line('sku', 'sku'),
        line('preco', '$parseNumber(preco, ",")'),
        line('saldo', '$parseNumber(estoque, ",")'),
      ],
    }),
    ...(withPrice && {
      price: node('vtex.price-set', {
        connection: 'store',
        mapping: [line('itemId', 'sku'), line('basePrice', 'preco')],
      }),
    }),
    stock: stockNode('sku', 'saldo'),
  };
  return flow(`Bulk of ${rows}`, nodes, chain(names));
}

/** Products sorted by price, joined with their stock, summed up by category: three boxes that need all rows. */
export function barriersFlow(rows) {
  const nodes = {
    erp: list('/produtos', rows),
    stocks: list('/estoques', rows),
    sort: node('transform.sort', {
      keys: [{ expression: '$parseNumber(preco, ",")', type: 'number', direction: 'down' }],
    }),
    join: node('transform.join', {
      keys: [{ left: 'codigo', right: 'codigo' }],
      kind: 'left',
      name: 'saldo',
    }),
    sum: node('transform.aggregate', {
      groups: [{ name: 'categoria', expression: 'categoria' }],
      measures: [{ name: 'saldo', operation: 'sum', expression: '$parseNumber(saldo.saldo, ",")' }],
    }),
    end: node('transform.map', { mapping: [line('total', 'saldo')] }),
  };
  const edges = [
    ...chain(['erp', 'sort']),
    edge('sort', 'join', 'left'),
    edge('stocks', 'join', 'right'),
    ...chain(['join', 'sum', 'end']),
  ];
  return flow(`Sort, join and sum of ${rows}`, nodes, edges);
}

/** What the box of this kind is told of the products, but where they are. */
export function sourceConfig(kind) {
  const configs = {
    csv: { delimiter: ';', encoding: 'utf-8' },
    xml: { element: 'produtos/produto' },
    xlsx: { sheet: 'Produtos' },
    sql: { connection: 'database', from: 'table', table: 'bench_product', key: 'sku', maxRows: 1e9 },
  };
  return configs[kind];
}

/** Products of a file in `folder`, or of a table, read and left out. `kind` is csv, xml, xlsx or sql. */
export function sourceFlow(kind, folder) {
  const place = kind === 'sql' ? {} : { from: 'folder', folder, pattern: `products.${kind}`, onlyNew: false };
  const nodes = {
    read: node(`source.${kind}`, { ...sourceConfig(kind), ...place }),
    none: node('transform.filter', { condition: 'situacao = "none"' }),
  };
  return flow(`Read ${kind}`, nodes, chain(['read', 'none']));
}

/** A call → mapped → one write. */
export function callFlow() {
  const nodes = {
    call: node('source.call', {}),
    map: node('transform.map', {
      mapping: [line('sku', 'sku'), line('saldo', '$parseNumber(estoque, ",")')],
    }),
    stock: stockNode('sku', 'saldo'),
  };
  return flow('Call', nodes, chain(['call', 'map', 'stock']));
}

/** The body of call number `index`. */
export function callBody(index) {
  return { rows: [{ sku: index + 1, estoque: `${(index * 37) % 1000},00` }] };
}

function stockNode(sku, quantity) {
  return node('vtex.stock-set', {
    connection: 'store',
    mapping: [line('skuId', sku), line('warehouseId', '"1_1"'), line('quantity', quantity)],
  });
}

function list(path, rows) {
  return node('source.http', {
    connection: 'erp',
    path,
    items: 'itens',
    paging: 'page',
    pageParam: 'pagina',
    sizeParam: 'tamanho',
    size: 500,
    stop: 'last',
    pagesPath: 'paginas',
    query: [{ name: 'linhas', value: `${rows}` }],
  });
}

function flow(name, nodes, edges) {
  const used = new Set(Object.values(nodes).map(({ config }) => config.connection));
  return {
    format: 'eclusa/flow',
    formatVersion: 1,
    name,
    slots: Object.fromEntries(Object.entries(slots).filter(([slot]) => used.has(slot))),
    parameters: {},
    nodes,
    edges,
    layout: { nodes: {} },
  };
}

function chain(names) {
  return names.slice(1).map((name, index) => edge(names[index], name, 'in'));
}

function edge(from, to, port) {
  return { from: { node: from, port: 'out' }, to: { node: to, port } };
}
