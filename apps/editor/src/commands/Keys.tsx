// Keys as caps, in the words of the shown language.
import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Sentences } from '../i18n/resources';
import classes from './commands.module.css';
import { caps } from './keys';

const isMac = /mac|iphone|ipad/i.test(navigator.platform);
type Named = keyof Sentences['canvas']['key'];
const named: ReadonlySet<string> = new Set<Named>([
  ...(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Delete', 'Backspace'] as const),
  ...(['Escape', 'Enter', 'shift', 'alt', 'ctrl'] as const),
]);

/** The words on the caps of these keys. */
export function useCaps(): (keys: string) => string[] {
  const { t } = useTranslation();
  return (keys) =>
    caps(keys, isMac).map((cap) => {
      if (typeof cap === 'string') return cap;
      return named.has(cap.name) ? t(`canvas.key.${cap.name as Named}`) : cap.name;
    });
}

export function Keys({ keys }: { keys: string }) {
  const parts = useCaps()(keys);
  return (
    <span className={classes.keys}>
      {parts.map((part) => (
        <Kbd key={part} size="xs">
          {part}
        </Kbd>
      ))}
    </span>
  );
}
