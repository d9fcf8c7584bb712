// Makes the electronic invoice (NF-e, model 55) of a demo order as its issuer keeps it: `nfeProc` with the invoice and the
// protocol. Numbers, key and check digit are as the layout wants them; taxes and signature are left out.

export interface InvoiceItem {
  codigo: string;
  descricao: string;
  quantidade: number;
  /** Decimal currency, per unit. */
  preco: number;
}

export interface InvoiceFacts {
  /** Number of the invoice. */
  numero: number;
  serie: number;
  /** The order it belongs to, as `xPed`. */
  pedido: string;
  emitidaEm: Date;
  cliente: { nome: string; documento: string };
  itens: readonly InvoiceItem[];
  /** Decimal currency, as the two below. */
  frete: number;
  desconto: number;
  acrescimo: number;
}

const issuer = { cnpj: '12345678000195', name: 'Loja Demo Comércio Ltda', state: '35' };

/** The 44 digits: state, year and month, CNPJ, model, series, number, form of issue, code, check digit. */
export function invoiceKey({ numero, serie, emitidaEm }: InvoiceFacts): string {
  const month = localTime(emitidaEm).slice(2, 7).replace('-', '');
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  const code = digits((numero * 7_919) % 100_000_000, 8);
  const start = `${issuer.state}${month}${issuer.cnpj}55${digits(serie, 3)}${digits(numero, 9)}1${code}`;
  return `${start}${checkDigit(start)}`;
}

/** Modulo 11 with weights 2 to 9 from the right; 10 and 11 become 0. */
function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((all, digit, at) => all + Number(digit) * (2 + (at % 8)), 0);
  const rest = 11 - (sum % 11);
  return rest > 9 ? 0 : rest;
}

/** Decimal currency with two digits, counted in cents so that nothing drifts. */
const money = (value: number): string => (Math.round(value * 100) / 100).toFixed(2);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** As Brazil writes the moment: three hours behind UTC, with the difference told. */
export function localTime(at: Date): string {
  return `${new Date(at.getTime() - 3 * 3_600_000).toISOString().slice(0, 19)}-03:00`;
}

const cents = (amount: number): number => Math.round(amount * 100);
const lineCents = ({ preco, quantidade }: InvoiceItem): number =>
  cents(Number((preco * quantidade).toFixed(6)));

/** What the goods and the invoice as a whole come to, in decimal currency. */
export function invoiceTotals({
  itens,
  frete,
  desconto,
  acrescimo,
}: Pick<InvoiceFacts, 'itens' | 'frete' | 'desconto' | 'acrescimo'>): { goods: number; all: number } {
  const goods = itens.reduce((sum, item) => sum + lineCents(item), 0);
  return { goods: goods / 100, all: (goods + cents(frete) + cents(acrescimo) - cents(desconto)) / 100 };
}

/** The discount in cents that each line bears, by its part of the goods; the parts add up to the whole. */
function discounts({ itens, desconto }: InvoiceFacts): number[] {
  const goods = itens.reduce((sum, item) => sum + lineCents(item), 0);
  let [left, rest] = [cents(desconto), goods];
  return itens.map((item) => {
    const part = rest === 0 ? 0 : Math.round((left * lineCents(item)) / rest);
    left -= part;
    rest -= lineCents(item);
    return part;
  });
}

const discountIn = (part: number): string => (part === 0 ? '' : `<vDesc>${money(part / 100)}</vDesc>`);

/** The document as XML. */
export function invoiceXml(facts: InvoiceFacts): string {
  const { numero, serie, pedido, emitidaEm, cliente, itens, frete, desconto, acrescimo } = facts;
  const key = invoiceKey(facts);
  const totals = invoiceTotals(facts);
  const issued = localTime(emitidaEm);
  const parts = discounts(facts);
  const lines = itens.map(
    (item, at) =>
      `<det nItem="${at + 1}"><prod><cProd>${escaped(item.codigo)}</cProd><cEAN>SEM GTIN</cEAN>` +
      `<xProd>${escaped(item.descricao)}</xProd><NCM>85167100</NCM><CFOP>5102</CFOP><uCom>UN</uCom>` +
      `<qCom>${item.quantidade.toFixed(4)}</qCom><vUnCom>${item.preco.toFixed(10)}</vUnCom>` +
      `<vProd>${money(lineCents(item) / 100)}</vProd>${discountIn(parts[at] ?? 0)}<indTot>1</indTot>` +
      `<xPed>${escaped(pedido)}</xPed></prod></det>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<nfeProc xmlns="http://www.portalfiscal.inf.br/nfe" versao="4.00"><NFe>',
    `<infNFe Id="NFe${key}" versao="4.00">`,
    `<ide><cUF>${issuer.state}</cUF><natOp>Venda de mercadoria</natOp><mod>55</mod><serie>${serie}</serie>`,
    `<nNF>${numero}</nNF><dhEmi>${issued}</dhEmi><tpNF>1</tpNF></ide>`,
    `<emit><CNPJ>${issuer.cnpj}</CNPJ><xNome>${escaped(issuer.name)}</xNome></emit>`,
    `<dest><CPF>${escaped(cliente.documento)}</CPF><xNome>${escaped(cliente.nome)}</xNome></dest>`,
    ...lines,
    `<total><ICMSTot><vProd>${money(totals.goods)}</vProd><vFrete>${money(frete)}</vFrete>`,
    `<vDesc>${money(desconto)}</vDesc><vOutro>${money(acrescimo)}</vOutro><vNF>${money(totals.all)}</vNF></ICMSTot></total>`,
    '</infNFe></NFe>',
    `<protNFe versao="4.00"><infProt><chNFe>${key}</chNFe><dhRecbto>${issued}</dhRecbto>`,
    `<nProt>135${String(numero).padStart(12, '0')}</nProt><cStat>100</cStat></infProt></protNFe></nfeProc>`,
  ].join('');
}
