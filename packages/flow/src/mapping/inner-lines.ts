// Mappings within an expression: an object written member by member, or such an object for every entry of a list.
import type { MappingLine } from '../field';
import { pathOf } from './path';
import type { Origin } from './recipe';

/** Where nothing of the language is looked at: texts and quoted names. */
const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/;

/** The origin an expression such as `{"a": b}` or `[items.{"a": b}]` stands for, or null. Whether it is true is the caller's to check. */
export function innerLines(source: string): Extract<Origin, { kind: 'object' | 'list' }> | null {
  if (source.startsWith('{') && source.endsWith('}')) {
    const lines = membersOf(source.slice(1, -1));
    return lines && { kind: 'object', lines };
  }
  const list = /^\[\s*([^{]*?)\s*\.\s*\{([\s\S]*)\}\s*\]$/.exec(source);
  const names = list && pathOf(list[1]!);
  const lines = list && membersOf(list[2]!);
  return names && lines ? { kind: 'list', names, lines } : null;
}

function membersOf(inside: string): MappingLine[] | null {
  if (inside.trim() === '') return [];
  const lines: MappingLine[] = [];
  for (const member of splitAt(inside, ',')) {
    const [name = '', ...rest] = splitAt(member, ':');
    // A colon further on belongs to a condition.
    const expression = rest.join(':').trim();
    const target = textOf(name.trim());
    if (target === null || expression === '') return null;
    lines.push({ target, expression });
  }
  return lines;
}

function textOf(literal: string): string | null {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** The pieces between marks that stand outside brackets and texts. */
function splitAt(source: string, mark: string): string[] {
  const pieces: string[] = [''];
  let depth = 0;
  for (let at = 0; at < source.length;) {
    const text = quoted.exec(source.slice(at))?.[0];
    const piece = text ?? source[at]!;
    at += piece.length;
    if ('([{'.includes(piece)) depth += 1;
    if (')]}'.includes(piece)) depth -= 1;
    if (piece === mark && depth === 0) pieces.push('');
    else pieces[pieces.length - 1] += piece;
  }
  return pieces;
}
