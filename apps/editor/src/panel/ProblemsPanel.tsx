// Everything that is wrong, in words; a click leads to the box and the field.
import { ActionIcon, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react';
import { useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@eclusa/flow';
import { useBoxTitle } from '../canvas/NodeCard';
import { useLocale } from '../i18n/useLocale';
import { useDocument, useFlowStores, useView } from '../store/flow-stores';
import { RepairButton } from '../problems/RepairButton';
import { useProblems } from '../store/useProblems';
import { Notice } from '../shell/Notice';
import classes from './panel.module.css';

/** Grouped by box, in the order the check found them. */
export function ProblemsPanel() {
  const { t } = useTranslation();
  const problems = useProblems();
  const open = useView((state) => state.open);
  const nameOf = useBoxNames();
  const places = [...new Set(problems.map(({ node }) => node))];
  return (
    <section className={classes.panel} aria-label={t('editor.problems.title')}>
      <header className={classes.title}>
        <Title order={3}>{t('editor.problems.title')}</Title>
        <ActionIcon aria-label={t('editor.panel.close')} onClick={() => open(null)}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </header>
      <div className={classes.body}>
        {problems.length === 0 && <Notice icon={IconCircleCheck} title={t('editor.problems.none')} />}
        <Stack gap="md">
          {places.map((place) => (
            <div key={place ?? ''}>
              <Text size="xs" fw={650} c="dimmed" mb={2} px={10}>
                {place === undefined ? t('editor.problems.inFlow') : nameOf(place)}
              </Text>
              {problems
                .filter(({ node }) => node === place)
                .map((problem, index) => (
                  <ProblemLine key={`${problem.code}-${index}`} problem={problem} />
                ))}
            </div>
          ))}
        </Stack>
      </div>
    </section>
  );
}

function useBoxNames(): (node: string) => string {
  const { catalogue } = useFlowStores();
  const nodes = useDocument((state) => state.document.nodes);
  const titleOf = useBoxTitle();
  return (id) => {
    const node = nodes[id];
    return node ? titleOf({ node, description: catalogue.nodes.get(node.type) }) : id;
  };
}

function ProblemLine({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const flow = useReactFlow();
  const goTo = useView((state) => state.goTo);
  const open = useView((state) => state.open);
  const select = useView((state) => state.select);
  const isError = problem.severity === 'error';
  const jump = () => {
    if (problem.node) {
      open(null);
      goTo(problem.node, problem.field);
      void flow.fitView({ nodes: [{ id: problem.node }], maxZoom: 1, duration: 250 });
    } else if (problem.edge) select([], [problem.edge]);
    else if (problem.slot || problem.parameter || problem.setting) open('flow');
  };
  return (
    <div>
      <button type="button" className={classes.problem} onClick={jump}>
        {isError ? (
          <IconAlertCircle size={17} className={classes.error} aria-label={t('editor.problems.error')} />
        ) : (
          <IconAlertTriangle
            size={17}
            className={classes.warning}
            aria-label={t('editor.problems.warning')}
          />
        )}
        {say(problem.text)}
      </button>
      <div className={classes.problemFix}>
        <RepairButton problem={problem} />
      </div>
    </div>
  );
}
