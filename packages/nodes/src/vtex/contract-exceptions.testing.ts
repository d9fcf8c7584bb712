// Where a box says something that VTEX's documents do not, each with the reason.

/** Requests no document has, by request: why we make them all the same. */
export const undocumented: Readonly<Record<string, string>> = {};

/** Values under names of ours, by box: they become something else on the wire. */
export const namesOfOurs: Readonly<Record<string, readonly string[]>> = {
  // A path of names that becomes a chain of categories.
  'vtex.category-upsert': ['path'],
  // Stored by a call of its own once the SKU is there.
  'vtex.sku-upsert': ['Ean'],
};

/** Values whose type we know better than the document, by box. */
export const typesThatDiffer: Readonly<Record<string, readonly string[]>> = {};

/** What is seen on the wire and not in the documents, by box: a part of the fault's text. */
export const wireExceptions: Readonly<Record<string, readonly string[]>> = {};
