// A small NF-e for the example of its box: made up, with a key whose check digit holds.

export const exampleNfe = [
  '<nfeProc xmlns="http://www.portalfiscal.inf.br/nfe" versao="4.00"><NFe><infNFe Id="NFeKEY" versao="4.00">',
  '<ide><mod>55</mod><serie>1</serie><nNF>4711</nNF><dhEmi>2026-11-23T09:00:00-03:00</dhEmi></ide>',
  '<det nItem="1"><prod><cProd>1</cProd><cEAN>SEM GTIN</cEAN><qCom>2.0000</qCom><vProd>50.00</vProd></prod></det>',
  '<total><ICMSTot><vNF>65.00</vNF></ICMSTot></total></infNFe></NFe>',
  '<protNFe><infProt><chNFe>KEY</chNFe><cStat>100</cStat></infProt></protNFe></nfeProc>',
]
  .join('')
  .replaceAll('KEY', '35261112345678000195550010000047111123456788');
