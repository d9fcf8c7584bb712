// What the flows of a store need of its key, and what the key lacks: asked for by a person, before the first run.
import { Alert, Anchor, Badge, Button, Modal, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCheckStore } from '../../api/stores';
import type { Store, StoreCheck, StoreRight } from '../../api/types';
import { useLocale } from '../../i18n/useLocale';
import { Loading } from '../../shell/Loading';
import { useProblemText } from '../../shell/useProblemText';

const colors: Record<StoreRight['state'], string> = {
  ok: 'green',
  missing: 'red',
  untestable: 'gray',
  unanswered: 'yellow',
};

/** A button; what was found opens in a window. */
export function StoreCheckButton({ store }: { store: Store }) {
  const { t } = useTranslation();
  const sayProblem = useProblemText();
  const [open, setOpen] = useState(false);
  const check = useCheckStore();
  const start = () => {
    setOpen(true);
    check.mutate(store.id);
  };
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconShieldCheck size={14} aria-hidden />}
        aria-label={t('stores.check.of', { name: store.name })}
        onClick={start}
      >
        {t('stores.check.do')}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('stores.check.title', { name: store.name })}
        size="xl"
      >
        {check.isPending && <Loading />}
        {check.isError && <Alert color="red">{sayProblem(check.error)}</Alert>}
        {check.data && <Found check={check.data} onAgain={start} />}
      </Modal>
    </>
  );
}

function Found({ check, onAgain }: { check: StoreCheck; onAgain: () => void }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { connection, rights } = check;
  return (
    <Stack>
      <Alert
        color={connection.ok ? 'green' : 'red'}
        icon={connection.ok ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      >
        {say(connection.message)}
      </Alert>
      {connection.ok && rights.length > 0 && <Summary rights={rights} />}
      {rights.length === 0 ? <Text>{t('stores.check.nothing')}</Text> : <Rights rights={rights} />}
      {rights.some(({ state }) => state === 'untestable') && (
        <Text size="sm" c="dimmed">
          {t('stores.check.untestable')}
        </Text>
      )}
      <Button variant="default" onClick={onAgain} style={{ alignSelf: 'flex-end' }}>
        {t('stores.check.again')}
      </Button>
    </Stack>
  );
}

function Summary({ rights }: { rights: readonly StoreRight[] }) {
  const { t } = useTranslation();
  const missing = rights.filter(({ state }) => state === 'missing').length;
  return (
    <Text fw={600} role="status">
      {missing > 0 ? t('stores.check.missing', { count: missing }) : t('stores.check.noneMissing')}
    </Text>
  );
}

function Rights({ rights }: { rights: readonly StoreRight[] }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  return (
    <Table verticalSpacing="xs" styles={{ td: { verticalAlign: 'top' } }}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('stores.check.resource')}</Table.Th>
          <Table.Th>{t('stores.check.neededBy')}</Table.Th>
          <Table.Th>{t('stores.check.state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rights.map((right) => (
          <Table.Tr key={right.resource}>
            <Table.Td>{right.resource}</Table.Td>
            <Table.Td>
              {right.neededBy.map((box) => (
                <Text key={box.flowId + box.node} size="sm">
                  <Anchor component={Link} underline="always" to={`/flows/${box.flowId}`}>
                    {box.flowName}
                  </Anchor>
                  {': '}
                  {say(box.nodeName)}
                  {!box.published && ` (${t('stores.check.draft')})`}
                </Text>
              ))}
            </Table.Td>
            <Table.Td>
              <Badge color={colors[right.state]} variant="light" miw="max-content">
                {t(`stores.check.states.${right.state}`)}
              </Badge>
              {(right.state === 'missing' || right.state === 'unanswered') && (
                <Text size="xs" c="dimmed" mt={4}>
                  {say(right.message)}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
