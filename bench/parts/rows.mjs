// The rows of the bench: what the ERP has, and what must come of them. Pure.

/** One product in this many is inactive. */
const inactiveEvery = 20;

/** Product number `index`, from 0, as a Brazilian ERP writes it. */
export function productAt(index) {
  return {
    codigo: `SKU-${index + 1}`,
    sku: index + 1,
    descricao: `Produto ${index + 1} de linha, com um nome como os nomes são`,
    categoria: `C${(index * 7) % 1000}`,
    preco: `${(index % 900) + 1},90`,
    estoque: `${(index * 37) % 1000}`,
    situacao: isActive(index) ? 'A' : 'I',
  };
}

/** Stock number `index`, in another order than the products. */
export function stockAt(index) {
  return { codigo: `SKU-${index + 1}`, deposito: 'SP', saldo: `${(index * 37) % 1000},00` };
}

/** How many of the first `rows` products are active. */
export function activeOf(rows) {
  return rows - Math.ceil(rows / inactiveEvery);
}

function isActive(index) {
  return index % inactiveEvery !== 0;
}
