// One schedule: its sentence, when it comes next, and a switch.
import { Group, Paper, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSaveSchedule } from '../api/schedules';
import type { Schedule } from '../api/types';
import { formatDateIn } from '../i18n/format';
import { useLocale } from '../i18n/useLocale';
import { LineActions } from '../shell/LineActions';
import { useToast } from '../shell/useToast';
import { wishOf } from './schedule-draft';

export interface ScheduleLineProps {
  flowId: string;
  schedule: Schedule;
  onEdit: () => void;
  onDelete: () => void;
}

/** Switched on again it goes on from the present; what passed meanwhile is not made up for. */
export function ScheduleLine({ flowId, schedule, onEdit, onDelete }: ScheduleLineProps) {
  const { t } = useTranslation();
  const { say, locale } = useLocale();
  const toast = useToast();
  const save = useSaveSchedule(flowId);
  const { id, enabled, nextAt, timezone, storeName } = schedule;
  const what = say(schedule.text);
  const toggle = (next: boolean) =>
    save.mutate({ id, body: { ...wishOf(schedule), enabled: next } }, { onError: toast.bad });
  const next = nextAt
    ? t('schedules.next', { when: formatDateIn(nextAt, locale, timezone) })
    : t('schedules.never');
  return (
    <Paper p="sm" bg="var(--ec-sunken)">
      <Group wrap="nowrap" gap="sm">
        <Switch
          aria-label={t('schedules.on', { what })}
          checked={enabled}
          disabled={save.isPending}
          onChange={(event) => toggle(event.currentTarget.checked)}
        />
        <div style={{ flex: 1 }}>
          <Text size="sm" fw={600}>
            {what}
          </Text>
          <Text size="xs" c="dimmed">
            {enabled ? next : t('schedules.off')}
            {storeName && ` · ${storeName}`}
          </Text>
        </div>
        <LineActions
          editLabel={t('schedules.edit', { what })}
          deleteLabel={t('schedules.remove', { what })}
          onEdit={onEdit}
          onDelete={onDelete}
        />
      </Group>
    </Paper>
  );
}
