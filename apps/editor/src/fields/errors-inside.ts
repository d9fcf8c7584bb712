// Errors of a form are named by path; a field that holds lines gets those inside it.

export type Errors = Readonly<Record<string, string | undefined>>;

/** The errors below `id`, with `id.` taken off, and whether there are any at all. */
export function errorsOf(errors: Errors, id: string): { inside: Errors; any: boolean } {
  const prefix = `${id}.`;
  const inside = Object.fromEntries(
    Object.entries(errors).flatMap(([path, sentence]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), sentence] as const] : [],
    ),
  );
  return { inside, any: errors[id] !== undefined || Object.keys(inside).length > 0 };
}
