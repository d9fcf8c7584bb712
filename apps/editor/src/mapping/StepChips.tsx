// The steps of a value as chips in a row: each opens its form, shows before and after, moves and goes.
import { ActionIcon, Button, Group, Popover, Text, UnstyledButton } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recipeExpression, type Recipe, type Step } from '@eclusa/flow';
import { moved } from '../fields/moved';
import { shortText, useFaultText, useOutcome, type Outcome } from '../fields/useOutcome';
import { AddStep } from './AddStep';
import classes from './steps.module.css';
import { StepForm } from './StepForm';
import { stepText } from './step-text';

export interface StepChipsProps {
  /** Whose steps they are, for screen readers. */
  name: string;
  recipe: Recipe;
  onChange: (recipe: Recipe) => void;
}

/** A new step opens its form at once where it asks for something. */
export function StepChips({ name, recipe, onChange }: StepChipsProps) {
  const { t } = useTranslation();
  const { origin, steps } = recipe;
  const [open, setOpen] = useState<number | null>(null);
  const change = (next: readonly Step[]) => onChange({ origin, steps: next });
  const move = (at: number, by: 1 | -1) => {
    change(moved(steps, at, at + by));
    setOpen(at + by);
  };
  return (
    <div className={classes.steps} role="group" aria-label={t('mapping.steps.label', { name })}>
      {steps.map((_step, at) => (
        <StepChip
          key={at}
          recipe={{ origin, steps: steps.slice(0, at + 1) }}
          opened={open === at}
          onOpen={(opened) => setOpen(opened ? at : null)}
          onChange={(values) => change(steps.map((one, index) => (index === at ? { ...one, values } : one)))}
          onMove={{
            ...(at > 0 && { earlier: () => move(at, -1) }),
            ...(at < steps.length - 1 && { later: () => move(at, 1) }),
          }}
          onRemove={() => {
            setOpen(null);
            change(steps.filter((_step, index) => index !== at));
          }}
        />
      ))}
      <AddStep
        onAdd={(step, asks) => {
          change([...steps, step]);
          setOpen(asks ? steps.length : null);
        }}
      />
    </div>
  );
}

interface StepChipProps {
  /** Up to this step. */
  recipe: Recipe;
  opened: boolean;
  onOpen: (opened: boolean) => void;
  onChange: (values: Step['values']) => void;
  onMove: { earlier?: () => void; later?: () => void };
  onRemove: () => void;
}

function StepChip({ recipe, opened, onOpen, onChange, onMove, onRemove }: StepChipProps) {
  const { t } = useTranslation();
  const step = recipe.steps.at(-1)!;
  const text = stepText(step, t);
  return (
    <Popover opened={opened} onChange={onOpen} position="bottom-start" width={300} trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.chip}
          aria-label={t('mapping.steps.edit', { name: text })}
          onClick={() => onOpen(!opened)}
        >
          {text}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <Text size="xs" c="dimmed" mb={6}>
          {t(`mapping.step.${step.kind}.help`)}
        </Text>
        <StepForm step={step} onChange={onChange} />
        <BeforeAfter recipe={recipe} />
        <Group justify="space-between" mt="xs">
          <Group gap={2}>
            <ActionIcon
              size="sm"
              aria-label={t('mapping.steps.earlier')}
              disabled={!onMove.earlier}
              onClick={onMove.earlier}
            >
              <IconArrowLeft size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size="sm"
              aria-label={t('mapping.steps.later')}
              disabled={!onMove.later}
              onClick={onMove.later}
            >
              <IconArrowRight size={14} aria-hidden />
            </ActionIcon>
          </Group>
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            leftSection={<IconTrash size={13} aria-hidden />}
            onClick={onRemove}
          >
            {t('mapping.steps.remove')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function BeforeAfter({ recipe }: { recipe: Recipe }) {
  const { t } = useTranslation();
  const faultText = useFaultText();
  const before = useOutcome(recipeExpression({ origin: recipe.origin, steps: recipe.steps.slice(0, -1) }));
  const after = useOutcome(recipeExpression(recipe));
  if (before.kind === 'none') return null;
  const shown = (outcome: Outcome) =>
    outcome.kind === 'value' ? shortText(outcome.value) || t('mapping.results.nothing') : '–';
  return (
    <dl className={classes.beforeAfter}>
      <dt>{t('mapping.steps.before')}</dt>
      <dd>{shown(before)}</dd>
      <dt>{t('mapping.steps.after')}</dt>
      <dd data-fault={after.kind === 'fault' || undefined}>
        {after.kind === 'fault' ? faultText(after) : shown(after)}
      </dd>
    </dl>
  );
}
