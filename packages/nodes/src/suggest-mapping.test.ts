// How well proposed mappings fit real tables: measured against labels, with the catalogue's own targets.
import { suggestMapping, sureFrom, type MappingTarget, type Suggestion } from '@eclusa/flow';
import { catalogue } from './index';
import { labelledTables } from './suggest-labels.testing';

interface Judged {
  right: number;
  wrong: string[];
  missed: string[];
  proposed: number;
  labelled: number;
}

function targetsOf(box: string): readonly MappingTarget[] {
  const field = catalogue().get(box)?.fields['mapping'];
  if (field?.kind !== 'mapping' || !field.targets) throw new Error(`${box} has no targets`);
  return field.targets;
}

/** The field a suggestion reads, or the literal at the end of a usual value. */
function sourceOf({ field, expression }: Suggestion): string {
  return field?.join('.') ?? expression.slice(expression.lastIndexOf(':') + 1).trim();
}

function judge(from: number): Judged {
  const sum: Judged = { right: 0, wrong: [], missed: [], proposed: 0, labelled: 0 };
  for (const { name, rows, boxes } of labelledTables) {
    for (const [box, labels] of Object.entries(boxes)) {
      const found = suggestMapping(targetsOf(box), rows).filter(({ confidence }) => confidence >= from);
      sum.proposed += found.length;
      sum.labelled += Object.keys(labels).length;
      for (const one of found) {
        if (labels[one.target] === sourceOf(one)) sum.right += 1;
        else sum.wrong.push(`${name} ${box} ${one.target}: ${sourceOf(one)} ${one.confidence}`);
      }
      const got = new Set(
        found.filter((one) => labels[one.target] === sourceOf(one)).map((one) => one.target),
      );
      for (const target of Object.keys(labels)) {
        if (!got.has(target)) sum.missed.push(`${name} ${box} ${target}: ${labels[target]}`);
      }
    }
  }
  return sum;
}

const percent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10;

test('nearly all proposals are right, and nearly everything a person would map is proposed', () => {
  const { right, proposed, labelled, wrong, missed } = judge(0);
  const figures = { precision: percent(right, proposed), recall: percent(right, labelled), wrong, missed };
  expect(figures.precision > 97 && figures.recall > 96 ? [] : figures).toEqual([]);
});

test('what is taken without a look is right', () => {
  const { right, proposed, wrong } = judge(sureFrom);
  expect(percent(right, proposed) > 98 && proposed > 150 ? [] : wrong).toEqual([]);
});

test('a proposal reads the value as it is written, and its unit', () => {
  const byTarget = (box: string, table: string) => {
    const { rows } = labelledTables.find(({ name }) => name === table)!;
    return new Map(suggestMapping(targetsOf(box), rows).map((one) => [one.target, one.expression]));
  };
  const bling = byTarget('vtex.sku-upsert', 'Bling');
  expect(bling.get('PackagedWeightKg')).toBe('$round($parseNumber(`Peso bruto (Kg)`, ",") * 1000)');
  expect(bling.get('PackagedHeight')).toBe('$parseNumber(`Altura do Produto`, ",")');
  expect(byTarget('vtex.order-invoice', 'invoices').get('invoiceValue')).toBe('$cents(`Valor Nota`)');
  expect(byTarget('vtex.product-upsert', 'VTEX sheet').get('ReleaseDate')).toBe(
    '$parseDate(_DataLancamentoProduto)',
  );
});

test('every proposal says why in words of each language', () => {
  const { rows } = labelledTables[0]!;
  for (const { reasons } of suggestMapping(targetsOf('vtex.sku-upsert'), rows)) {
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) {
      for (const sentence of [reason.en, reason.es, reason.pt])
        expect(sentence).not.toMatch(/\{\w+\}|mapping\./);
    }
  }
});
