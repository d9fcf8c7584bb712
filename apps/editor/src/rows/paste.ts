// Rows out of what a person pastes: cells of a spreadsheet (tabs, or a CSV with semicolons or commas) or JSON. Pure.
import { isJson, isJsonObject, type Row } from '@eclusa/flow';

/** `json`: no object or list of objects. `titles`: no line of titles with values below. `twice`: a title comes twice. */
export type PasteFault = 'json' | 'titles' | 'twice';

export type Pasted = { rows: Row[] } | { fault: PasteFault };

/** Values of a spreadsheet stay texts, as a CSV file has them; lines without any value are left out. */
export function parsePasted(text: string): Pasted {
  const trimmed = text.trim();
  return /^[[{]/.test(trimmed) ? fromJson(trimmed) : fromCells(text);
}

function fromJson(text: string): Pasted {
  try {
    const value: unknown = JSON.parse(text);
    const rows = Array.isArray(value) ? value : [value];
    return rows.length > 0 && rows.every((row) => isJsonObject(row) && isJson(row))
      ? { rows: rows as Row[] }
      : { fault: 'json' };
  } catch {
    return { fault: 'json' };
  }
}

function fromCells(text: string): Pasted {
  const separator = separatorOf(text);
  const lines = cellsOf(text, separator).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const [head = [], ...body] = lines;
  const titles = head.map((title) => title.replace(/^\uFEFF/, '').trim());
  const named = titles.filter((title) => title !== '');
  if (named.length === 0 || body.length === 0) return { fault: 'titles' };
  if (new Set(named).size < named.length) return { fault: 'twice' };
  return { rows: body.map((cells) => rowOf(titles, cells)) };
}

function rowOf(titles: readonly string[], cells: readonly string[]): Row {
  const members = titles.map((title, at): [string, string] => [title, cells[at] ?? '']);
  return Object.fromEntries(members.filter(([title]) => title !== '' && title !== '__proto__'));
}

/** Tabs are what spreadsheets copy; else whichever of the others the titles have more of. */
function separatorOf(text: string): string {
  const head = text.trimStart().split('\n', 1)[0] ?? '';
  if (head.includes('\t')) return '\t';
  return head.split(';').length >= head.split(',').length ? ';' : ',';
}

/** Cells in quotes may hold separators, line ends, and quotes written twice. */
function cellsOf(text: string, separator: string): string[][] {
  const lines: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const close = () => {
    lines.at(-1)!.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator) close();
    else if (character === '\n') {
      close();
      lines.push([]);
    } else if (character !== '\r') cell += character;
  }
  close();
  return lines;
}
