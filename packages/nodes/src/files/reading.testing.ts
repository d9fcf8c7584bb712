// Reads files with a box as a run does, and the promise that every format has to keep: it goes on where it stopped.
import { type Json, type NodeType, type SourcePage } from '@eclusa/flow';
import { contextOf, memoryFiles, readAll, sorted, type ContextOptions } from '../harness.testing';

type Content = string | Uint8Array;

/** The pages of one file. */
export function pagesOf(
  node: NodeType,
  content: Content,
  config: Record<string, Json> = {},
  more: ContextOptions = {},
): Promise<SourcePage[]> {
  return readAll(node, { config: { file: 'f', ...config }, files: memoryFiles({ f: content }), ...more });
}

/** Its rows and refused records. */
export async function rowsOf(node: NodeType, content: Content, config: Record<string, Json> = {}) {
  return sorted(await pagesOf(node, content, config));
}

/** What was read before the box gave up, and why it did. */
export async function untilFault(node: NodeType, content: Content, config: Record<string, Json> = {}) {
  if (node.behaviour.kind !== 'source') throw new Error('not a source');
  const pages: SourcePage[] = [];
  try {
    const options = { config: { file: 'f', ...config }, files: memoryFiles({ f: content }), pageSize: 2 };
    for await (const page of node.behaviour.read(contextOf(node, options))) pages.push(page);
  } catch (error) {
    return { ...sorted(pages), error: error as { code: string; values: Record<string, Json> } };
  }
  throw new Error('nothing was wrong');
}

/** Reads on from every page and expects the same rest. Answers the number of pages. */
export async function expectToGoOn(
  node: NodeType,
  content: Content,
  config: Record<string, Json> = {},
  pageSize = 3,
): Promise<number> {
  const all = await pagesOf(node, content, config, { pageSize });
  for (const [at, page] of all.entries()) {
    const cursor = JSON.parse(JSON.stringify(page.cursor)) as Json;
    expect(await pagesOf(node, content, config, { pageSize, cursor })).toEqual(all.slice(at + 1));
  }
  return all.length;
}
