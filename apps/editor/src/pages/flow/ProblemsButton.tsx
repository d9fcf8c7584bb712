// How many problems the draft has; opens the list.
import { Badge, Button } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocument, useView } from '../../store/flow-stores';
import { useProblems } from '../../store/useProblems';

/** Red with errors, yellow with warnings only, quiet without. */
export function ProblemsButton() {
  const { t } = useTranslation();
  const found = useProblems();
  // That nothing is drawn yet is no problem to point a finger at; the empty canvas says what to do.
  const empty = useDocument((state) => Object.keys(state.document.nodes).length === 0);
  const problems = empty ? [] : found;
  const side = useView((state) => state.side);
  const open = useView((state) => state.open);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const [Picture, color] =
    errors > 0
      ? [IconAlertCircle, 'red']
      : problems.length > 0
        ? [IconAlertTriangle, 'yellow']
        : [IconCircleCheck, empty ? 'gray' : 'green'];
  return (
    <Button
      data-tour="problems"
      variant={side === 'problems' ? 'light' : 'subtle'}
      color="gray"
      size="xs"
      px={8}
      aria-expanded={side === 'problems'}
      leftSection={<Picture size={17} color={`var(--mantine-color-${color}-6)`} aria-hidden />}
      rightSection={
        problems.length > 0 && (
          <Badge size="sm" circle={problems.length < 10} color={color} variant="light">
            {problems.length}
          </Badge>
        )
      }
      onClick={() => open(side === 'problems' ? null : 'problems')}
    >
      {t('editor.problems.title')}
    </Button>
  );
}
