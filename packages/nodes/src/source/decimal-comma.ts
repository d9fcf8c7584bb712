// Reads numbers as Brazilian and Spanish systems print them. Refuses to guess what "1.234" might mean elsewhere.

const NUMBER = /^[-+]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;

/** `1.299,90` is 1299.9; null for an empty text, undefined when it is no such number. Currency signs are let go. */
export function parseDecimalComma(text: string): number | null | undefined {
  const bare = text.replace(/[\s\u00a0]|R\$|€|\$/g, '');
  if (bare === '') return text.trim() === '' ? null : undefined;
  if (!NUMBER.test(bare)) return undefined;
  return Number(bare.replaceAll('.', '').replace(',', '.'));
}
