// Puts into each row what its code stands for in a table of the store. The engine finds it, and lets a row wait whose
// code is unknown; here it is said which code is looked up and where the answer goes.
import { defineNode, rowOut, type LookupBy } from '@eclusa/flow';
import { coder, tableField, tableOf } from './reference-fields';

interface Config {
  table?: string;
  code?: string;
  by?: LookupBy;
  target?: string;
}

const codeName = { en: 'Code', es: 'Código', pt: 'Código' };

export default defineNode<Config>({
  id: 'transform.lookup',
  version: 1,
  group: 'transform',
  name: { en: 'Look up a code', es: 'Buscar un código', pt: 'Buscar um código' },
  help: {
    en: 'Finds the VTEX id of an ERP code, or the other way round, in a table of codes of the store. A row whose code is not in the table waits, and goes on by itself when somebody fills the code in under "Codes". To handle such rows yourself, connect the port "Missing".',
    es: 'Encuentra el id de VTEX de un código del ERP, o al revés, en una tabla de códigos de la tienda. Una fila cuyo código no está en la tabla espera, y sigue sola cuando alguien completa el código en "Códigos". Para tratar esas filas usted mismo, conecte el puerto "Faltantes".',
    pt: 'Encontra o id da VTEX de um código do ERP, ou o contrário, em uma tabela de códigos da loja. Uma linha cujo código não está na tabela espera, e segue sozinha quando alguém preenche o código em "Códigos". Para tratar essas linhas você mesmo, conecte a porta "Ausentes".',
  },
  keywords: [
    'cross-reference',
    'from-to',
    'id',
    'translate',
    'reference',
    'referencia',
    'equivalencia',
    'traducir',
    'de-para',
    'depara',
    'referência',
    'traduzir',
  ],
  outputs: [rowOut, { id: 'missing', type: 'row', name: { en: 'Missing', es: 'Faltantes', pt: 'Ausentes' } }],
  fields: {
    table: tableField,
    code: {
      kind: 'expression',
      required: true,
      placeholder: 'codigo',
      name: codeName,
      help: {
        en: 'The field of the row that holds the code to look up.',
        es: 'El campo de la fila que contiene el código que se busca.',
        pt: 'O campo da linha que contém o código a buscar.',
      },
    },
    by: {
      kind: 'choice',
      default: 'key',
      name: { en: 'Find', es: 'Encontrar', pt: 'Encontrar' },
      help: {
        en: 'Which side of the table the row has, and which is added to it.',
        es: 'Qué lado de la tabla tiene la fila y cuál se le agrega.',
        pt: 'Qual lado da tabela a linha tem, e qual é acrescentado.',
      },
      choices: [
        {
          value: 'key',
          name: {
            en: 'The VTEX id of an ERP code',
            es: 'El id de VTEX de un código del ERP',
            pt: 'O id da VTEX de um código do ERP',
          },
        },
        {
          value: 'value',
          name: {
            en: 'The ERP code of a VTEX id',
            es: 'El código del ERP de un id de VTEX',
            pt: 'O código do ERP de um id da VTEX',
          },
        },
      ],
    },
    target: {
      kind: 'text',
      required: true,
      maxLength: 120,
      pattern: '.*\\S.*',
      placeholder: 'skuId',
      name: { en: 'Put it into', es: 'Ponerlo en', pt: 'Colocar em' },
      help: {
        en: 'The field of the row that gets what was found, always as text.',
        es: 'El campo de la fila que recibe lo encontrado, siempre como texto.',
        pt: 'O campo da linha que recebe o que foi encontrado, sempre como texto.',
      },
    },
  },
  behaviour: {
    kind: 'lookup',
    prepare({ config, parameters }) {
      const target = (config.target ?? '').trim();
      return {
        table: tableOf(config),
        by: config.by === 'value' ? 'value' : 'key',
        code: coder(config.code, codeName, parameters),
        found: (row, code) => ({ ...row, [target]: code }),
      };
    },
  },
  example: {
    config: { table: 'skus', code: 'codigo', by: 'key', target: 'skuId' },
    codes: { skus: [{ key: '7001', value: '31' }] },
    input: [{ codigo: 7001 }, { codigo: '7002' }],
    output: { out: [{ codigo: 7001, skuId: '31' }], missing: [{ codigo: '7002' }] },
  },
});
