import { flowActions } from './flow-actions';
import { caps, isPressed, type Pressed } from './keys';

const press = (key: string, rest: Partial<Pressed> = {}): Pressed => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
  ...rest,
});

test('a key counts only with exactly its modifiers', () => {
  expect(isPressed('mod+Z', press('z', { ctrlKey: true }))).toBe(true);
  expect(isPressed('mod+Z', press('z', { metaKey: true }))).toBe(true);
  expect(isPressed('mod+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
  expect(isPressed('D', press('d', { ctrlKey: true }))).toBe(false);
  expect(isPressed('alt+ArrowRight', press('ArrowRight', { altKey: true }))).toBe(true);
});

test('a sign is meant whatever its keyboard needs for it', () => {
  expect(isPressed('?', press('?', { shiftKey: true }))).toBe(true);
  expect(isPressed('+', press('+', { shiftKey: true }))).toBe(true);
  expect(isPressed('/', press('/', { shiftKey: true }))).toBe(true);
});

test('a digit with Shift is the key of the digit, not the sign on it', () => {
  expect(isPressed('shift+1', press('!', { code: 'Digit1', shiftKey: true }))).toBe(true);
});

test('caps are shown as on the keyboard in use', () => {
  expect(caps('mod+shift+Z', false)).toEqual([{ name: 'ctrl' }, { name: 'shift' }, 'Z']);
  expect(caps('mod+shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(caps('+', false)).toEqual(['+']);
});

test('no two actions share a key', () => {
  const all = flowActions.flatMap(({ keys }) => keys);
  expect(all.filter((keys, index) => all.indexOf(keys) !== index)).toEqual([]);
});
