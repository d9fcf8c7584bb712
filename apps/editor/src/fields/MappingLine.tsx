// One line of a mapping: the target, how it is filled, the value, and what comes of it for the first sample row.
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconInfoCircle, IconWand } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingTarget } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import classes from './fields.module.css';
import { inMode, modeOf, type MappingMode } from './mapping-mode';
import { MappingValue } from './MappingValue';
import { OutcomeLine } from './OutcomeLine';
import { useFaultText, useOutcome } from './useOutcome';

export interface MappingLineProps {
  id: string;
  /** What the line fills, for people and screen readers. */
  name: string;
  /** Missing where a person names the target. */
  target?: MappingTarget;
  /** Takes the place of the name. */
  head?: ReactNode;
  expression: string;
  guess: string | null;
  error?: string | undefined;
  /** `picked` is the plain name of a field chosen from the list. */
  onChange: (expression: string, picked?: string) => void;
}

/** The way of filling is read from the expression, until a person chooses another. */
export function MappingLine(props: MappingLineProps) {
  const { name, target, head, expression, guess, onChange } = props;
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<MappingMode | null>(null);
  const outcome = useOutcome(expression);
  const fault = useFaultText()(outcome);
  const mode = chosen ?? modeOf(expression);
  const choose = (next: MappingMode) => {
    setChosen(next);
    const kept = inMode(expression, next);
    if (kept !== expression) onChange(kept);
  };
  return (
    <div className={classes.mappingLine} role="group" aria-label={name}>
      <div className={classes.mappingHead}>{head ?? <TargetName name={name} target={target} />}</div>
      <SegmentedControl
        className={classes.mappingMode}
        size="xs"
        aria-label={t('fields.mapping.mode', { name })}
        value={mode}
        onChange={(next) => choose(next as MappingMode)}
        data={[
          { value: 'field', label: t('fields.mapping.field') },
          { value: 'text', label: t('fields.mapping.text') },
          { value: 'formula', label: t('fields.mapping.formula') },
        ]}
      />
      <div className={classes.mappingValue}>
        <MappingValue
          id={props.id}
          label={t('fields.mapping.value', { name })}
          mode={mode}
          target={target}
          expression={expression}
          error={fault ?? props.error}
          onChange={onChange}
        />
        {guess !== null && expression === '' && (
          <Button
            variant="subtle"
            size="compact-xs"
            mt={3}
            maw="100%"
            leftSection={<IconWand size={12} aria-hidden />}
            onClick={() => {
              setChosen(null);
              onChange(guess);
            }}
          >
            {t('fields.mapping.suggest', { expression: guess })}
          </Button>
        )}
        <OutcomeLine outcome={outcome} />
      </div>
    </div>
  );
}

function TargetName({ name, target }: { name: string; target: MappingTarget | undefined }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  return (
    <>
      <span className={classes.targetName}>
        {name}
        {target?.required && (
          <span className={classes.star} title={t('fields.mapping.required')}>
            {'\u00a0*'}
          </span>
        )}
      </span>
      {target?.unit && <span className={classes.unit}>{say(target.unit)}</span>}
      {target?.help && (
        <Tooltip label={say(target.help)} events={{ hover: true, focus: true, touch: true }}>
          <ActionIcon size="xs" aria-label={say(target.help)}>
            <IconInfoCircle size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}
