// What a chip says: the step's name and what it was told, as short as it stays clear. Pure.
import type { TFunction } from 'i18next';
import type { Json, Step } from '@eclusa/flow';

const quoted = (value: Json | undefined): string =>
  typeof value === 'string' ? `“${value.slice(0, 14)}”` : JSON.stringify(value ?? null);

/** The step in a few words of the shown language. */
export function stepText({ kind, values }: Step, t: TFunction): string {
  const name = t(`mapping.step.${kind}.name`);
  const detail = detailOf({ kind, values }, t);
  return detail === '' ? name : `${name} ${detail}`;
}

function detailOf({ kind, values }: Step, t: TFunction): string {
  switch (kind) {
    case 'number':
      return values['mark'] === ',' ? '1.299,90' : values['mark'] === '.' ? '1,299.90' : '';
    case 'multiply':
      return `× ${String(values['by'])}`;
    case 'divide':
      return `÷ ${String(values['by'])}`;
    case 'add':
      return String(values['by']);
    case 'round':
      return values['places'] === null ? '' : String(values['places']);
    case 'atLeast':
      return String(values['min']);
    case 'truncate':
      return String(values['length']);
    case 'substring':
      return [values['from'], values['length']].filter((value) => value !== null).join(', ');
    case 'replace':
      return `${quoted(values['find'])} → ${quoted(values['with'])}`;
    case 'part':
      return `${quoted(values['mark'])} ${String(values['at'])}`;
    case 'append':
      return (values['fields'] as string[]).join(', ');
    case 'whenEmpty':
      return quoted(values['value']);
    case 'yesNo':
      return values['yes'] === '' ? '' : quoted(values['yes']);
    case 'lookup':
      return `(${(values['pairs'] as Json[]).length})`;
    case 'when':
      return `${t(`mapping.choice.${values['test'] as 'is'}`)} ${quoted(values['value'])}`;
    case 'joinList':
      return quoted(values['separator']);
    default:
      return '';
  }
}
