/** @jest-environment jsdom */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { defineNode, describeNode, type FlowDocument, type NodeDescription } from '@eclusa/flow';
import { demoFlow, stubBrowser } from '../editor.testing';
import '../i18n';
import { createDocumentStore } from '../store/document-store';
import { FlowStoresProvider, type FlowStores } from '../store/flow-stores';
import { SuccessorNotice } from './SuccessorNotice';

beforeAll(stubBrowser);
afterEach(cleanup);

const text = (word: string) => ({ en: word, es: word, pt: word });

function box(id: string, targets: string[], successor?: NodeDescription['successor']): NodeDescription {
  return describeNode(
    defineNode({
      id,
      version: 1,
      group: 'vtex',
      name: text(id),
      help: text('Helps.'),
      fields: {
        mapping: {
          kind: 'mapping',
          name: text('Values'),
          targets: targets.map((target) => ({ id: target, type: 'any', name: text(target) })),
        },
      },
      ...(successor && { successor }),
      behaviour: { kind: 'transform', prepare: () => (value) => [{ value }] },
      example: { config: {}, input: [], output: {} },
    }),
  );
}

const nodes = new Map(
  [
    box('old.box', ['Name', 'Odd'], { type: 'new.box', targets: { Name: 'Title' } }),
    box('new.box', ['Title']),
  ].map((one) => [one.id, one]),
);

function draw(type: string) {
  const start: FlowDocument = demoFlow();
  const mapping = [
    { target: 'Name', expression: 'nome' },
    { target: 'Odd', expression: 'x' },
  ];
  start.nodes['filter'] = { type, version: 1, config: { mapping } };
  const document = createDocumentStore(start, 1);
  const stores = { flowId: 'f', catalogue: { nodes }, document } as unknown as FlowStores;
  render(
    <MantineProvider env="test">
      <Notifications />
      <FlowStoresProvider value={stores}>
        <SuccessorNotice id="filter" />
      </FlowStoresProvider>
    </MantineProvider>,
  );
  return { document, start };
}

test('one click puts the successor in the place of a deprecated box, says what was lost, and undo leads back', async () => {
  const { document, start } = draw('old.box');
  fireEvent.click(screen.getByRole('button', { name: 'Convert to REST' }));
  const after = document.getState().document;
  expect(after.nodes['filter']).toEqual({
    type: 'new.box',
    version: 1,
    config: { mapping: [{ target: 'Title', expression: 'nome' }] },
  });
  expect(after.edges).toBe(start.edges);
  expect(await screen.findByText(/no place for it: Odd/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Convert to REST' })).toBeNull();
  document.getState().undo();
  expect(document.getState().document).toBe(start);
});

test('a box that stays says nothing', () => {
  draw('new.box');
  expect(screen.queryByText('This box will go away')).toBeNull();
});
