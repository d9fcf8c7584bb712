// Rewrites the source of a JavaScript regular expression so that RE2 reads the same thing into it.
// It refuses nothing itself: what it does not know it passes on, and RE2 complains.

// ECMAScript's white space and line ends; RE2's own \s knows only the ASCII ones.
const space =
  '\\t\\n\\v\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}';
const notSpace =
  '\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}' +
  '\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}';
const anything = '\\x{0}-\\x{10ffff}';

/** The same pattern in RE2's syntax. */
export function toRe2(source: string): string {
  let out = '';
  let at = 0;
  let inClass = false;
  while (at < source.length) {
    const char = source[at] as string;
    if (char === '\\') {
      const [text, length] = escape(source, at, inClass);
      out += text;
      at += length;
    } else if (inClass) {
      inClass = char !== ']';
      out += char === '[' ? '\\[' : char;
      at += 1;
    } else if (char === '[') {
      const [text, length, open] = openClass(source, at);
      out += text;
      at += length;
      inClass = open;
    } else {
      out += char === '.' ? '[^\\n\\r\\x{2028}\\x{2029}]' : char;
      at += 1;
    }
  }
  return out;
}

/** `[]` matches nothing and `[^]` everything in JavaScript; elsewhere the bracket opens a class. */
function openClass(source: string, at: number): [text: string, length: number, open: boolean] {
  if (source.startsWith('[]', at)) return [`[^${anything}]`, 2, false];
  if (source.startsWith('[^]', at)) return [`[${anything}]`, 3, false];
  return source[at + 1] === '^' ? ['[^', 2, true] : ['[', 1, true];
}

function escape(source: string, at: number, inClass: boolean): [text: string, length: number] {
  const char = source[at + 1] ?? '';
  if (char === 's') return [inClass ? space : `[${space}]`, 2];
  if (char === 'S') return [inClass ? notSpace : `[^${space}]`, 2];
  if (char === 'b' && inClass) return ['\\x{8}', 2];
  if (char === '0' && !/\d/.test(source[at + 2] ?? '')) return ['\\x{0}', 2];
  const code = /^\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))/.exec(source.slice(at, at + 6));
  if (code) return [`\\x{${code[1] ?? code[2]}}`, code[0].length];
  const control = /^\\c([a-zA-Z])/.exec(source.slice(at, at + 3));
  if (control) return [`\\x{${((control[1] as string).charCodeAt(0) % 32).toString(16)}}`, 3];
  // An escaped letter that means nothing special stands for itself.
  if (/[ac-zA-Z_]/.test(char) && !/[BDWdfknpPrtvw]/.test(char)) return [char, 2];
  return [`\\${char}`, 2];
}
