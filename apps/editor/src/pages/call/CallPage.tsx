// `/flows/:flowId/call?store=…`: how a program calls the flow, in its own language, ready to be copied and run.
import { Alert, Button, Group, Paper, Select, Stack, Switch } from '@mantine/core';
import { IconArrowLeft, IconMapOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useStores } from '../../api/stores';
import { useFittingKey } from '../../programs/fitting-key';
import { startAddress, startBody } from '../../programs/examples/curl';
import { KeyHere } from '../../programs/KeyHere';
import { KeyShown } from '../../programs/KeyShown';
import { Loading } from '../../shell/Loading';
import { Notice } from '../../shell/Notice';
import { PageHead } from '../../shell/PageHead';
import { useProblemText } from '../../shell/useProblemText';
import { CallExamples } from './CallExamples';
import { TypedClient } from './TypedClient';
import { useCalledFlow, type CalledFlow } from './useCalledFlow';
import classes from './call.module.css';

export function CallPage() {
  const { t } = useTranslation();
  const say = useProblemText();
  const { flowId = '' } = useParams();
  const { flow, error } = useCalledFlow(flowId);
  if (error) {
    return (
      <Notice icon={IconMapOff} title={t('error.title')} text={say(error)}>
        <Button component={Link} to="/flows">
          {t('error.toFlows')}
        </Button>
      </Notice>
    );
  }
  if (!flow) return <Loading />;
  return (
    <>
      <PageHead title={t('keys.call.title', { name: flow.name })} lead={t('programs.lead')}>
        <Button
          component={Link}
          to={`/flows/${flowId}`}
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {t('programs.toFlow')}
        </Button>
      </PageHead>
      <Calls flowId={flowId} flow={flow} />
    </>
  );
}

function Calls({ flowId, flow }: { flowId: string; flow: CalledFlow }) {
  const { t } = useTranslation();
  const [storeId, StoreChoice] = useStoreChoice();
  const [waits, setWaits] = useState(flow.answers);
  const key = useFittingKey(flowId, storeId);
  const [made, setMade] = useState<string | null>(null);
  const call = {
    url: startAddress(window.location.origin, flowId),
    key: key.secret ?? t('keys.call.placeholder'),
    comments: {
      key: t(key.name === null ? 'programs.comment.key' : 'programs.comment.keyNamed', { name: key.name }),
      again: t('programs.comment.again'),
      unreachable: t('programs.comment.unreachable'),
    },
    body: startBody(flow.rows, storeId),
    waits,
  };
  return (
    <Stack className={classes.page} gap="lg">
      {!flow.isPublished && <Alert color="yellow">{t('keys.call.notPublished')}</Alert>}
      {made !== null && <KeyShown secret={made} />}
      <Group align="flex-end" gap="xl">
        {StoreChoice}
        <Switch
          label={t('programs.wait')}
          description={t(flow.answers ? 'programs.waitAnswer' : 'programs.waitRun')}
          checked={waits}
          onChange={(event) => setWaits(event.currentTarget.checked)}
        />
      </Group>
      <Paper p="md">
        <Stack>
          <CallExamples call={call} />
          {key.secret === null && <KeyHere flowId={flowId} onMade={setMade} />}
        </Stack>
      </Paper>
      <TypedClient flowId={flowId} secret={call.key} isPublished={flow.isPublished} />
    </Stack>
  );
}

/** The store in the address, and the choice of it; nothing to choose where the workspace has no stores. */
function useStoreChoice() {
  const { t } = useTranslation();
  const stores = useStores().data ?? [];
  const [search, setSearch] = useSearchParams();
  const asked = search.get('store');
  const storeId = stores.some(({ id }) => id === asked) ? asked : null;
  const choice = stores.length > 0 && (
    <Select
      w={280}
      label={t('programs.store')}
      placeholder={t('programs.usualStore')}
      clearable
      data={stores.map(({ id, name }) => ({ value: id, label: name }))}
      value={storeId}
      onChange={(store) => setSearch(store === null ? {} : { store }, { replace: true })}
    />
  );
  return [storeId, choice] as const;
}
