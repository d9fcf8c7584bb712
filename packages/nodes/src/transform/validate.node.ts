// Lets through the rows that keep to rules or to a JSON Schema, and says of the others what is wrong with them.
import { defineNode, locales, rowOut, UserError, type Json, type Locale } from '@eclusa/flow';
import { rowRules, type RowFault } from './row-rules';
import { schemaCheck } from './schema-faults';
import { validateFields } from './validate-fields';

interface Config {
  by?: 'rules' | 'schema';
  rules?: Json;
  schema?: string;
  otherwise?: 'fail' | 'port';
  name?: string;
  language?: Locale;
}

/** Reasons that are told of one row. */
const mostFaults = 20;

export default defineNode<Config>({
  id: 'transform.validate',
  version: 1,
  group: 'transform',
  name: { en: 'Check rows', es: 'Validar filas', pt: 'Validar linhas' },
  help: {
    en: 'Lets through the rows that keep to your rules or to a JSON Schema, and says of each other row what is wrong with it.',
    es: 'Deja pasar las filas que cumplen sus reglas o un JSON Schema y dice de cada una de las demás qué tiene mal.',
    pt: 'Deixa passar as linhas que cumprem as suas regras ou um JSON Schema e diz de cada uma das demais o que está errado.',
  },
  keywords: [
    ...['validate', 'validation', 'check', 'rules', 'schema', 'quality', 'required'],
    ...['validar', 'validación', 'reglas', 'esquema', 'obligatorio', 'calidad'],
    ...['validação', 'conferir', 'regras', 'obrigatório', 'qualidade'],
  ],
  outputs: [
    rowOut,
    { id: 'invalid', type: 'row', name: { en: 'Invalid', es: 'No válidas', pt: 'Inválidas' } },
  ],
  fields: validateFields,
  behaviour: {
    kind: 'transform',
    prepare({ config, parameters }) {
      const { otherwise = 'fail', name = 'faults', language = 'pt' } = config;
      const faultsOf = checkOf(config, parameters);
      return async (row) => {
        const faults = (await faultsOf(row)).slice(0, mostFaults);
        if (faults.length === 0) return [{ value: row }];
        if (otherwise === 'fail') throw invalid(faults);
        const told = faults.map(({ field, message }) => ({ field, message: message[language] }));
        return [{ port: 'invalid', value: { ...row, [name]: told } }];
      };
    },
  },
  example: {
    config: {
      rules: [
        { field: 'codigo', rule: 'filled' },
        { field: 'preco', rule: 'at-least', value: '0,01', message: 'Sem preço de venda' },
        { field: 'ean', rule: 'ean' },
      ],
      otherwise: 'port',
      name: 'faults',
    },
    input: [
      { codigo: 'SKU-1', preco: '1.299,90', ean: '7891000315507' },
      { codigo: 'SKU-2', preco: '0,00', ean: '' },
    ],
    output: {
      out: [{ codigo: 'SKU-1', preco: '1.299,90', ean: '7891000315507' }],
      invalid: [
        {
          codigo: 'SKU-2',
          preco: '0,00',
          ean: '',
          faults: [{ field: 'preco', message: 'Sem preço de venda' }],
        },
      ],
    },
  },
});

type FaultsOf = (row: Record<string, Json>) => RowFault[] | Promise<RowFault[]>;

function checkOf(config: Config, parameters: Readonly<Record<string, Json>>): FaultsOf {
  if (config.by === 'schema') return schemaCheck(config.schema ?? '');
  const rules = rowRules(config.rules, parameters);
  return async (row) => {
    const faults: RowFault[] = [];
    for (const rule of rules) {
      const fault = await rule(row);
      if (fault) faults.push(fault);
    }
    return faults;
  };
}

function invalid(faults: readonly RowFault[]): UserError {
  const inLanguage = (locale: Locale) =>
    faults.map(({ field, message }) => `${field}: ${message[locale]}`).join(' ');
  const reason = Object.fromEntries(locales.map((locale) => [locale, inLanguage(locale)]));
  return new UserError('nodes.row-invalid', { values: { reason, count: faults.length } });
}
