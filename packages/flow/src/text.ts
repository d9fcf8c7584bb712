// Sentences a person reads, total in every language Eclusa speaks.

export const locales = ['en', 'es', 'pt'] as const;
export type Locale = (typeof locales)[number];

/** One sentence in all languages; a missing language does not compile. */
export type Text = Readonly<Record<Locale, string>>;

/** Replaces `{name}` in `template` by `values.name`; unknown names stay as they are. */
export function fill(template: string, values: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    values[name] === undefined ? whole : show(values[name]),
  );
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
