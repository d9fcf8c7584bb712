// The list of flows: find one, open it, start a new one. The first flow is taught here.
import { Button, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFlows } from '../../api/flows';
import { matches } from '../../canvas/search-text';
import { Notice } from '../../shell/Notice';
import { PageHead } from '../../shell/PageHead';
import { useProblemText } from '../../shell/useProblemText';
import { FirstFlow } from './FirstFlow';
import { FlowTable } from './FlowTable';

const searchFrom = 6;

/** `/flows` */
export function FlowsPage() {
  const { t } = useTranslation();
  const say = useProblemText();
  const flows = useFlows();
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const all = flows.data ?? [];
  const found = all.filter((flow) => matches(text, [flow.name]));
  const newButton = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => void navigate('/flows/new')}>
      {t('flows.new')}
    </Button>
  );
  return (
    <>
      <PageHead title={t('flows.title')} lead={t('flows.lead')}>
        {all.length >= searchFrom && (
          <TextInput
            w={240}
            aria-label={t('flows.search')}
            placeholder={t('flows.search')}
            leftSection={<IconSearch size={15} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {all.length > 0 && newButton}
      </PageHead>
      {flows.isPending && (
        <Stack gap="xs">
          <Skeleton h={44} />
          <Skeleton h={44} />
          <Skeleton h={44} />
        </Stack>
      )}
      {flows.isError && (
        <Notice icon={IconAlertTriangle} title={t('flows.loadFailed')} text={say(flows.error)}>
          <Button variant="default" onClick={() => void flows.refetch()}>
            {t('action.retry')}
          </Button>
        </Notice>
      )}
      {flows.isSuccess && all.length === 0 && <FirstFlow>{newButton}</FirstFlow>}
      {found.length > 0 && <FlowTable flows={found} />}
      {all.length > 0 && found.length === 0 && (
        <Group justify="center" py="xl">
          <Text c="dimmed">{t('flows.noMatch', { text })}</Text>
        </Group>
      )}
    </>
  );
}
