// The flow as text: written so that a diff shows what changed, read so that no file can do harm.
import { edgeId, type FlowDocument, flowDocumentSchema } from './document';
import { UserError } from './errors';
import { nestingOf } from './validation/nesting';

const maxSize = 5_000_000;
const maxNesting = 100;

const order = [
  'format',
  'formatVersion',
  'name',
  'description',
  'slots',
  'parameters',
  'settings',
  'schedule',
  'nodes',
  'edges',
  'layout',
];

/** JSON with members and arrows in a fixed order, two spaces, a line end: equal flows give equal texts. */
export function serializeFlow(document: FlowDocument): string {
  const ids = new Map(document.edges.map((edge) => [edge, edgeId(edge)]));
  const edges = [...document.edges].sort((a, b) => compare(ids.get(a) ?? '', ids.get(b) ?? ''));
  const notes = document.layout.notes && [...document.layout.notes].sort((a, b) => compare(a.id, b.id));
  const groups = document.layout.groups && [...document.layout.groups].sort((a, b) => compare(a.id, b.id));
  const layout = { ...document.layout, ...(notes && { notes }), ...(groups && { groups }) };
  const flow = { ...document, edges, layout };
  const ordered = Object.fromEntries(
    order
      .filter((key) => Object.hasOwn(flow, key))
      .map((key) => [key, sorted(flow[key as keyof FlowDocument])]),
  );
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

/** What tells a reader what a thing is comes first; the rest goes by name. */
const leading = ['id', 'type', 'version', 'kind', 'name', 'disabled'];

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || compare(a, b));
  return Object.fromEntries(entries.map(([name, member]) => [name, sorted(member)]));
}

function rank(key: string): number {
  const at = leading.indexOf(key);
  return at < 0 ? leading.length : at;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Reads the text of a flow file. Throws UserError `flow.file-…` that says what is wrong with the file. */
export function parseFlow(text: string): FlowDocument {
  if (text.length > maxSize) {
    throw new UserError('flow.file-too-big', { values: { size: text.length, limit: maxSize } });
  }
  const value = parseJson(text.replace(/^\uFEFF/, ''));
  if (nestingOf(value) > maxNesting)
    throw new UserError('flow.file-too-deep', { values: { limit: maxNesting } });
  const { format, formatVersion } = (value ?? {}) as { format?: unknown; formatVersion?: unknown };
  if (format === 'eclusa/flow' && typeof formatVersion === 'number' && formatVersion > 1) {
    throw new UserError('flow.file-too-new', { values: { version: formatVersion } });
  }
  const parsed = flowDocumentSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const values = { path: issue?.path.join('.') || 'document', reason: issue?.message ?? '' };
  throw new UserError('flow.file-not-a-flow', { values, cause: parsed.error });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new UserError('flow.file-too-deep', { values: { limit: maxNesting }, cause });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError('flow.file-not-json', { values: { reason }, cause });
  }
}
