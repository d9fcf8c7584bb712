import { nodeTypes } from '../index';
import { runVtexExample } from './examples.testing';

const nodes = [...nodeTypes.values()].filter(({ group }) => group === 'vtex');

test.each(nodes.map((node) => [node.id, node] as const))('the example of %s is true', async (_id, node) => {
  expect(await runVtexExample(node)).toEqual(node.example.output);
});
