// Proposes which field of the rows fills which target, how sure that is, and why. Pure: the same rows, the same answer.
import { compileExpression } from '../expression/expression';
import { UserError } from '../errors';
import type { MappingTarget } from '../field';
import type { Json, Row } from '../json';
import { sentences } from '../messages/index';
import { locales, type Text } from '../text';
import { connect } from './convert';
import { allFields, fieldTree, type SourceField } from './field-tree';
import { likeness, meaningOf, type Likeness } from './likeness';
import { pathExpression } from './path';
import { recipeExpression } from './recipe';
import { readName } from './words';

export interface Suggestion {
  /** The target's id. */
  target: string;
  expression: string;
  /** The field it comes from; absent for a usual value that needs none. */
  field?: readonly string[];
  /** 0 to 1. */
  confidence: number;
  /** Why, the strongest first. */
  reasons: readonly Text[];
}

/** From here on a suggestion may be taken without looking at it. */
export const sureFrom = 0.8;
/** Below it nothing is said at all. */
const leastSure = 0.5;
/** A field that already fills something is less likely to fill a second thing. */
const usedAgain = 0.82;
const compared = 20;

interface Candidate {
  target: MappingTarget;
  field?: SourceField;
  /** Written only when chosen. */
  expression: () => string;
  score: number;
  reasons: Reason[];
}

interface Reason {
  code: string;
  values: Record<string, Json>;
}

/** At most one suggestion for each target, in the order of the targets. */
export function suggestMapping(targets: readonly MappingTarget[], rows: readonly Row[]): Suggestion[] {
  const fields = allFields(fieldTree(rows));
  const usable = fields.filter(({ kind }) => kind !== 'group');
  const subject = subjectOf(targets);
  const candidates = targets.flatMap((target) => [
    ...usual(target, rows, usable),
    ...usable.map((field) => byMeaning(target, field, subject)).filter(({ score }) => score >= leastSure),
  ]);
  const chosen = assign(candidates);
  return targets.flatMap((target) => {
    const found = chosen.get(target.id);
    return found ? [shown(found, candidates)] : [];
  });
}

/** Whether the targets are those of a product or of a SKU, where names may say "product" or "SKU". */
function subjectOf(targets: readonly MappingTarget[]): 'of-product' | 'of-sku' | undefined {
  const has = (id: string) => targets.some((target) => target.id.toLowerCase() === id);
  if (has('productid')) return 'of-sku';
  return has('categoryid') ? 'of-product' : undefined;
}

function shown(chosen: Candidate, all: readonly Candidate[]): Suggestion {
  const { target, field, score } = chosen;
  const rival = all.find(
    (other) => other.target === target && other.field && other.field !== field && other.score > score - 0.06,
  );
  const doubt = rival && score < 0.99;
  const reasons = doubt
    ? [...chosen.reasons, { code: 'mapping.rival', values: { field: named(rival.field!) } }]
    : chosen.reasons;
  return {
    target: target.id,
    expression: chosen.expression(),
    ...(field && { field: field.path }),
    confidence: Math.round(Math.min(1, Math.max(0, score - (doubt ? 0.1 : 0))) * 100) / 100,
    reasons: reasons.map(({ code, values }) => sentences(code, values)),
  };
}

/** What is needed is filled first, then what boxes have a proposal for, then the rest; the best pairs first. */
function assign(candidates: readonly Candidate[]): Map<string, Candidate> {
  const chosen = new Map<string, Candidate>();
  const used = new Set<string>();
  const turnOf = ({ target }: Candidate) => (target.required ? 0 : target.suggest !== undefined ? 1 : 2);
  for (const turn of [0, 1, 2]) {
    const worth = ({ field, score }: Candidate) => {
      const again = field !== undefined && used.has(named(field));
      return again ? (turn === 0 ? score * usedAgain : 0) : score;
    };
    let open = candidates.filter((candidate) => turnOf(candidate) === turn);
    while (open.length > 0) {
      const best = open.reduce((first, other) => (worth(other) > worth(first) ? other : first));
      if (worth(best) < leastSure) break;
      chosen.set(best.target.id, { ...best, score: worth(best) });
      if (best.field) used.add(named(best.field));
      open = open.filter(({ target }) => target !== best.target);
    }
  }
  return chosen;
}

const named = (field: SourceField): string => field.path.join('.');

function byMeaning(
  target: MappingTarget,
  field: SourceField,
  subject: 'of-product' | 'of-sku' | undefined,
): Candidate {
  const alike = bestLikeness(target, field);
  const evidence = fitOf(target, field);
  const barcode = field.writing === 'ean' && meaningOf(target.id).strong.some((ids) => ids.has('barcode'));
  const reasons: Reason[] = [];
  if (alike.score > 0) reasons.push({ code: `mapping.${alike.because}`, values: { field: named(field) } });
  if (barcode) reasons.push({ code: 'mapping.barcode', values: { field: named(field) } });
  else if (evidence > 1) reasons.push({ code: 'mapping.values-fit', values: { value: example(field) } });
  else if (evidence < 0.9) reasons.push({ code: 'mapping.values-differ', values: { value: example(field) } });
  const score = Math.min(1, alike.score * evidence) - aboutOther(field, subject);
  return {
    target,
    field,
    expression: () => recipeExpression(connect(field, target)),
    score: barcode ? Math.max(score, 0.78) : score,
    reasons,
  };
}

