// The one click against a problem, named by what it does.
import { Button } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { useRepairs } from '../store/useRepairs';

/** Every name a sentence may take. */
const noWords = { box: '', name: '', expression: '', connection: '', store: '' };

/** Nothing when there is no one sensible answer. */
export function RepairButton({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { find, carryOut } = useRepairs();
  const repair = find(problem);
  if (!repair) return null;
  const own = Object.fromEntries(
    Object.entries(repair.values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : say(value),
    ]),
  );
  // A formula says nothing to most people, and does not fit.
  const shown =
    repair.kind === 'fill-target' && /[^\w.]/.test(`${own.expression}`) ? 'fill-formula' : repair.kind;
  return (
    <Button
      size="compact-xs"
      variant="light"
      title={own.expression}
      maw="100%"
      leftSection={<IconWand size={14} aria-hidden />}
      onClick={() => carryOut(repair)}
    >
      {t(`problems.fix.${shown}`, { ...noWords, ...own })}
    </Button>
  );
}
