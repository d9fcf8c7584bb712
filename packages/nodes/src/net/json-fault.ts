// Finds where a JSON text is broken, since JSON.parse names a position in some of its messages only.
// Runs on broken texts; measuring the depth is the one thing done on every text.

/** How deep arrays and objects are nested, brackets inside strings left out. */
export function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x7b || code === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return deepest;
}

const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\n\r]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

type Expect = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next';

/** The 0-based position of the first character that cannot stand where it does; the length when the text just ends. */
export function faultPosition(text: string): number {
  const open: string[] = [];
  let expect: Expect = 'value';
  TOKEN.lastIndex = 0;
  for (;;) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    const start = at + (/^[ \t\n\r]*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0);
    if (!match) return endsInString(text, start) ? text.length : start;
    const next = step(match, expect, open);
    if (!next) return start;
    expect = next;
  }
}

/** What may follow a token, or undefined when the token may not stand here. Keeps `open` in step. */
function step(match: RegExpExecArray, expect: Expect, open: string[]): Expect | undefined {
  const [, mark, text, scalar] = match;
  if (mark === '}' || mark === ']') return closes(mark, expect, open) ? 'next' : undefined;
  if (expect === 'next') {
    if (mark !== ',' || open.length === 0) return undefined;
    return open.at(-1) === '{' ? 'key' : 'value';
  }
  if (expect === 'colon') return mark === ':' ? 'value' : undefined;
  if (expect === 'key' || expect === 'keyOrEnd') return text ? 'colon' : undefined;
  if (text || scalar) return 'next';
  if (mark !== '{' && mark !== '[') return undefined;
  open.push(mark);
  return mark === '{' ? 'keyOrEnd' : 'valueOrEnd';
}

function closes(mark: string, expect: Expect, open: string[]): boolean {
  const opener = mark === '}' ? '{' : '[';
  const empty = mark === '}' ? 'keyOrEnd' : 'valueOrEnd';
  if (open.at(-1) !== opener || (expect !== 'next' && expect !== empty)) return false;
  open.pop();
  return true;
}

/** A text cut off inside a string: nothing stands wrong, something is missing. */
function endsInString(text: string, start: number): boolean {
  return text[start] === '"' && !/["\n\r]/.test(text.slice(start + 1).replace(/\\./g, ''));
}
