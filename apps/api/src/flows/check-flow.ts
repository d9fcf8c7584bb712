// Is a document a flow, and what is wrong with it? The rules are `flow`'s; this hands them the catalogue.
import {
  flowDocumentSchema,
  validateFlow,
  type Catalogue,
  type FlowBindings,
  type FlowDocument,
  type Json,
} from '@eclusa/flow';
import { catalogue } from '@eclusa/nodes';
import type { FlowProblemDto } from '../http/problem.dto';
import { Refusal } from '../http/refusal';

/** Connection ids by slot, and values by parameter. */
export interface Bound {
  slots: Readonly<Record<string, string>>;
  parameters: Readonly<Record<string, Json>>;
}

let known: Catalogue | undefined;

/** Made once: the catalogue does not change while a process lives. */
export function knownNodes(): Catalogue {
  return (known ??= catalogue());
}

/** The document as the flow schema sees it; throws 422 `api.flow-malformed` with what is wrong. */
export function parseFlow(document: unknown): FlowDocument {
  const parsed = flowDocumentSchema.safeParse(document);
  if (parsed.success) return parsed.data;
  const problems = problemsOf(document);
  const first = parsed.error.issues[0]?.path.join('.') || 'document';
  throw new Refusal(422, 'api.flow-malformed', { count: problems.length, first }, { problems });
}

/** All problems of a flow, errors first. With `bindings`, also what is not bound. */
export function problemsOf(document: unknown, bindings?: FlowBindings): FlowProblemDto[] {
  return validateFlow(document, knownNodes(), bindings) as FlowProblemDto[];
}

/** The same for a draft: a parameter without a value is a warning, since each store and each call may give its own. */
export function draftProblemsOf(document: FlowDocument, bindings: FlowBindings): FlowProblemDto[] {
  const problems = problemsOf(document, bindings).map((problem): FlowProblemDto =>
    ofBinding.has(problem.code) ? { ...problem, severity: 'warning' } : problem,
  );
  return [...errorsOf(problems), ...problems.filter((problem) => problem.severity === 'warning')];
}

const ofBinding = new Set(['flow.parameter-unset', 'flow.parameter-value']);

/** Those that keep a flow from being published. */
export function errorsOf(problems: readonly FlowProblemDto[]): FlowProblemDto[] {
  return problems.filter((problem) => problem.severity === 'error');
}
