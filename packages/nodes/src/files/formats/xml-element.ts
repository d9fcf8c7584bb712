// An XML element as a row: attributes and elements by name, texts as they stand, what repeats as a list.
import type { Json, JsonObject } from '@eclusa/flow';

export interface ElementOptions {
  /** Names that are lists even when there is one of them. */
  lists: ReadonlySet<string>;
  /** Leave `nfe:` before a name. */
  keepPrefixes: boolean;
}

/** Builds one element as its parts come by. */
export class ElementBuilder {
  private readonly stack: { name: string; value: JsonObject; text: string }[] = [];

  constructor(private readonly options: ElementOptions) {}

  get depth(): number {
    return this.stack.length;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const value: JsonObject = {};
    for (const [key, text] of Object.entries(attributes)) {
      if (key === 'xmlns' || key.startsWith('xmlns:')) continue;
      set(value, `@${localName(key, this.options.keepPrefixes)}`, text);
    }
    this.stack.push({ name: localName(name, this.options.keepPrefixes), value, text: '' });
  }

  text(text: string): void {
    const top = this.stack.at(-1);
    if (top) top.text += text;
  }

  /** The whole element when the outermost one closes. */
  close(): Json | undefined {
    const { name, value, text } = this.stack.pop() ?? { name: '', value: {}, text: '' };
    const content = contentOf(value, text);
    const parent = this.stack.at(-1);
    if (!parent) return content;
    const before = Object.hasOwn(parent.value, name) ? parent.value[name] : undefined;
    if (Array.isArray(before)) before.push(content);
    else if (before !== undefined) parent.value[name] = [before, content];
    else set(parent.value, name, this.options.lists.has(name) ? [content] : content);
    return undefined;
  }
}

/** A name without what stands before its colon. */
export function localName(name: string, keepPrefix = false): string {
  return keepPrefix ? name : name.slice(name.indexOf(':') + 1);
}

function contentOf(value: JsonObject, text: string): Json {
  const trimmed = text.trim();
  if (Object.keys(value).length === 0) return trimmed;
  if (trimmed !== '') value['#text'] = trimmed;
  return value;
}

// An element called __proto__ would not become a member of the row but its prototype.
function set(value: JsonObject, name: string, content: Json): void {
  value[name === '__proto__' ? '_proto' : name] = content;
}
