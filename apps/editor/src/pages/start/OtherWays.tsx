// The ways to begin without a recipe: three questions, an empty canvas, a copy of another flow.
import { Alert, Button, Group, Paper, Select, Text, TextInput, Title } from '@mantine/core';
import { IconCopy, IconPencil, IconWand } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { loadFlow, useFlows } from '../../api/flows';
import { useProblemText } from '../../shell/useProblemText';
import classes from './start.module.css';
import { useMakeFlow } from './useMakeFlow';

export function OtherWays() {
  const { t } = useTranslation();
  const flows = useFlows().data ?? [];
  return (
    <div className={classes.ways}>
      <Paper p="md" component="section" aria-label={t('start.ask.title')}>
        <Title order={2}>
          <IconWand size={18} aria-hidden /> {t('start.ask.title')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('start.ask.text')}
        </Text>
        <Button component={Link} to="/flows/new/questions">
          {t('start.ask.action')}
        </Button>
      </Paper>
      <EmptyWay />
      {flows.length > 0 && <CopyWay flows={flows} />}
    </div>
  );
}

function EmptyWay() {
  const { t } = useTranslation();
  const sayProblem = useProblemText();
  const { make, fault, busy } = useMakeFlow();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = name.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!missing) void make({ name: name.trim() });
  };
  return (
    <Paper p="md" component="section" aria-label={t('flows.create.empty')}>
      <Title order={2}>
        <IconPencil size={18} aria-hidden /> {t('flows.create.empty')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('flows.create.emptyHelp')}
      </Text>
      <form onSubmit={submit} noValidate>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('flows.create.name')}
            placeholder={t('flows.create.placeholder')}
            maxLength={120}
            value={name}
            error={asked && missing ? t('flows.create.needName') : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={busy}>
            {t('flows.create.submit')}
          </Button>
        </Group>
      </form>
      {fault !== null && (
        <Alert color="red" mt="sm">
          {sayProblem(fault)}
        </Alert>
      )}
    </Paper>
  );
}

function CopyWay({ flows }: { flows: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation();
  const sayProblem = useProblemText();
  const { make, fault, busy } = useMakeFlow();
  const [chosen, setChosen] = useState<string | null>(null);
  const [unread, setUnread] = useState<unknown>(null);
  const copy = async (id: string) => {
    setUnread(null);
    try {
      const { draft, name } = await loadFlow(id);
      await make({ name: t('flows.copyOf', { name }).slice(0, 120), document: draft });
    } catch (error) {
      setUnread(error);
    }
  };
  const wrong = fault ?? unread;
  return (
    <Paper p="md" component="section" aria-label={t('flows.create.copy')}>
      <Title order={2}>
        <IconCopy size={18} aria-hidden /> {t('flows.create.copy')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('flows.create.copyHelp')}
      </Text>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          flex={1}
          searchable
          label={t('flows.create.which')}
          data={flows.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={setChosen}
        />
        <Button
          variant="default"
          loading={busy}
          disabled={chosen === null}
          onClick={() => chosen && void copy(chosen)}
        >
          {t('start.copy')}
        </Button>
      </Group>
      {wrong !== null && (
        <Alert color="red" mt="sm">
          {sayProblem(wrong)}
        </Alert>
      )}
    </Paper>
  );
}
