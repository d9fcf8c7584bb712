// Words that mean the same to the people who draw flows, in Portuguese, Spanish and English at once. Data, and the one
// search that uses it: whoever types one word of a line finds what is called by any other word of it.
import { folded } from './search-text';

/** Each line one idea. Accents and case do not matter; a word counts from its beginning ("preco" finds "precos"). */
const ideas: readonly string[] = [
  'estoque, stock, inventory, existencias, inventario, saldo, disponibilidade, quantidade em estoque',
  'preço, precio, price, valor de venda, pricing, vlr venda',
  'tabela de preço, tabla de precios, price table, lista de preço, lista de precios',
  'promoção, promoción, promotion, desconto, descuento, discount, oferta, campanha, campaña',
  'cupom, cupón, coupon, voucher, vale',
  'produto, producto, product, artigo, artículo, mercadoria, mercancía, item',
  'sku, variação, variación, variant, variante, grade',
  'categoria, category, categoría, departamento, department, família',
  'marca, brand, fabricante, manufacturer',
  'imagem, imagen, image, foto, picture, photo',
  'ean, gtin, barcode, código de barras, codigo de barra',
  'pedido, order, venda, venta, sale, encomenda',
  'nota fiscal, factura, invoice, nfe, nf-e, faturar, facturar, faturamento, facturación, danfe',
  'rastreio, rastreamento, seguimiento, tracking, guia de envío',
  'cancelar, cancel, anular, cancelamento, cancelación',
  'devolução, devolución, return, refund, reembolso, estorno',
  'cliente, customer, client, comprador, buyer, consumidor',
  'endereço, dirección, address, domicilio',
  'armazém, almacén, warehouse, depósito, bodega, centro de distribuição, cd',
  'frete, flete, freight, envio, envío, shipping, entrega, delivery',
  'transportadora, transportista, carrier',
  'pagamento, pago, payment, cobrança, cobro',
  'reserva, reservation, lock, bloqueio de estoque',
  'loja, tienda, store, shop',
  'planilha, planilla, hoja de cálculo, spreadsheet, excel, csv, xlsx',
  'arquivo, archivo, file, fichero',
  'banco de dados, base de datos, database, sql, tabela do banco',
  'filtrar, filter, filtro, keep rows, where, condição, condición, condition',
  'mapear, map, mapping, mapeo, de para, de-para, transformar, renomear campos, renombrar campos',
  'dividir, separar, split, switch, ramificar, branch, bifurcar, se, if',
  'juntar, unir, join, cruzar, procv, buscarv, vlookup, lookup',
  'agrupar, agrupación, aggregate, somar, sumar, sum, total, group by',
  'ordenar, sort, classificar, order by',
  'repetido, duplicado, duplicate, dedupe, único, unique',
  'validar, validate, conferir, check, comprobar, regras, reglas, rules, schema, esquema',
  'explodir, explode, desdobrar, desglosar, para cada item, for each, itens, ítems, items, lista em linhas, lista en filas',
  'lote, batch, em massa, en masa, bulk, chunk',
  'comparar, compare, diff, conciliar, reconcile, faltantes',
  'fórmula, formula, calcular, calculate, computed, coluna calculada, columna calculada',
  'unidade, unidad, unit, medida, measure, câmbio, cambio, exchange rate, moeda, moneda, currency',
  'modelo, plantilla, template, texto',
  'mudou, cambió, changed, alterado, diferença, diferencia, delta, only what changed, incremental',
  'enviar, send, mandar, exportar, export, gravar, grabar, write',
  'ler, leer, read, buscar, fetch, consultar, get, importar, import, obter, obtener',
  'criar, crear, create, cadastrar, registrar, novo, nuevo, new',
  'atualizar, actualizar, update, alterar, modificar, change',
  'excluir, eliminar, borrar, delete, remove, apagar, remover',
  'agenda, horario, schedule, cron, programar, periodicamente',
  'parar, detener, stop, abort, abortar, encerrar, interromper, interrumpir',
  'esperar, aguardar, wait, delay, pausa, atraso, demora',
  'correo, e-mail, email, mail, smtp, avisar, notificar, notify, alerta, alert, aviso',
  'webhook, hook, gatilho, disparador, trigger, evento, event',
  'código, script, javascript, code, programar',
];

interface Word {
  text: string;
  idea: number;
}

const words: readonly Word[] = ideas.flatMap((line, idea) =>
  line.split(',').map((word) => ({ text: folded(word).trim(), idea })),
);

/** The words of the ideas that what is typed belongs to, itself first. At three letters a beginning is enough. */
export function meanings(typed: string): string[] {
  const word = folded(typed).trim();
  const near = words.filter(({ text }) => text === word || (word.length >= 4 && isForm(text, word)));
  const found = new Set(near.map(({ idea }) => idea));
  return [...new Set([word, ...words.filter(({ idea }) => found.has(idea)).map(({ text }) => text)])];
}

/** True for a word and its beginnings and plurals: "estoq", "estoques". */
function isForm(text: string, word: string): boolean {
  return text.startsWith(word) || (word.startsWith(text) && word.length - text.length <= 2);
}

/** True when every word of `query`, or a word that means the same, stands in `texts` at the beginning of a word. */
export function queryFits(query: string, texts: readonly string[]): boolean {
  const text = ` ${folded(texts.join(' \n ')).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  const holds = (word: string) => text.includes(` ${word.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()}`);
  const whole = folded(query).trim();
  if (whole === '') return true;
  // A name of several words ("nota fiscal") is one idea.
  if (words.some((word) => word.text === whole) && meanings(whole).some(holds)) return true;
  return whole.split(/\s+/).every((word) => text.includes(word) || meanings(word).some(holds));
}
