// Connections as lines, each with a test that answers in the line itself.
import { Button, Group, Paper, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconLogin2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../api/catalogue';
import { useTestConnection } from '../../api/connections';
import type { Connection } from '../../api/types';
import { useLocale } from '../../i18n/useLocale';
import { LineActions } from '../../shell/LineActions';
import { useProblemText } from '../../shell/useProblemText';

export interface ConnectionTableProps {
  connections: readonly Connection[];
  onEdit: (connection: Connection) => void;
  onDelete: (connection: Connection) => void;
}

/** One line per connection. */
export function ConnectionTable({ connections, ...actions }: ConnectionTableProps) {
  const { t } = useTranslation();
  return (
    <Paper>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('connections.name')}</Table.Th>
            <Table.Th>{t('connections.kind')}</Table.Th>
            <Table.Th>{t('connections.answers')}</Table.Th>
            <Table.Th w={100}>
              <VisuallyHidden>{t('connections.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {connections.map((connection) => (
            <ConnectionLine key={connection.id} connection={connection} {...actions} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

type LineProps = Omit<ConnectionTableProps, 'connections'> & { connection: Connection };

function ConnectionLine({ connection, onEdit, onDelete }: LineProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const kind = useCatalogue().data?.connectionKinds.get(connection.kind);
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{connection.name}</Text>
        {connection.signIn && !connection.signIn.holds && (
          <SignInNeeded connection={connection} onEdit={onEdit} />
        )}
      </Table.Td>
      <Table.Td>{kind ? say(kind.name) : connection.kind}</Table.Td>
      <Table.Td>
        <TestCell id={connection.id} />
      </Table.Td>
      <Table.Td>
        <LineActions
          editLabel={t('connections.edit', { name: connection.name })}
          deleteLabel={t('connections.remove', { name: connection.name })}
          onEdit={() => onEdit(connection)}
          onDelete={() => onDelete(connection)}
        />
      </Table.Td>
    </Table.Tr>
  );
}

/** Nobody is signed in for it any more, or yet: the form is where that is done. */
function SignInNeeded({ connection, onEdit }: Pick<LineProps, 'connection' | 'onEdit'>) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" mt={4}>
      <Text size="sm" c="var(--ec-danger)">
        {t('provider.sideNote')}
      </Text>
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconLogin2 size={14} aria-hidden />}
        onClick={() => onEdit(connection)}
      >
        {connection.signIn?.signedInAt ? t('provider.needed') : t('provider.neededFirst')}
      </Button>
    </Group>
  );
}

function TestCell({ id }: { id: string }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const sayProblem = useProblemText();
  const test = useTestConnection();
  const bad = test.isError || test.data?.ok === false;
  const sentence = test.isError ? sayProblem(test.error) : test.data && say(test.data.message);
  return (
    <Group gap="sm" wrap="nowrap" aria-live="polite">
      <Button
        size="compact-sm"
        variant="default"
        loading={test.isPending}
        onClick={() => test.mutate({ id })}
      >
        {t('connections.test')}
      </Button>
      {sentence && (
        <Group gap={6} wrap="nowrap" c={bad ? 'var(--ec-danger)' : 'var(--ec-good-text)'}>
          {bad ? <IconAlertTriangle size={16} aria-hidden /> : <IconCircleCheck size={16} aria-hidden />}
          <Text size="sm">{sentence}</Text>
        </Group>
      )}
    </Group>
  );
}
