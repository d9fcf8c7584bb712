// A run's rows through a box that tells people of them, in pages of two.
import type { Json, Kept, NodeType, Row } from '@eclusa/flow';
import { contextOf, type ContextOptions } from '../harness.testing';

/** What the box let through, and what it kept on the way. */
export async function noticesOf(
  node: NodeType,
  rows: Row[],
  options: ContextOptions & { kept?: Json },
): Promise<{ given: Row[]; kept: Kept[] }> {
  const { behaviour } = node;
  if (behaviour.kind !== 'barrier') throw new Error('no barrier');
  const context = { ...contextOf(node, options), kept: options.kept ?? null };
  const given: Row[] = [];
  const kept: Kept[] = [];
  for await (const one of behaviour.collect({ in: pagesOf(rows) }, context)) {
    if (Array.isArray(one)) given.push(...one);
    else kept.push(one);
  }
  return { given, kept };
}

async function* pagesOf(rows: Row[]): AsyncIterable<Row[]> {
  for (let at = 0; at < rows.length; at += 2) yield rows.slice(at, at + 2);
}
