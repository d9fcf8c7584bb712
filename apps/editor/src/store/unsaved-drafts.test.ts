import { applyEdits } from '@eclusa/flow';
import { demoFlow } from '../editor.testing';
import { findUnsaved, forgetUnsaved, keepUnsaved } from './unsaved-drafts';

const base = demoFlow();
const document = applyEdits(base, [{ type: 'set-field', id: 'filter', field: 'keep', value: 'some' }]);
const draft = { revision: 3, base, document, at: '2026-11-23T12:00:00.000Z' };

function shelf() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('work that was kept is found again by the same person for the same flow', () => {
  const at = shelf();
  keepUnsaved(at, 'ana', 'f', draft);
  expect(findUnsaved(at, 'ana', 'f', base)).toEqual(draft);
  expect(findUnsaved(at, 'bia', 'f', base)).toBeNull();
  expect(findUnsaved(at, 'ana', 'g', base)).toBeNull();
  forgetUnsaved(at, 'ana', 'f');
  expect(findUnsaved(at, 'ana', 'f', base)).toBeNull();
});

test('what the server has already is not offered', () => {
  const at = shelf();
  keepUnsaved(at, 'ana', 'f', draft);
  expect(findUnsaved(at, 'ana', 'f', JSON.parse(JSON.stringify(document)))).toBeNull();
  keepUnsaved(at, 'ana', 'f', { ...draft, document: base });
  expect(findUnsaved(at, 'ana', 'f', document)).toBeNull();
});

test('what is damaged or made by another Eclusa is left alone', () => {
  const at = shelf();
  for (const text of ['', '{', '{}', 'null', JSON.stringify({ ...draft, document: { nodes: 1 } })]) {
    at.kept.set('eclusa.unsaved.ana.f', text);
    expect(findUnsaved(at, 'ana', 'f', base)).toBeNull();
  }
});

test('a browser that keeps nothing stops nobody', () => {
  const full = () => {
    throw new Error('QuotaExceededError');
  };
  const at = { getItem: full, setItem: full, removeItem: full };
  keepUnsaved(at, 'ana', 'f', draft);
  forgetUnsaved(at, 'ana', 'f');
  expect(findUnsaved(at, 'ana', 'f', base)).toBeNull();
});
