// What jsdom lacks and components ask for, and the smallest catalogue worth drawing. Tests only.
import {
  defineNode,
  describeNode,
  emptyFlow,
  type Catalogue,
  type FlowDocument,
  type NodeDescription,
} from '@eclusa/flow';

/** Gives jsdom what Mantine and React Flow need of a browser. */
export function stubBrowser(): void {
  Object.defineProperty(window, 'matchMedia', {
    writable: true,
    value: (media: string) => ({
      matches: false,
      media,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
      addListener: () => undefined,
      removeListener: () => undefined,
    }),
  });
  class Observer {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  }
  Object.assign(window, { ResizeObserver: Observer });
  Object.assign(globalThis, { structuredClone: <T>(value: T) => JSON.parse(JSON.stringify(value)) as T });
  window.HTMLElement.prototype.scrollIntoView = () => undefined;
  window.Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Object.defineProperty(document, 'fonts', {
    value: { addEventListener: () => undefined, removeEventListener: () => undefined },
  });
}

const text = (word: string) => ({ en: word, es: word, pt: word });
const example = { config: {}, input: [], output: {} };

const source = defineNode({
  id: 'source.demo',
  version: 1,
  group: 'source',
  name: { en: 'Read from an API', es: 'Leer de una API', pt: 'Ler de uma API' },
  help: text('Reads.'),
  keywords: ['preço', 'erp'],
  fields: {},
  behaviour: { kind: 'source', read: () => (async function* () {})() },
  example,
});

const filter = defineNode({
  id: 'transform.demo',
  version: 1,
  group: 'transform',
  name: { en: 'Filter rows', es: 'Filtrar filas', pt: 'Filtrar linhas' },
  help: text('Keeps some.'),
  fields: { keep: { kind: 'text', name: text('Keep'), default: 'all' } },
  behaviour: { kind: 'transform', prepare: () => (value) => [{ value }] },
  example,
});

const file = defineNode({
  id: 'output.demo',
  version: 1,
  group: 'output',
  name: { en: 'Send a file', es: 'Enviar archivo', pt: 'Enviar arquivo' },
  help: text('Sends.'),
  inputs: [{ id: 'in', type: 'file', name: text('File') }],
  fields: {},
  behaviour: { kind: 'transform', prepare: () => (value) => [{ value }] },
  example,
});

const nodes: NodeDescription[] = [source, filter, file].map(describeNode);

/** A source, a transform, and something that takes files only. */
export const demoCatalogue: Catalogue = new Map(nodes.map((node) => [node.id, node]));

/** One described node of the demo catalogue. */
export function demoNode(id: string): NodeDescription {
  return demoCatalogue.get(id)!;
}

/** `read` → `filter`, drawn side by side. */
export function demoFlow(): FlowDocument {
  return {
    ...emptyFlow('Demo'),
    nodes: {
      read: { type: 'source.demo', version: 1, config: {} },
      filter: { type: 'transform.demo', version: 1, config: { keep: 'all' } },
    },
    edges: [{ from: { node: 'read', port: 'out' }, to: { node: 'filter', port: 'in' } }],
    layout: { nodes: { read: { x: 0, y: 0 }, filter: { x: 310, y: 0 } } },
  };
}
