// That something is paused: since when, by whom, and the button that lets it go on.
import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePause, type Pausable } from '../api/pauses';
import type { Pause } from '../api/types';
import { formatAgo, formatDate } from '../i18n/format';
import { useLocale } from '../i18n/useLocale';
import { useToast } from './useToast';

export interface PausedProps {
  what: Pausable;
  id: string;
  pause: Pause;
}

/** Small; stands beside a name. */
export function PausedBadge({ pause }: { pause: Pause }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return (
    <Badge
      color="yellow"
      variant="light"
      fw={600}
      title={formatDate(pause.at, locale)}
      leftSection={<IconPlayerPause size={12} aria-hidden />}
    >
      {t('runs.paused.badge')}
    </Badge>
  );
}

/** A line of its own, with the way on. */
export function PausedAlert({ what, id, pause }: PausedProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const when = formatAgo(pause.at, locale);
  return (
    <Alert color="yellow" p="xs" icon={<IconPlayerPause size={18} aria-hidden />}>
      <Group justify="space-between" gap="sm">
        <Text size="sm" title={formatDate(pause.at, locale)}>
          {t(`runs.paused.${what}`)}{' '}
          {pause.by ? t('runs.paused.by', { when, who: pause.by }) : t('runs.paused.since', { when })}
        </Text>
        <ResumeButton what={what} id={id} />
      </Group>
    </Alert>
  );
}

/** Lets it go on, at once. */
export function ResumeButton({ what, id }: Pick<PausedProps, 'what' | 'id'>) {
  const { t } = useTranslation();
  const pause = usePause();
  const toast = useToast();
  return (
    <Button
      size="compact-sm"
      variant="light"
      flex="none"
      leftSection={<IconPlayerPlay size={14} aria-hidden />}
      loading={pause.isPending}
      onClick={() => pause.mutate({ what, id, on: false }, { onError: toast.bad })}
    >
      {t('runs.paused.resume')}
    </Button>
  );
}
