// Remembers which codes belong together, for boxes that look them up. The engine stores the pairs of a page with the
// page's success; here it is said what they are.
import { defineNode } from '@eclusa/flow';
import { withValues } from './evaluation';
import { coder, tableField, tableOf } from './reference-fields';

interface Config {
  table?: string;
  key?: string;
  value?: string;
  keepFirst?: boolean;
}

const keyName = { en: 'ERP code', es: 'Código del ERP', pt: 'Código do ERP' };
const valueName = { en: 'VTEX id', es: 'Id de VTEX', pt: 'Id da VTEX' };

export default defineNode<Config>({
  id: 'transform.save-reference',
  version: 1,
  group: 'transform',
  name: { en: 'Remember a code', es: 'Recordar un código', pt: 'Lembrar um código' },
  help: {
    en: 'Stores which VTEX id belongs to which ERP code, in a table of codes of the store. Put it after the box that creates the thing: what it remembers is stored when the page of rows has been finished. Rows that wait for the code go on by themselves.',
    es: 'Guarda qué id de VTEX corresponde a qué código del ERP, en una tabla de códigos de la tienda. Colóquela después de la caja que crea el registro: lo que recuerda se guarda cuando terminó la página de filas. Las filas que esperan el código siguen solas.',
    pt: 'Guarda qual id da VTEX corresponde a qual código do ERP, em uma tabela de códigos da loja. Coloque-a depois da caixa que cria o registro: o que ela lembra é gravado quando a página de linhas termina. As linhas que esperam pelo código seguem sozinhas.',
  },
  keywords: [
    'cross-reference',
    'from-to',
    'save',
    'id',
    'reference',
    'referencia',
    'guardar',
    'equivalencia',
    'de-para',
    'depara',
    'referência',
    'gravar',
  ],
  fields: {
    table: tableField,
    key: {
      kind: 'expression',
      required: true,
      placeholder: 'codigo',
      name: keyName,
      help: {
        en: 'The code as the ERP writes it, for example sku or codigo.',
        es: 'El código como lo escribe el ERP, por ejemplo sku o codigo.',
        pt: 'O código como o ERP escreve, por exemplo sku ou codigo.',
      },
    },
    value: {
      kind: 'expression',
      required: true,
      placeholder: 'id',
      name: valueName,
      help: {
        en: 'The id that VTEX gave, for example skuId.',
        es: 'El id que dio VTEX, por ejemplo skuId.',
        pt: 'O id que a VTEX deu, por exemplo skuId.',
      },
    },
    keepFirst: {
      kind: 'toggle',
      default: false,
      advanced: true,
      name: { en: 'Keep the first', es: 'Conservar el primero', pt: 'Manter o primeiro' },
      help: {
        en: 'A code that has an id already keeps it. Otherwise the new id replaces it.',
        es: 'Un código que ya tiene id lo conserva. Si no, el id nuevo lo reemplaza.',
        pt: 'Um código que já tem id fica com ele. Caso contrário, o id novo o substitui.',
      },
    },
  },
  behaviour: {
    kind: 'remember',
    prepare({ config, parameters }) {
      const key = coder(config.key, keyName, parameters);
      const value = coder(config.value, valueName, parameters);
      return {
        table: tableOf(config),
        keepFirst: config.keepFirst === true,
        pair: (row) =>
          withValues([key(row), value(row)], ([first, second]) => ({
            key: String(first),
            value: String(second),
          })),
      };
    },
  },
  example: {
    config: { table: 'skus', key: 'codigo', value: 'skuId' },
    input: [
      { codigo: '7001', skuId: 31 },
      { codigo: '7002', skuId: null },
    ],
    output: { out: [{ codigo: '7001', skuId: 31 }], failed: [{ codigo: '7002', skuId: null }] },
  },
});
