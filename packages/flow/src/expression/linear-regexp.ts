// JSONata's regular expressions on RE2: time grows with the text, never explodes, so a bad pattern cannot
// freeze the process. What RE2 cannot do (look-ahead, back-references) is refused with a sentence.
import { LruMap } from './lru-map';
import { RE2JS } from 're2js';
import { UserError } from '../errors';
import { toRe2 } from './regexp-syntax';

const compiled = new LruMap<string, RE2JS>(200);

/** The part of RegExp that JSONata uses: `new`, `exec`, `lastIndex`, always with the `g` flag. */
export class LinearRegExp {
  lastIndex = 0;
  private readonly pattern: RE2JS;

  /** Throws UserError `expression.regexp-unsupported` for what RE2 does not know. */
  constructor(source: RegExp) {
    this.pattern = compile(source);
  }

  exec(text: string): (RegExpMatchArray & { index: number }) | null {
    const matcher = this.pattern.matcher(text);
    if (this.lastIndex > text.length || !matcher.find(this.lastIndex)) {
      this.lastIndex = 0;
      return null;
    }
    const groups: (string | undefined)[] = [];
    // RE2 answers null where RegExp answers undefined for a group that took no part.
    for (let at = 0; at <= matcher.groupCount(); at++) groups.push(matcher.group(at) ?? undefined);
    this.lastIndex = matcher.end();
    return Object.assign(groups, { index: matcher.start() }) as RegExpMatchArray & { index: number };
  }
}

function compile(source: RegExp): RE2JS {
  const key = `${source.flags}/${source.source}`;
  const known = compiled.get(key);
  if (known) return known;
  let flags = RE2JS.LOOKBEHINDS;
  if (source.ignoreCase) flags |= RE2JS.CASE_INSENSITIVE;
  if (source.multiline) flags |= RE2JS.MULTILINE;
  try {
    const pattern = RE2JS.compile(toRe2(source.source), flags);
    compiled.set(key, pattern);
    return pattern;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError('expression.regexp-unsupported', {
      values: { pattern: source.source, reason },
      cause: error,
    });
  }
}
