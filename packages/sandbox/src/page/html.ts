// HTML as a template tag: everything put in is escaped, unless it is HTML made by the tag itself.

/** HTML that is safe to put into a page. */
export class Html {
  constructor(readonly value: string) {}
}

type Part = string | number | null | undefined | false | Html | readonly Html[];

/** Builds HTML; `null`, `undefined` and `false` become nothing. */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(
    literals.map((literal, index) => literal + (index < parts.length ? render(parts[index]) : '')).join(''),
  );
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.value;
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part));
  return part.map((one) => one.value).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
