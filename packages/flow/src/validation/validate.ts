// Everything that is wrong with a flow, in words, before a row goes through it.
import type { z } from 'zod';
import { type FlowDocument, flowDocumentSchema } from '../document';
import type { Catalogue } from '../node';
import { checkCalled } from './called';
import { checkChanges } from './changes';
import { checkCreates } from './creates';
import { checkEdges } from './edges';
import { checkNodes } from './nodes';
import { nestingOf } from './nesting';
import { error, type Problem } from './problem';
import { checkSettings } from './settings';
import { checkParameters, checkSlots, type FlowBindings } from './slots';

const maxNodes = 1_000;
/** Levels of a whole document. The schema check goes down level by level and must not run out of stack. */
const maxNesting = 100;
const maxSchemaProblems = 50;

/**
 * All problems of a flow: errors first, then warnings, each in the order of the document. `document` may be anything;
 * what does not have the form of a flow is told as such. With `bindings`, also what an installation still needs.
 */
export function validateFlow(document: unknown, catalogue: Catalogue, bindings?: FlowBindings): Problem[] {
  if (nestingOf(document) > maxNesting) {
    return [error('flow.malformed', {}, { path: 'document', reason: `more than ${maxNesting} levels` })];
  }
  const parsed = flowDocumentSchema.safeParse(document);
  if (!parsed.success) return parsed.error.issues.slice(0, maxSchemaProblems).map(malformed);
  const flow: FlowDocument = parsed.data;
  const count = Object.keys(flow.nodes).length;
  if (count > maxNodes) return [error('flow.too-many-nodes', {}, { count, limit: maxNodes })];
  const problems = [
    ...checkNodes(flow, catalogue),
    ...checkEdges(flow, catalogue),
    ...checkCalled(flow, catalogue),
    ...checkChanges(flow, catalogue),
    ...checkCreates(flow, catalogue),
    ...checkSlots(flow, catalogue, bindings),
    ...checkParameters(flow, bindings),
    ...checkSettings(flow),
  ];
  return [
    ...problems.filter(({ severity }) => severity === 'error'),
    ...problems.filter(({ severity }) => severity === 'warning'),
  ];
}

function malformed(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map(String);
  const [part, id, ...rest] = path;
  const values = { path: path.join('.') || 'document', reason: issue.message };
  if (part === 'nodes' && id !== undefined) {
    const field = rest.length > 0 ? rest.join('.') : undefined;
    return error('flow.malformed', { node: id, ...(field !== undefined && { field }) }, values);
  }
  if (part === 'slots' && id !== undefined) return error('flow.malformed', { slot: id }, values);
  if (part === 'parameters' && id !== undefined) return error('flow.malformed', { parameter: id }, values);
  if (part === 'settings' && id !== undefined) return error('flow.malformed', { setting: id }, values);
  return error('flow.malformed', {}, values);
}
