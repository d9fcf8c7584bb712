// The problems of a flow, as lines for a person.
import type { FlowDocument, Locale, Problem } from '@eclusa/flow';
import { label } from './sentences';

/** One line each: where, how bad, what to do. */
export function problemLines(problems: readonly Problem[], document: FlowDocument, locale: Locale): string[] {
  return problems.map((problem) => {
    const place = problem.node
      ? (document.nodes[problem.node]?.name ?? problem.node)
      : (problem.edge ?? problem.slot ?? problem.parameter ?? problem.setting ?? label('flow', locale));
    const field = problem.field ? ` (${problem.field})` : '';
    return `  ${label(problem.severity, locale)} · ${place}${field}: ${problem.text[locale]}`;
  });
}

/** True when something keeps the flow from running. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}
