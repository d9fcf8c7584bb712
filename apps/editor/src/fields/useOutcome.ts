// What an expression gives for the shown sample row, as it is typed, and whether the target takes it.
import { useEffect, useMemo, useState } from 'react';
import {
  coerceValue,
  compileExpression,
  EclusaError,
  sentence,
  type CompiledExpression,
  type ErrorValues,
  type Json,
  type MappingTarget,
} from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { useFieldScope, useSampleRow } from './field-scope';

export type Outcome =
  | { kind: 'none' }
  | { kind: 'value'; value: Json | undefined }
  /** `value` is what came out before the target refused it. */
  | { kind: 'fault'; code: string; values: ErrorValues; value?: Json };

const none: Outcome = { kind: 'none' };
/** A formula outside the compiled language can take long; it waits for a pause in typing. */
const pause = 250;

function fault(error: unknown, value?: Json): Outcome {
  if (!(error instanceof EclusaError)) throw error;
  return { kind: 'fault', code: error.code, values: error.values, ...(value !== undefined && { value }) };
}

type Prepared = Outcome | CompiledExpression;

/** The compiled expression, or what is wrong with it. */
export function prepared(expression: string): Prepared {
  if (expression.trim() === '') return none;
  try {
    return compileExpression(expression);
  } catch (error) {
    return fault(error);
  }
}

/** The value as the target takes it, by the rule a run follows. */
function fitted(value: Json | undefined, target: MappingTarget | undefined): Outcome {
  if (!target) return { kind: 'value', value };
  try {
    return { kind: 'value', value: coerceValue(target.id, target, value, true) };
  } catch (error) {
    return fault(error, value);
  }
}

/** The outcome for one row; a Promise where the formula needs the interpreter. */
export function outcomeOf(
  ready: Prepared,
  row: Json | undefined,
  parameters: Readonly<Record<string, Json>>,
  target?: MappingTarget,
): Outcome | (() => Promise<Outcome>) {
  if ('kind' in ready) return ready;
  if (row === undefined) return none;
  const variables = { params: { ...parameters } };
  if (!ready.fast) {
    return async () => {
      try {
        return fitted(await ready.evaluate(row, variables), target);
      } catch (error) {
        return fault(error);
      }
    };
  }
  try {
    return fitted(ready.evaluate(row, variables) as Json | undefined, target);
  } catch (error) {
    return fault(error);
  }
}

/** `none` without an expression or a row; a fault in the expression itself shows without a row too. */
export function useOutcome(expression: string, target?: MappingTarget): Outcome {
  const { parameters } = useFieldScope();
  const row = useSampleRow();
  const [late, setLate] = useState<{ of: unknown; outcome: Outcome } | null>(null);
  const ready = useMemo(() => prepared(expression), [expression]);
  const now = useMemo(() => outcomeOf(ready, row, parameters, target), [ready, row, parameters, target]);
  useEffect(() => {
    if (typeof now !== 'function') return;
    let current = true;
    const timer = window.setTimeout(() => {
      void now().then((outcome) => current && setLate({ of: now, outcome }));
    }, pause);
    return () => {
      current = false;
      window.clearTimeout(timer);
    };
  }, [now]);
  if (typeof now !== 'function') return now;
  return late?.of === now ? late.outcome : none;
}

/** The sentence of a fault in the shown language. */
export function useFaultText(): (outcome: Outcome) => string | undefined {
  const { locale } = useLocale();
  return (outcome) => (outcome.kind === 'fault' ? sentence(outcome.code, outcome.values, locale) : undefined);
}

/** A value as it stands in a line. */
export function shortText(value: Json | undefined): string {
  if (typeof value === 'string') return `"${value}"`;
  return JSON.stringify(value) ?? '';
}
