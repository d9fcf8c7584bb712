// The versions of a flow, the draft on top: who, when, what it is called and why it was published.
import { ActionIcon, Badge, Menu, Text } from '@mantine/core';
import { IconArrowBackUp, IconDots, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Flow, FlowVersionSummary } from '../../api/types';
import { formatAgo, formatDate } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { DRAFT } from './pair';
import { VersionModal } from './VersionModal';
import classes from './versions.module.css';

export interface VersionListProps {
  flow: Flow;
  versions: readonly FlowVersionSummary[];
  /** The version on the right side of the pictures. */
  shown: string;
  onShow: (which: string) => void;
}

export function VersionList({ flow, versions, shown, onShow }: VersionListProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const [editing, setEditing] = useState<FlowVersionSummary | null>(null);
  const by = (who: string | null, when: string) =>
    t('versions.by', { who: who ?? t('versions.somebody'), when: formatAgo(when, locale) });
  return (
    <nav className={classes.list} aria-label={t('versions.list')}>
      <ul>
        <li className={classes.item} data-shown={shown === DRAFT || undefined}>
          <button type="button" className={classes.open} onClick={() => onShow(DRAFT)}>
            <strong>{t('versions.draft')}</strong>
            <Text component="span" size="xs" c="dimmed" title={formatDate(flow.updatedAt, locale)}>
              {by(flow.updatedBy, flow.updatedAt)}
            </Text>
            <Text component="span" size="xs">
              {t('versions.draftHelp')}
            </Text>
          </button>
        </li>
        {versions.map((version) => (
          <li
            key={version.number}
            className={classes.item}
            data-shown={shown === String(version.number) || undefined}
          >
            <button type="button" className={classes.open} onClick={() => onShow(String(version.number))}>
              <span className={classes.name}>
                <strong>{version.name ?? t('versions.version', { number: version.number })}</strong>
                {version.number === flow.publishedVersion && (
                  <Badge size="xs" variant="light" color="green">
                    {t('versions.running')}
                  </Badge>
                )}
              </span>
              <Text component="span" size="xs" c="dimmed" title={formatDate(version.createdAt, locale)}>
                {version.name && `${t('versions.version', { number: version.number })} · `}
                {by(version.createdBy, version.createdAt)}
              </Text>
              {version.note && (
                <Text component="span" size="xs" className={classes.note}>
                  {version.note}
                </Text>
              )}
            </button>
            <VersionMenu flowId={flow.id} number={version.number} onEdit={() => setEditing(version)} />
          </li>
        ))}
      </ul>
      <VersionModal flowId={flow.id} version={editing} onClose={() => setEditing(null)} />
    </nav>
  );
}

interface VersionMenuProps {
  flowId: string;
  number: number;
  onEdit: () => void;
}

function VersionMenu({ flowId, number, onEdit }: VersionMenuProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('versions.more', { number })}>
          <IconDots size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
          {t('versions.edit.open')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => void navigate(`/flows/${flowId}`, { state: { restore: number } })}
        >
          {t('versions.restore.action')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
