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
  /** Decimal currency. */
  frete: number;
}

const issuer = { cnpj: '12345678000195', name: 'Loja Demo Comércio Ltda', state: '35' };

/** The 44 digits: state, year and month, CNPJ, model, series, number, form of issue, code, check digit. */
export function invoiceKey({ numero, serie, emitidaEm }: InvoiceFacts): string {
  const month = emitidaEm.toISOString().slice(2, 7).replace('-', '');
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

/** What the goods and the invoice as a whole come to, in decimal currency. */
export function invoiceTotals({ itens, frete }: Pick<InvoiceFacts, 'itens' | 'frete'>): {
  goods: number;
  all: number;
} {
  const cents = itens.reduce((sum, item) => sum + Math.round(item.preco * 100) * item.quantidade, 0);
  return { goods: cents / 100, all: (cents + Math.round(frete * 100)) / 100 };
}

/** The document as XML. */
export function invoiceXml(facts: InvoiceFacts): string {
  const { numero, serie, pedido, emitidaEm, cliente, itens, frete } = facts;
  const key = invoiceKey(facts);
  const totals = invoiceTotals(facts);
  const issued = `${emitidaEm.toISOString().slice(0, 19)}-03:00`;
  const lines = itens.map(
    (item, at) =>
      `<det nItem="${at + 1}"><prod><cProd>${escaped(item.codigo)}</cProd><cEAN>SEM GTIN</cEAN>` +
      `<xProd>${escaped(item.descricao)}</xProd><NCM>85167100</NCM><CFOP>5102</CFOP><uCom>UN</uCom>` +
      `<qCom>${item.quantidade.toFixed(4)}</qCom><vUnCom>${item.preco.toFixed(10)}</vUnCom>` +
      `<vProd>${money(item.preco * item.quantidade)}</vProd><indTot>1</indTot><xPed>${escaped(pedido)}</xPed></prod></det>`,
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
    `<total><ICMSTot><vProd>${money(totals.goods)}</vProd><vFrete>${money(frete)}</vFrete><vDesc>0.00</vDesc>`,
    `<vNF>${money(totals.all)}</vNF></ICMSTot></total>`,
    '</infNFe></NFe>',
    `<protNFe versao="4.00"><infProt><chNFe>${key}</chNFe><dhRecbto>${issued}</dhRecbto>`,
    `<nProt>135${String(numero).padStart(12, '0')}</nProt><cStat>100</cStat></infProt></protNFe></nfeProc>`,
  ].join('');
}
