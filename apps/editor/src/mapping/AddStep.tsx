// The list of steps to add, searched by name and by what they do.
import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newStep, stepKinds, type Step, type StepGroup, type StepName } from '@eclusa/flow';
import { matches } from '../canvas/search-text';
import classes from './steps.module.css';

const groups: readonly StepGroup[] = ['text', 'number', 'date', 'choice', 'list'];

/** `asks`: the step has a form to fill in. */
export function AddStep({ onAdd }: { onAdd: (step: Step, asks: boolean) => void }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [query, setQuery] = useState('');
  const found = (Object.keys(stepKinds) as StepName[]).filter((kind) =>
    matches(query, [t(`mapping.step.${kind}.name`), t(`mapping.step.${kind}.help`)]),
  );
  const add = (kind: StepName) => {
    setOpened(false);
    setQuery('');
    onAdd(newStep(kind), Object.keys(stepKinds[kind].inputs).length > 0);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={330} trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.add} onClick={() => setOpened(!opened)}>
          <IconPlus size={12} aria-hidden />
          {t('mapping.steps.add')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <TextInput
          size="xs"
          data-autofocus
          aria-label={t('mapping.steps.search')}
          placeholder={t('mapping.steps.search')}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found[0]) add(found[0]);
          }}
        />
        <div className={classes.list}>
          {found.length === 0 && <p className={classes.nothing}>{t('mapping.steps.none')}</p>}
          {groups.map((group) => {
            const inside = found.filter((kind) => stepKinds[kind].group === group);
            return (
              inside.length > 0 && (
                <section key={group} aria-label={t(`mapping.groups.${group}`)}>
                  <h4 className={classes.group}>{t(`mapping.groups.${group}`)}</h4>
                  {inside.map((kind) => (
                    <UnstyledButton key={kind} className={classes.item} onClick={() => add(kind)}>
                      <b>{t(`mapping.step.${kind}.name`)}</b>
                      <span>{t(`mapping.step.${kind}.help`)}</span>
                    </UnstyledButton>
                  ))}
                </section>
              )
            );
          })}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
