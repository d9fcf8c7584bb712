// Postal codes as VTEX's logistics compares them. Punctuation is taken off; letters are kept, other countries have them.

/** `01310-100` as `01310100`. */
export const plainPostalCode = (value: unknown): string => String(value).replace(/[\s.-]/g, '');
