/** @jest-environment jsdom */
import { MantineProvider } from '@mantine/core';
import { ApiProblem } from '@eclusa/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { Field, Suggest } from '@eclusa/flow';
import type { Choices } from '../api/choices';
import { stubBrowser } from '../editor.testing';
import '../i18n';
import { ChoiceScopeProvider } from './choice-scope';
import { SuggestInput } from './SuggestInput';

beforeAll(stubBrowser);
afterEach(cleanup);

const answer: Choices = {
  items: [
    { value: 'codigo', isKey: true, note: 'varchar' },
    { value: 'preco', note: 'numeric' },
    { value: 'nome' },
  ],
  more: false,
};
const word = (text: string) => ({ en: text, es: text, pt: text });

interface Given {
  suggest?: Partial<Suggest>;
  start?: string;
  missing?: Field;
  ask?: (fresh: boolean) => Promise<Choices>;
}

function draw({ suggest = {}, start = '', missing, ask = () => Promise.resolve(answer) }: Given) {
  const scope = {
    missing: () => missing,
    keyOf: ({ list }: Suggest) => ['choices', list],
    ask: (_suggest: Suggest, fresh: boolean) => ask(fresh),
  };
  function Host() {
    const [value, setValue] = useState(start);
    const list = { list: 'sql.columns', needs: ['table'], ...suggest };
    return <SuggestInput label="Key" suggest={list} value={value} onChange={setValue} />;
  }
  render(
    <MantineProvider env="test">
      <QueryClientProvider client={new QueryClient()}>
        <ChoiceScopeProvider value={scope}>
          <Host />
        </ChoiceScopeProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return screen.getByLabelText<HTMLInputElement>('Key');
}

test('nobody is asked until the list is opened, and what was typed is kept', async () => {
  const asked: boolean[] = [];
  const input = draw({
    ask: async (fresh) => {
      asked.push(fresh);
      return answer;
    },
  });
  expect(asked).toEqual([]);
  fireEvent.change(input, { target: { value: 'cod' } });
  expect(await screen.findByRole('option', { name: /codigo/ })).toBeTruthy();
  expect(screen.queryByRole('option', { name: /preco/ })).toBeNull();
  expect([asked, input.value]).toEqual([[false], 'cod']);
});

test('a chosen entry takes the place of what was typed, or joins the others', async () => {
  const one = draw({ start: 'x' });
  fireEvent.click(one);
  fireEvent.click(await screen.findByRole('option', { name: /preco/ }));
  expect(one.value).toBe('preco');
  cleanup();
  const many = draw({ suggest: { many: true }, start: 'preco' });
  fireEvent.change(many, { target: { value: 'preco, co' } });
  fireEvent.click(await screen.findByRole('option', { name: /codigo/ }));
  fireEvent.click(screen.getByRole('option', { name: /nome/ }));
  expect(many.value).toBe('preco, codigo, nome');
});

test('the list is walked through by keys', async () => {
  const input = draw({});
  fireEvent.keyDown(input, { key: 'ArrowDown', code: 'ArrowDown', nativeEvent: {} });
  await screen.findByRole('option', { name: /codigo/ });
  fireEvent.keyDown(input, { key: 'ArrowDown', code: 'ArrowDown' });
  fireEvent.keyDown(input, { key: 'ArrowDown', code: 'ArrowDown' });
  fireEvent.keyDown(input, { key: 'Enter', code: 'Enter' });
  expect(['codigo', 'preco']).toContain(input.value);
});

test('what is missing, and what the system says, stands in words', async () => {
  fireEvent.click(draw({ missing: { kind: 'text', name: word('Table') } }));
  expect(screen.getByText(/First fill in “Table”/)).toBeTruthy();
  cleanup();
  let fails = true;
  const problem = new ApiProblem({
    type: 'urn:x',
    title: 'No',
    status: 422,
    code: 'nodes.list-no-table',
    detail: 'The database has no table x.',
    values: {},
  });
  const ask = () => (fails ? Promise.reject(problem) : Promise.resolve({ items: [], more: false }));
  fireEvent.click(draw({ ask }));
  expect(await screen.findByText('The database has no table x.')).toBeTruthy();
  fails = false;
  fireEvent.click(screen.getByRole('option', { name: 'Try again' }));
  expect(await screen.findByText(/lists nothing here/)).toBeTruthy();
});

test('asking again goes past what is remembered', async () => {
  const asked: boolean[] = [];
  const input = draw({
    ask: async (fresh) => {
      asked.push(fresh);
      return answer;
    },
  });
  fireEvent.click(input);
  fireEvent.click(await screen.findByRole('option', { name: 'Ask for the list again' }));
  await screen.findByRole('option', { name: /codigo/ });
  expect(asked).toEqual([false, true]);
});
