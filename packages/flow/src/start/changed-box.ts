// Before prices or stock that are read again and again: a box that lets through only what changed.
import type { Catalogue } from '../node';
import type { StartAnswers } from './answers';
import type { DrawnBox } from './start-flow';

const type = 'transform.changed';

/** Null where nothing is read twice, or where the code or the value of a row is not known yet. */
export function changedBox(
  { from, to, pace }: Pick<StartAnswers, 'from' | 'to' | 'pace'>,
  boxes: readonly DrawnBox[],
  catalogue: Catalogue,
): DrawnBox | null {
  const description = catalogue.get(type);
  if (!description || pace !== 'schedule' || from === 'vtex') return null;
  const value = (box: string, target: string) => mapped(boxes, box, target);
  const code = value('sku', 'RefId');
  if (to === 'prices') {
    const amounts = ['basePrice', 'listPrice'].flatMap((target) => value('price', target) ?? []);
    return code && value('price', 'basePrice') ? box(code, amounts, description.version) : null;
  }
  if (to !== 'stock') return null;
  const quantity = value('stock', 'quantity');
  const place = value('stock', 'warehouseId');
  const key = place && !place.startsWith('"') ? `${code} & "/" & ${place}` : code;
  return code && key && quantity ? box(key, [quantity], description.version) : null;
}

function box(key: string, compare: readonly string[], version: number): DrawnBox {
  const config = { key, compare: compare.map((expression) => ({ expression })) };
  return { id: 'changed', node: { type, version, config }, open: [] };
}

function mapped(boxes: readonly DrawnBox[], id: string, target: string): string | undefined {
  const lines = boxes.find((drawn) => drawn.id === id)?.node.config['mapping'];
  if (!Array.isArray(lines)) return undefined;
  const found = lines.find((line) => (line as { target?: string }).target === target);
  return (found as { expression?: string } | undefined)?.expression;
}
