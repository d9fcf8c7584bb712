// What an expression gives for the first sample row, as it is typed.
import { useEffect, useMemo, useState } from 'react';
import { compileExpression, sentence, UserError, type CompiledExpression, type Json } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { useFieldScope } from './field-scope';

export type Outcome =
  | { kind: 'none' }
  | { kind: 'value'; value: Json | undefined }
  | { kind: 'fault'; code: string; values: UserError['values'] };

const none: Outcome = { kind: 'none' };

function fault(error: unknown): Outcome {
  if (!(error instanceof UserError)) throw error;
  return { kind: 'fault', code: error.code, values: error.values };
}

type Prepared = Outcome | CompiledExpression;

function prepared(expression: string): Prepared {
  if (expression.trim() === '') return none;
  try {
    return compileExpression(expression);
  } catch (error) {
    return fault(error);
  }
}

/** `none` without an expression or a row; a fault in the expression itself shows without a row too. */
export function useOutcome(expression: string): Outcome {
  const { rows, parameters } = useFieldScope();
  const row = rows[0];
  const [late, setLate] = useState<{ of: unknown; outcome: Outcome } | null>(null);
  const ready = useMemo(() => prepared(expression), [expression]);
  const now = useMemo((): Outcome | Promise<Json | undefined> => {
    if ('kind' in ready) return ready;
    if (!row) return none;
    try {
      const value = ready.evaluate(row, { params: parameters as Json });
      return value instanceof Promise ? value : { kind: 'value', value };
    } catch (error) {
      return fault(error);
    }
  }, [ready, row, parameters]);
  useEffect(() => {
    if (!(now instanceof Promise)) return;
    let current = true;
    const show = (outcome: Outcome) => current && setLate({ of: now, outcome });
    now.then((value) => show({ kind: 'value', value })).catch((error: unknown) => show(fault(error)));
    return () => {
      current = false;
    };
  }, [now]);
  if (!(now instanceof Promise)) return now;
  return late?.of === now ? late.outcome : none;
}

/** The sentence of a fault in the shown language. */
export function useFaultText(): (outcome: Outcome) => string | undefined {
  const { locale } = useLocale();
  return (outcome) => (outcome.kind === 'fault' ? sentence(outcome.code, outcome.values, locale) : undefined);
}
