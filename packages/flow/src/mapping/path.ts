// Paths into a row as people pick them, written as expressions and read back. Evaluates nothing.

const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const words = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);
const onePart = /^(?:`[^`]+`|[\p{L}_][\p{L}\p{N}_]*)$/u;
const parts = /`[^`]*`|[^.`]+/gu;

/** The names of a path such as `` a.`b c` ``, or null when the expression is no plain path. */
export function pathOf(expression: string): string[] | null {
  const source = expression.trim();
  const found = source.match(parts) ?? [];
  if (source === '' || found.join('.') !== source) return null;
  if (!found.every((part) => onePart.test(part) && !words.has(part))) return null;
  return found.map((part) => part.replaceAll('`', ''));
}

/** A path as an expression; names that are no plain words are quoted. */
export function pathExpression(names: readonly string[]): string {
  return names
    .map((name) => (plainName.test(name) && !words.has(name) ? name : `\`${name.replaceAll('`', '')}\``))
    .join('.');
}
