// What is wrong with one box, where its settings are, each with its one click if there is one.
import { Text, UnstyledButton } from '@mantine/core';
import { IconAlertCircleFilled, IconAlertTriangleFilled, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { useDocument, useFlowStores } from '../store/flow-stores';
import { useProblems } from '../store/useProblems';
import { useRepairs } from '../store/useRepairs';
import classes from './problems.module.css';
import { RepairButton } from './RepairButton';

/**
 * Problems of arrows, of the box as a whole, and of fields its form does not show; of the others those one click can mend.
 * One line until it is opened, so that the form stays where it is while it is filled; open from the start only for what no
 * field tells of.
 */
export function BoxProblems({ id }: { id: string }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { find } = useRepairs();
  const { catalogue } = useFlowStores();
  const type = useDocument((state) => state.document.nodes[id]?.type ?? '');
  const fields = catalogue.nodes.get(type)?.fields ?? {};
  const isInForm = (field: string | undefined) => fields[field?.split('.')[0] ?? ''] !== undefined;
  const shown = useProblems().filter(
    (problem) => problem.node === id && (!isInForm(problem.field) || find(problem) !== null),
  );
  const [chosen, setOpen] = useState<boolean>();
  const list = useId();
  if (shown.length === 0) return null;
  const open = chosen ?? shown.some(({ field }) => !isInForm(field));
  const isError = shown.some(({ severity }) => severity === 'error');
  const Picture = isError ? IconAlertCircleFilled : IconAlertTriangleFilled;
  return (
    <section className={[classes.box, !isError && classes.warning].filter(Boolean).join(' ')}>
      <UnstyledButton
        className={classes.head ?? ''}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        <Picture size={16} aria-hidden />
        {t('problems.ofBox', { count: shown.length })}
        <IconChevronRight
          size={16}
          aria-hidden
          className={[classes.chevron, open && classes.open].filter(Boolean).join(' ')}
        />
      </UnstyledButton>
      {open && (
        <ul id={list} className={classes.list}>
          {shown.map((problem, at) => (
            <li key={`${problem.code} ${problem.field ?? ''} ${at}`}>
              <Text size="sm">{say(problem.text)}</Text>
              <RepairButton problem={problem} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
