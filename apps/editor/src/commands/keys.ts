// Keys as they are written in the list of actions ("mod+shift+Z"), matched with what was pressed and shown as caps. Pure.

/** What of a keyboard event counts. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

interface Chord {
  mod: boolean;
  shift: boolean;
  alt: boolean;
  key: string;
}

function parse(keys: string): Chord {
  const parts = keys.split('+').filter((part) => part !== '');
  // "+" itself is a key too.
  const key = keys.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const has = (name: string) => parts.includes(name);
  return { mod: has('mod'), shift: has('shift'), alt: has('alt'), key };
}

/** True when exactly these keys are down. `mod` is Ctrl, or Command on a Mac. */
export function isPressed(keys: string, event: Pressed): boolean {
  const { mod, shift, alt, key } = parse(keys);
  if (mod !== (event.ctrlKey || event.metaKey) || alt !== event.altKey) return false;
  // Where a sign needs Shift differs by keyboard; the sign itself is what was meant.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && shift !== event.shiftKey) return false;
  // Shift turns the key of a digit into a sign, Alt may turn a letter into one.
  if (/^\d$/.test(key)) return event.code === `Digit${key}`;
  if (/^[a-z]$/i.test(key) && alt) return event.code === `Key${key.toUpperCase()}`;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** The caps to press, in order: names that differ by language as `{ name }`, others as they are printed. */
export function caps(keys: string, isMac: boolean): (string | { name: string })[] {
  const { mod, shift, alt, key } = parse(keys);
  const named = key.length > 1 ? { name: key } : key.toUpperCase();
  return [
    ...(mod ? [isMac ? '⌘' : { name: 'ctrl' }] : []),
    ...(alt ? [isMac ? '⌥' : { name: 'alt' }] : []),
    ...(shift ? [isMac ? '⇧' : { name: 'shift' }] : []),
    named,
  ];
}
