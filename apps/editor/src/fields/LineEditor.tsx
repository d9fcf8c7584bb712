// How one target is filled: field with steps, fixed value, group or formula; what comes of it; and what would mend it.
import { Button, SegmentedControl } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readRecipe, recipeExpression } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { Mend } from '../mapping/Mend';
import { StepChips } from '../mapping/StepChips';
import classes from './fields.module.css';
import { inMode, modeOf, type MappingMode } from './mapping-mode';
import type { MappingLineProps } from './MappingLine';
import { MappingValue } from './MappingValue';
import { OutcomeLine } from './OutcomeLine';
import { useFaultText, useOutcome } from './useOutcome';

/** The way of filling is read from the expression, until a person chooses another. */
export function LineEditor(props: Omit<MappingLineProps, 'head'>) {
  const { name, target, expression, guess, onChange } = props;
  const { t } = useTranslation();
  const { locale } = useLocale();
  const [chosen, setChosen] = useState<MappingMode | null>(null);
  const outcome = useOutcome(expression, target);
  const fault = useFaultText()(outcome);
  const mode = chosen ?? modeOf(expression);
  const choose = (next: MappingMode) => {
    setChosen(next);
    const kept = inMode(expression, next);
    if (kept !== expression) onChange(kept);
  };
  const recipe = mode === 'field' ? readRecipe(expression) : null;
  const canGroup = mode === 'group' || target?.type === 'object' || target?.type === 'any';
  return (
    <>
      <SegmentedControl
        className={classes.mappingMode}
        size="xs"
        aria-label={t('fields.mapping.mode', { name })}
        value={mode}
        onChange={(next) => choose(next as MappingMode)}
        data={[
          { value: 'field', label: t('fields.mapping.field') },
          { value: 'text', label: t('fields.mapping.text') },
          ...(canGroup ? [{ value: 'group', label: t('mapping.group.mode') }] : []),
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
        {recipe && recipe.origin.kind === 'field' && (
          <StepChips name={name} recipe={recipe} onChange={(next) => onChange(recipeExpression(next))} />
        )}
        {guess !== null && expression === '' && (
          <Button
            variant="subtle"
            size="compact-xs"
            mt={3}
            maw="100%"
            leftSection={<IconWand size={12} aria-hidden />}
            title={guess.reasons.map((reason) => reason[locale]).join(' ')}
            onClick={() => {
              setChosen(null);
              onChange(guess.expression);
            }}
          >
            {t('fields.mapping.suggest', { expression: guess.field?.join('.') ?? guess.expression })}
            {` · ${Math.round(guess.confidence * 100)} %`}
          </Button>
        )}
        <OutcomeLine outcome={outcome} />
        <Mend expression={expression} target={target} outcome={outcome} onChange={onChange} />
      </div>
    </>
  );
}
