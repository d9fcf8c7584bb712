// Three questions, from where, to what and how often; the answers and a sample of the person's own rows draw the flow.
import { Alert, Anchor, Button, Group, Paper, Stack, TextInput, Title } from '@mantine/core';
import { IconWand } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { startFlow } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { useConnections } from '../../api/connections';
import { useStores } from '../../api/stores';
import { useLocale } from '../../i18n/useLocale';
import { PageHead } from '../../shell/PageHead';
import { useProblemText } from '../../shell/useProblemText';
import { bindingsOf } from '../../store/first-connections';
import { FromQuestion } from './FromQuestion';
import { PaceQuestion } from './PaceQuestion';
import { SlotChoice } from './SlotChoice';
import { ToQuestion } from './ToQuestion';
import { answersOf, lacking, useAnswers, type Answers } from './useAnswers';
import { EmptySample, useDrawFlow } from './useDrawFlow';

/** `/flows/new/questions` */
export function QuestionsPage() {
  const { t } = useTranslation();
  const [answers, change] = useAnswers();
  return (
    <>
      <PageHead title={t('start.ask.title')} lead={t('start.ask.lead')}>
        <Anchor component={Link} to="/flows/new">
          {t('start.back')}
        </Anchor>
      </PageHead>
      <Stack maw={860}>
        <FromQuestion answers={answers} onChange={change} />
        {answers.from && <ToQuestion answers={answers} onChange={change} />}
        {answers.to && <PaceQuestion answers={answers} onChange={change} />}
        {answers.to && <Drawing key={`${answers.from} ${answers.to}`} answers={answers} onChange={change} />}
      </Stack>
    </>
  );
}

interface DrawingProps {
  answers: Answers;
  onChange: (change: Partial<Answers>) => void;
}

/** The last part: a name, connections, and the button. */
function Drawing({ answers, onChange }: DrawingProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const nodes = useCatalogue().data?.nodes;
  const connections = useConnections().data ?? [];
  const store = useStores().data?.[0];
  const { draw, fault, busy } = useDrawFlow();
  const [asked, setAsked] = useState(false);
  const [chosen, setChosen] = useState<Record<string, string> | null>(null);
  const usual = t(`start.name.${answers.from ?? 'file'}`, { what: t(`start.to.${answers.to ?? 'stock'}`) });
  const name = answers.name ?? usual;
  const complete = answersOf(answers, { name: name.trim(), locale });
  if (!complete || !nodes) return null;
  const { document } = startFlow({ ...complete, name: name.trim() || usual, sample: [] }, nodes);
  const slots = chosen ?? bindingsOf(document, { connections, store });
  const lack = name.trim() === '' ? 'name' : lacking(answers);
  const go = (unseen: boolean) => {
    setAsked(true);
    if (lack === null) void draw(complete, slots, unseen);
  };
  return (
    <Paper p="md" component="section" aria-label={t('start.draw.title')}>
      <Title order={2} mb="sm">
        {t('start.draw.title')}
      </Title>
      <Stack gap="sm">
        <TextInput
          label={t('flows.create.name')}
          withAsterisk
          maxLength={120}
          value={name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <SlotChoice slots={document.slots} value={slots} onChange={setChosen} />
        <div aria-live="polite">
          {asked && lack !== null && <Alert color="yellow">{t(`start.lack.${lack}`)}</Alert>}
          {fault !== null && <Unread fault={fault} onUnseen={() => go(true)} />}
        </div>
        <Group justify="flex-end">
          <Button leftSection={<IconWand size={16} aria-hidden />} loading={busy} onClick={() => go(false)}>
            {t('start.draw.action')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

/** Rows that could not be read are no reason to stop: the flow can be drawn and its source mended there. */
function Unread({ fault, onUnseen }: { fault: unknown; onUnseen: () => void }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const sayProblem = useProblemText();
  const told = fault as { text?: Parameters<typeof say>[0] } | null;
  const text =
    fault instanceof EmptySample ? t('start.draw.empty') : told?.text ? say(told.text) : sayProblem(fault);
  return (
    <Alert color="red" title={t('start.draw.unread')}>
      <Stack gap="xs" align="flex-start">
        {text}
        <Button size="xs" variant="default" onClick={onUnseen}>
          {t('start.draw.unseen')}
        </Button>
      </Stack>
    </Alert>
  );
}