/** A SKU's name is not the product's. */
function aboutOther(field: SourceField, subject: 'of-product' | 'of-sku' | undefined): number {
  const words = readName(field.path.at(-1)!).words;
  const isSku = words.some((word) => /^(?:sku|varia(?:nt|nte|cao|cion))$/.test(word));
  const isProduct = words.some((word) => /^produ(?:to|cto|ct)$/.test(word));
  if (subject === undefined || isSku === isProduct) return 0;
  return (subject === 'of-sku') === isSku ? 0 : 0.08;
}

function example(field: SourceField): Json {
  const value = field.samples[0] ?? null;
  return typeof value === 'string' ? value.slice(0, 40) : value;
}

function bestLikeness(target: MappingTarget, field: SourceField): Likeness {
  const names = [target.id, ...locales.map((locale) => target.name[locale])];
  const last = field.path.at(-1)!;
  const full = field.path.slice(-2).join(' ');
  let best: Likeness = { score: 0, because: 'shared-words' };
  for (const name of names) {
    for (const source of field.path.length > 1 ? [last, full] : [last]) {
      const found = likeness(meaningOf(source), meaningOf(name));
      if (found.score > best.score) best = found;
    }
  }
  // A field deep within a group is about the group first.
  return { ...best, score: best.score * (1 - 0.03 * (field.path.length - 1)) };
}

/** What the values say: above 1 for the target, below against it. */
function fitOf(target: MappingTarget, field: SourceField): number {
  const { kind, writing } = field;
  if (kind === 'nothing') return 1;
  const listed = kind === 'list' && target.type !== 'list' ? 0.5 : 1;
  switch (target.type) {
    case 'number':
    case 'integer': {
      const written = writing === 'whole' || writing?.startsWith('decimal');
      const numeric = kind === 'number' || written || writing === 'ean';
      return listed * (numeric ? 1.05 : kind === 'text' && isNumberlike(field) ? 1 : 0.3);
    }
    case 'boolean':
      return listed * (kind === 'yes-no' || writing === 'yes-no' || isBits(field) ? 1.05 : 0.35);
    case 'date':
      return listed * (writing?.startsWith('date-') ? 1.05 : 0.3);
    case 'list':
      return kind === 'list' ? 1.05 : 0.8;
    case 'object':
      return 0.3;
    default:
      return listed * (kind === 'yes-no' || writing === 'yes-no' ? 0.6 : 1);
  }
}

const isNumberlike = (field: SourceField): boolean =>
  field.samples.some((sample) => typeof sample === 'string' && /^\D{0,3}\d[\d.,]*$/.test(sample.trim()));

const isBits = (field: SourceField): boolean =>
  field.samples.every((sample) => sample === 0 || sample === 1 || sample === '0' || sample === '1');

/** What the target itself proposes, where it gives values for these rows. */
function usual(target: MappingTarget, rows: readonly Row[], fields: readonly SourceField[]): Candidate[] {
  const { suggest } = target;
  if (suggest === undefined) return [];
  const plain = (score: number, code: string, values: Reason['values'] = {}): Candidate => ({
    target,
    expression: () => suggest,
    score,
    reasons: [{ code, values }],
  });
  if (rows.length === 0) return [plain(0.6, 'mapping.usual-unseen')];
  const values = valuesOf(suggest, rows);
  const filled = values?.filter((value) => value !== undefined && value !== null && value !== '') ?? [];
  if (!values || filled.length < values.length / 2) return [];
  const mentioned = new Set(suggest.match(/(?<![$\p{L}\p{N}_])[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
  const known = fields.filter(({ path }) => mentioned.has(path[0]!));
  if (known.length === 0) return target.required ? [plain(0.55, 'mapping.usual-value')] : [];
  const same = known.find((field) => {
    const own = valuesOf(recipeExpression(connect(field, target)), rows);
    return own && JSON.stringify(own) === JSON.stringify(values);
  });
  const field = same ?? known[0]!;
  return [
    {
      ...plain(0.92, 'mapping.usual', { field: named(field) }),
      field,
      ...(same && { expression: () => recipeExpression(connect(same, target)) }),
    },
  ];
}

/** The values for the first rows; null when the expression fails for one of them or cannot answer at once. */
function valuesOf(expression: string, rows: readonly Row[]): (Json | undefined)[] | null {
  try {
    const compiled = compileExpression(expression);
    if (!compiled.fast) return null;
    return rows.slice(0, compared).map((row) => compiled.evaluate(row, { params: {} }) as Json | undefined);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** A column for every field of the rows, numbers and dates read as what they are: a start for a mapping without targets. */
export function suggestColumns(rows: readonly Row[]): { target: string; expression: string }[] {
  return fieldTree(rows).map((field) => {
    const type = typeFor(field);
    const recipe = connect(field, type && { type });
    return { target: pathExpression(field.path).replaceAll('`', ''), expression: recipeExpression(recipe) };
  });
}

function typeFor(field: SourceField): MappingTarget['type'] | undefined {
  if (field.kind !== 'text') return undefined;
  if (field.writing === 'decimal-comma' || field.writing === 'decimal-dot') return 'number';
  return field.writing === 'date-day-first' ? 'date' : undefined;
}
