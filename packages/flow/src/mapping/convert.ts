// What a field needs on its way to a target: its list, its way of writing, its unit. Pure.
import type { MappingTarget } from '../field';
import type { SourceField } from './field-tree';
import type { Origin, Recipe } from './recipe';
import type { Step, StepName, StepValues } from './steps';
import { readName, type Unit } from './words';

/** The recipe that takes `field` to `target`; a target without a description takes the value as it is. */
export function connect(field: SourceField, target?: Omit<MappingTarget, 'id' | 'name'>): Recipe {
  const origin = originOf(field, target?.type);
  return { origin, steps: target ? conversion(field, target) : [] };
}

function originOf(field: SourceField, type: MappingTarget['type'] | undefined): Origin {
  const { path: names, listAt } = field;
  if (listAt === undefined) return { kind: 'field', names };
  const isList = listAt === names.length - 1;
  if (isList && (type === undefined || type === 'list' || type === 'any')) return { kind: 'field', names };
  if (type === undefined || type === 'list') return { kind: 'field', names, take: 'each' };
  return { kind: 'field', names, take: 'first', at: listAt };
}

/** The steps between how a field is written and what the target takes. What may be missing may be empty. */
export function conversion(field: SourceField, target: Omit<MappingTarget, 'id' | 'name'>): Step[] {
  const steps = reading(field, target);
  return steps.length > 0 && field.gaps && !target.required ? [step('skipEmpty'), ...steps] : steps;
}

function reading(field: SourceField, target: Omit<MappingTarget, 'id' | 'name'>): Step[] {
  switch (target.type) {
    case 'number':
    case 'integer':
      return toNumber(field, target);
    case 'date':
      return field.writing === 'date-day-first' || field.writing === 'date-compact' ? [step('date')] : [];
    case 'boolean':
      return field.kind === 'text' && field.writing === 'yes-no' ? [step('yesNo', { yes: '' })] : [];
    default:
      return [];
  }
}

const step = (kind: StepName, values: StepValues = {}): Step => ({ kind, values });

function toNumber(field: SourceField, target: Omit<MappingTarget, 'id' | 'name'>): Step[] {
  const from = readName(field.path.at(-1) ?? '').unit;
  const to = unitOf(target);
  if (from === 'cents' && to === 'money') return [step('fromCents')];
  if (to === 'cents' && from !== 'cents') return [step('cents')];
  const factor = from && to && to !== 'money' ? factors[`${from} ${to}`] : undefined;
  const steps = [...asNumber(field, factor !== undefined)];
  if (factor !== undefined) steps.push(step('multiply', { by: factor }));
  // Floating point: 0.35 * 1000 is 350, 0.29 * 1000 is not 290 everywhere.
  if (to === 'g' && factor !== undefined) steps.push(step('round', { places: null }));
  return steps;
}

function asNumber(field: SourceField, calculated: boolean): Step[] {
  if (field.kind !== 'text' && field.kind !== 'list') return [];
  switch (field.writing) {
    case 'decimal-comma':
      return [step('number', { mark: ',' })];
    case 'decimal-dot':
      return [step('number', { mark: '.' })];
    case 'whole':
      return calculated ? [step('number', { mark: '.' })] : [];
    default:
      return field.samples.length > 0 && field.kind === 'text' ? [step('number', { mark: '' })] : [];
  }
}

const factors: Readonly<Record<string, number>> = {
  'kg g': 1000,
  'g kg': 0.001,
  'mm cm': 0.1,
  'm cm': 100,
  'cm m': 0.01,
};

/** The unit a target asks for, read from its English name. */
export function unitOf(target: Pick<MappingTarget, 'unit'>): Unit | 'money' | undefined {
  const unit = target.unit?.en.toLowerCase() ?? '';
  if (unit.startsWith('gram')) return 'g';
  if (unit.startsWith('cents')) return 'cents';
  if (unit.includes('currency')) return 'money';
  if (unit.startsWith('metre')) return 'm';
  return unit === 'kg' || unit === 'cm' ? unit : undefined;
}
