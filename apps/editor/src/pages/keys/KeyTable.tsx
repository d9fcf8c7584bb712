// One line a key: its name and beginning, what it opens, its state, its last use, who made it.
import { ActionIcon, Anchor, Badge, Group, Paper, Table, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconBan, IconPencil, IconRefresh, type Icon } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFlows } from '../../api/flows';
import { useStores } from '../../api/stores';
import type { ApiKey } from '../../api/types';
import { formatAgo, formatDate } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { actionWord } from '../../programs/key-draft';
import { callPage } from '../call/call-place';

const colours = { active: 'green', expired: 'yellow', revoked: 'gray' } as const;

export interface KeyTableProps {
  items: readonly ApiKey[];
  onEdit: (key: ApiKey) => void;
  onRotate: (key: ApiKey) => void;
  onRevoke: (key: ApiKey) => void;
}

/** Of a revoked key nothing can be changed: it only tells that it was. */
export function KeyTable({ items, ...actions }: KeyTableProps) {
  const { t } = useTranslation();
  return (
    <Paper>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('keys.name')}</Table.Th>
            <Table.Th>{t('keys.may')}</Table.Th>
            <Table.Th>{t('keys.state')}</Table.Th>
            <Table.Th>{t('keys.lastUse')}</Table.Th>
            <Table.Th>{t('keys.made')}</Table.Th>
            <Table.Th w={130}>
              <VisuallyHidden>{t('keys.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((key) => (
            <KeyLine key={key.id} apiKey={key} {...actions} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function KeyLine({
  apiKey: key,
  onEdit,
  onRotate,
  onRevoke,
}: Omit<KeyTableProps, 'items'> & { apiKey: ApiKey }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { name } = key;
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" className="ec-mono">
          {key.hint}…
        </Text>
      </Table.Td>
      <Table.Td>
        <Opens apiKey={key} />
      </Table.Td>
      <Table.Td>
        <State apiKey={key} />
      </Table.Td>
      <Table.Td>
        {key.lastUsedAt === null ? (
          <Text size="sm" c="dimmed">
            {t('keys.neverUsed')}
          </Text>
        ) : (
          <span title={formatDate(key.lastUsedAt, locale)}>{formatAgo(key.lastUsedAt, locale)}</span>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{key.createdBy ?? t('keys.unknownPerson')}</Text>
        <Text size="xs" c="dimmed">
          {formatDate(key.createdAt, locale)}
        </Text>
      </Table.Td>
      <Table.Td>
        {key.state !== 'revoked' && (
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Action
              icon={IconPencil}
              hint={t('action.edit')}
              label={t('keys.edit', { name })}
              onClick={() => onEdit(key)}
            />
            <Action
              icon={IconRefresh}
              hint={t('keys.rotate.hint')}
              label={t('keys.rotate.label', { name })}
              onClick={() => onRotate(key)}
            />
            <Action
              icon={IconBan}
              hint={t('keys.revoke.hint')}
              label={t('keys.revoke.label', { name })}
              onClick={() => onRevoke(key)}
            />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

interface ActionProps {
  icon: Icon;
  hint: string;
  label: string;
  onClick: () => void;
}

function Action({ icon: Picture, hint, label, onClick }: ActionProps) {
  return (
    <Tooltip label={hint}>
      <ActionIcon aria-label={label} onClick={onClick}>
        <Picture size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** Its actions, and the flows and stores it is narrowed to, by name while there are few. */
function Opens({ apiKey: { actions, flowIds, storeIds } }: { apiKey: ApiKey }) {
  const { t } = useTranslation();
  const stores = useStores().data ?? [];
  const names = (ids: readonly string[], all: readonly { id: string; name: string }[]) =>
    ids.map((id) => all.find((one) => one.id === id)?.name ?? t('keys.gone')).join(', ');
  return (
    <>
      <Text size="sm">{actions.map((action) => t(`keys.short.${actionWord[action]}`)).join(', ')}</Text>
      <Text size="xs" c="dimmed" lineClamp={2}>
        {flowIds ? <FlowLinks ids={flowIds} /> : t('keys.allFlows')}
        {storeIds && ` · ${names(storeIds, stores)}`}
      </Text>
    </>
  );
}

/** Each to the page that shows how it is called. */
function FlowLinks({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation();
  const flows = useFlows().data ?? [];
  return ids.map((id, at) => {
    const flow = flows.find((one) => one.id === id);
    return (
      <Fragment key={id}>
        {at > 0 && ', '}
        {flow ? (
          <Anchor component={Link} to={callPage(id, null)} inherit>
            {flow.name}
          </Anchor>
        ) : (
          t('keys.gone')
        )}
      </Fragment>
    );
  });
}

function State({ apiKey: { state, expiresAt, oldKeyUntil } }: { apiKey: ApiKey }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return (
    <>
      <Badge color={colours[state]} variant="light" tt="none" fw={600} radius="sm">
        {t(`keys.states.${state}`)}
      </Badge>
      {expiresAt && state === 'active' && (
        <Text size="xs" c="dimmed">
          {t('keys.until', { when: formatDate(expiresAt, locale) })}
        </Text>
      )}
      {oldKeyUntil && state === 'active' && (
        <Text size="xs" c="dimmed">
          {t('keys.oldUntil', { when: formatDate(oldKeyUntil, locale) })}
        </Text>
      )}
    </>
  );
}
