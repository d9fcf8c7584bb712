// A text that holds names with commas between, while a person chooses them from a list. Pure.

/** The names in the text, in their order. */
export function namesIn(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** What is being typed behind the last comma. */
export function lastWord(text: string): string {
  return text.slice(text.lastIndexOf(',') + 1).trim();
}

/** With `name` added, in place of `typed` where that is the beginning of it; without it where it was there. */
export function withName(text: string, name: string, typed: string): string {
  const names = namesIn(text);
  if (names.includes(name)) return names.filter((one) => one !== name).join(', ');
  const kept = typed !== '' && names.at(-1) === typed ? names.slice(0, -1) : names;
  return [...kept, name].join(', ');
}
