// How a value is read on its way to a target, and buttons that mend one that does not fit.
import { Button, Group } from '@mantine/core';
import { IconTool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { readRecipe, type MappingTarget, type SourceField } from '@eclusa/flow';
import { useFieldScope } from '../fields/field-scope';
import { fieldChoices } from '../fields/mapping-mode';
import type { Outcome } from '../fields/useOutcome';
import classes from './mapper.module.css';
import { mendings, type Mending } from './mend';
import { stepText } from './step-text';

export interface MendProps {
  expression: string;
  target: MappingTarget | undefined;
  outcome: Outcome;
  onChange: (expression: string) => void;
}

/** The rule alone while all is well. */
export function Mend({ expression, target, outcome, onChange }: MendProps) {
  const { t } = useTranslation();
  const { rows } = useFieldScope();
  const field = startOf(expression, rows);
  const found =
    outcome.kind === 'fault'
      ? mendings(expression, outcome.code, target, field, outcome.values['value'])
      : [];
  const words = (mending: Mending) => {
    if (mending.kind === 'truncate') return t('mapping.mend.truncate', { count: target?.maxLength ?? 0 });
    if (mending.kind !== 'steps') return t(`mapping.mend.${mending.kind}`);
    return t('mapping.mend.steps', { steps: mending.steps.map((step) => stepText(step, t)).join(' → ') });
  };
  return (
    <>
      {field && target && <Rule field={field} target={target} />}
      {found.length > 0 && (
        <Group gap={4} mt={4} role="group" aria-label={t('mapping.mend.label')}>
          {found.map((mending) => (
            <Button
              key={mending.expression}
              variant="light"
              color="orange"
              size="compact-xs"
              h="auto"
              styles={{ label: { whiteSpace: 'normal', textAlign: 'left', padding: '3px 0' } }}
              leftSection={<IconTool size={13} aria-hidden />}
              onClick={() => onChange(mending.expression)}
            >
              {words(mending)}
            </Button>
          ))}
        </Group>
      )}
    </>
  );
}

/** "number with decimal comma → number", where the two differ. */
function Rule({ field, target }: { field: SourceField; target: MappingTarget }) {
  const { t } = useTranslation();
  const differs =
    field.kind === 'text' && field.writing !== undefined && target.type !== 'text' && target.type !== 'any';
  if (!differs) return null;
  const from = t(`mapping.writing.${field.writing!}`);
  return <p className={classes.rule}>{t('mapping.rule', { from, to: t(`mapping.kind.${target.type}`) })}</p>;
}

function startOf(
  expression: string,
  rows: ReturnType<typeof useFieldScope>['rows'],
): SourceField | undefined {
  if (rows.length === 0 || expression === '') return undefined;
  const origin = readRecipe(expression)?.origin;
  if (origin?.kind !== 'field') return undefined;
  const path = origin.names.join('.');
  return fieldChoices(rows).find(({ label }) => label === path)?.field;
}
