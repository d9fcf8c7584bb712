// Draws a first flow from a person's answers and rows of their own: boxes, arrows, and mappings as far as they are sure.
// Pure: the same answers, the same drawing. What is not sure stays open, and is named.
import { emptyFlow, type FlowDocument, type FlowNode } from '../document';
import { fieldFor, type Field, type MappingLine, type MappingTarget } from '../field';
import type { Json, Row } from '../json';
import { suggestMapping, sureFrom } from '../mapping/suggest';
import type { Catalogue, NodeDescription } from '../node';
import type { StartAnswers } from './answers';
import { changedBox } from './changed-box';
import { planOf, type PlannedBox } from './plan';
import { openNote, slotNames } from './words';

/** A place that only the person can fill. */
export interface OpenPlace {
  /** The box's id. */
  node: string;
  /** The field of its form. */
  field: string;
  /** The target within it, where the field is a mapping. */
  target?: string;
  /** How the form calls it. */
  name: Field['name'];
}

export interface StartedFlow {
  document: FlowDocument;
  /** The box that the sample belongs to. */
  source: string;
  open: readonly OpenPlace[];
}

const apart = 300;
const line = 200;

/** Throws nothing a person could cause: a box the catalogue does not have is left out. */
export function startFlow(answers: StartAnswers, catalogue: Catalogue): StartedFlow {
  const planned = planOf(answers).filter(({ type }) => catalogue.has(type));
  const boxes = planned.map((box) => draw(box, catalogue.get(box.type)!, answers.sample));
  const changed = changedBox(answers, boxes, catalogue);
  const [source, ...rest] = boxes;
  const drawn = source && changed ? [source, changed, ...rest] : boxes;
  const open = boxes.flatMap(({ open: places }) => places);
  const document = emptyFlow(answers.name);
  for (const slot of ['erp', 'store'] as const) {
    if (!planned.some((box) => box.slot === slot)) continue;
    document.slots[slot] = {
      kind: slot === 'store' ? 'vtex' : 'http',
      name: slotNames[slot][answers.locale],
    };
  }
  drawn.forEach(({ id, node }, index) => {
    document.nodes[id] = node;
    document.layout.nodes[id] = { x: index * apart, y: line };
    const before = drawn[index - 1];
    if (before) document.edges.push({ from: { node: before.id, port: 'out' }, to: { node: id, port: 'in' } });
  });
  if (answers.pace === 'schedule') {
    document.settings = { overlap: 'skip' };
    if (answers.schedule) document.schedule = answers.schedule;
  }
  const note = openNote(open, document, catalogue, answers.locale);
  if (note) {
    const height = 60 + 20 * note.split('\n').length;
    document.layout.notes = [{ id: 'open', text: note, x: 0, y: line - height - 40, width: 460, height }];
  }
  return { document, source: source?.id ?? '', open };
}

/** A box with its settings, and what in them is still open. */
export interface DrawnBox {
  id: string;
  node: FlowNode;
  open: OpenPlace[];
}

function draw(planned: PlannedBox, description: NodeDescription, sample: readonly Row[]): DrawnBox {
  const { id, type, slot, given = {}, wanted = [] } = planned;
  const config: Record<string, Json> = { ...(slot && { connection: slot }), ...planned.config };
  const open: OpenPlace[] = [];
  for (const [field, declared] of Object.entries(description.fields)) {
    const known = fieldFor(declared, config);
    if (known.kind === 'mapping' && known.targets) {
      const lines = fill(known.targets, withGiven(sample, given), given);
      config[field] = lines;
      const before = open.length;
      const filled = new Set(lines.map(({ target }) => target));
      for (const target of known.targets)
        if ((target.required || wanted.includes(target.id)) && !filled.has(target.id))
          open.push({ node: id, field, target: target.id, name: target.name });
      if (known.required && lines.length === 0 && open.length === before)
        open.push({ node: id, field, name: known.name });
    } else if (isOpen(known, config, field)) open.push({ node: id, field, name: known.name });
  }
  return { id, node: { type, version: description.version, config }, open };
}

function isOpen(field: Field, config: Record<string, Json>, id: string): boolean {
  if (!field.required || config[id] !== undefined) return false;
  if ('default' in field && field.default !== undefined) return false;
  const { when } = field;
  return !when || (config[when.field] !== undefined && when.is.includes(config[when.field]!));
}

/** Only what may be taken without a look; the rest is proposed where mappings are filled in. */
function fill(
  targets: readonly MappingTarget[],
  rows: readonly Row[],
  given: Readonly<Record<string, string>>,
): MappingLine[] {
  const sure = new Map(
    suggestMapping(targets, rows)
      .filter(({ confidence }) => confidence >= sureFrom)
      .map(({ target, expression }) => [target, expression]),
  );
  return targets.flatMap(({ id }) => {
    const expression = given[id] ?? sure.get(id);
    return expression === undefined ? [] : [{ target: id, expression }];
  });
}

/** The rows as they are once the boxes in front have answered: `category.id` adds a category with an id. */
function withGiven(sample: readonly Row[], given: Readonly<Record<string, string>>): Row[] {
  const answered = Object.values(given)
    .map((path) => path.split('.'))
    .filter(([, member]) => member !== undefined);
  return sample.map((row) => ({
    ...row,
    ...Object.fromEntries(answered.map(([name = '', member = '']) => [name, { [member]: 1 }])),
  }));
}
