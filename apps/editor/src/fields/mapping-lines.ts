// Changes of a mapping's lines, the same for the side panel and the wide view. Pure.
import type { MappingLine, MappingTarget } from '@eclusa/flow';

/** The lines with `target` filled by `expression`, in the order of the targets; emptied lines are taken out. */
export function withTarget(
  lines: readonly MappingLine[],
  targets: readonly MappingTarget[],
  target: string,
  expression: string,
): MappingLine[] {
  const others = lines.filter((line) => line.target !== target);
  const next = expression === '' ? others : [...others, { target, expression }];
  const order = new Map(targets.map((one, index) => [one.id, index]));
  const at = (line: MappingLine) => order.get(line.target) ?? targets.length;
  return next.sort((a, b) => at(a) - at(b));
}

/** The lines with one of a person's own changed. */
export function withColumn(
  lines: readonly MappingLine[],
  index: number,
  part: Partial<MappingLine>,
): MappingLine[] {
  return lines.map((line, at) => (at === index ? { ...line, ...part } : line));
}

/** A name for a new column: the last name of a path, with a number when it is taken. */
export function freeName(lines: readonly MappingLine[], path: readonly string[]): string {
  const name = path.at(-1) ?? 'field';
  const taken = new Set(lines.map(({ target }) => target));
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}_${count}`;
  return free;
}

/** The expression a target has. */
export function expressionFor(lines: readonly MappingLine[], target: string): string {
  return lines.find((line) => line.target === target)?.expression ?? '';
}
