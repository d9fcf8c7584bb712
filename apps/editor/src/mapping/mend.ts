// What would make a value fit that does not: one click each, in the order of likelihood. Pure.
import {
  conversion,
  readRecipe,
  recipeExpression,
  type Json,
  type MappingTarget,
  type SourceField,
  type Step,
} from '@eclusa/flow';

export type MendKind = 'comma' | 'dot' | 'steps' | 'round' | 'truncate';

export interface Mending {
  kind: MendKind;
  steps: readonly Step[];
  expression: string;
}

const markOf = (mark: ',' | '.'): Step => ({ kind: 'number', values: { mark } });

/** Nothing where only a person can know. `field` describes what the expression starts with, when rows are known. */
export function mendings(
  expression: string,
  code: string,
  target: MappingTarget | undefined,
  field: SourceField | undefined,
  value?: Json,
): Mending[] {
  const recipe = readRecipe(expression);
  if (!recipe || recipe.origin.kind !== 'field') return [];
  const { origin, steps } = recipe;
  const mending = (kind: MendKind, next: readonly Step[]): Mending => ({
    kind,
    steps: next,
    expression: recipeExpression({ origin, steps: next }),
  });
  if (value === '' && !target?.required) {
    return [mending('steps', [{ kind: 'skipEmpty', values: {} }, ...steps])];
  }
  const others = steps.filter(({ kind }) => kind !== 'number');
  const found: Mending[] = [];
  if (code === 'expression.ambiguous-number' || code === 'expression.not-a-number' || isNumberFault(code)) {
    const [mark, other] = field?.writing === 'decimal-dot' ? (['.', ','] as const) : ([',', '.'] as const);
    const text = field?.kind !== 'number' && looksNumeric(field);
    const now = steps.find(({ kind }) => kind === 'number')?.values['mark'];
    for (const each of text ? [mark, other] : []) {
      if (each !== now) found.push(mending(each === ',' ? 'comma' : 'dot', [markOf(each), ...others]));
    }
    // What the field is known to need says more than a mark alone: it knows the unit.
    const needed = field && target && steps.length === 0 ? conversion(field, target) : [];
    if (needed.length > 1) return [mending('steps', needed)];
    if (field?.writing === 'decimal-comma' || field?.writing === 'decimal-dot') return found.slice(0, 1);
    return found;
  }
  if (code === 'nodes.value-not-whole')
    return [mending('round', [...steps, { kind: 'round', values: { places: null } }])];
  if (code === 'nodes.value-too-long' && target?.maxLength !== undefined) {
    return [
      mending('truncate', [...steps, { kind: 'truncate', values: { length: target.maxLength as Json } }]),
    ];
  }
  const needed = field && target && steps.length === 0 ? conversion(field, target) : [];
  return needed.length > 0 ? [mending('steps', needed)] : [];
}

const isNumberFault = (code: string): boolean =>
  code === 'nodes.value-not-a-number' || code === 'expression.operand-not-number';

const looksNumeric = (field: SourceField | undefined): boolean =>
  field === undefined || field.samples.some((sample) => typeof sample === 'string' && /\d/.test(sample));
