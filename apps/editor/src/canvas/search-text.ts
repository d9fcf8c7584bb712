// Searching the way people type: no accents, no case, words in any order.

/** Lower case without accents: "Preço" → "preco". */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** True when every word of `query` stands somewhere in `texts`. */
export function matches(query: string, texts: readonly string[]): boolean {
  const text = folded(texts.join(' \n '));
  return folded(query)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
