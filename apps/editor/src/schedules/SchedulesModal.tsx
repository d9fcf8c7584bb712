// When a flow runs by itself: its schedules as lines, and the form for one of them.
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCalendarClock, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SuggestedSchedule } from '@eclusa/flow';
import { useDeleteSchedule, useSchedules } from '../api/schedules';
import type { Schedule } from '../api/types';
import { useLocale } from '../i18n/useLocale';
import { ConfirmModal } from '../shell/ConfirmModal';
import { ListArea } from '../shell/ListArea';
import { Notice } from '../shell/Notice';
import { useToast } from '../shell/useToast';
import { openSuggestion } from './schedule-draft';
import { ScheduleForm } from './ScheduleForm';
import { ScheduleLine } from './ScheduleLine';
import { Suggestion } from './Suggestion';

export interface SchedulesModalProps {
  flow: {
    id: string;
    name: string;
    isPublished: boolean;
    storeId: string | null;
    suggested: SuggestedSchedule | undefined;
  };
  /** `suggested` begins with the form, filled in with what the flow suggests. */
  opened: 'list' | 'suggested' | null;
  onClose: () => void;
}

/** Asks the server only while it is open. */
export function SchedulesModal({ flow, opened, onClose }: SchedulesModalProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened !== null}
      onClose={onClose}
      title={t('schedules.title', { name: flow.name })}
      size="lg"
    >
      {opened && <Schedules flow={flow} start={opened === 'suggested' ? 'suggested' : null} />}
    </Modal>
  );
}

function Schedules({ flow, start }: Pick<SchedulesModalProps, 'flow'> & { start: 'suggested' | null }) {
  const { t } = useTranslation();
  const query = useSchedules(flow.id);
  const [editing, setEditing] = useState<Schedule | 'new' | 'suggested' | null>(start);
  if (editing !== null) {
    const schedule = typeof editing === 'string' ? null : editing;
    const suggested = editing === 'suggested' ? flow.suggested : undefined;
    return (
      <ScheduleForm flow={flow} schedule={schedule} suggested={suggested} onDone={() => setEditing(null)} />
    );
  }
  const items = query.data ?? [];
  const suggested = openSuggestion(flow.suggested, items);
  const suggestion = suggested && (
    <Suggestion suggested={suggested} isPublished={flow.isPublished} onTake={() => setEditing('suggested')} />
  );
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      disabled={!flow.isPublished}
      onClick={() => setEditing('new')}
    >
      {t('schedules.new')}
    </Button>
  );
  const publishFirst = !flow.isPublished && <Alert color="yellow">{t('schedules.notPublished')}</Alert>;
  return (
    <ListArea query={query}>
      {items.length === 0 ? (
        <Notice icon={IconCalendarClock} title={t('schedules.empty.title')} text={t('schedules.empty.text')}>
          {suggestion}
          {publishFirst}
          {add}
        </Notice>
      ) : (
        <Stack>
          <Text size="sm" c="dimmed">
            {t('schedules.lead')}
          </Text>
          {suggestion}
          <ScheduleLines flowId={flow.id} items={items} onEdit={setEditing} />
          {publishFirst}
          <Group justify="flex-end">{add}</Group>
        </Stack>
      )}
    </ListArea>
  );
}

interface LinesProps {
  flowId: string;
  items: readonly Schedule[];
  onEdit: (schedule: Schedule) => void;
}

function ScheduleLines({ flowId, items, onEdit }: LinesProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const toast = useToast();
  const remove = useDeleteSchedule(flowId);
  const [leaving, setLeaving] = useState<Schedule | null>(null);
  return (
    <>
      <Stack gap="xs">
        {items.map((schedule) => (
          <ScheduleLine
            key={schedule.id}
            flowId={flowId}
            schedule={schedule}
            onEdit={() => onEdit(schedule)}
            onDelete={() => setLeaving(schedule)}
          />
        ))}
      </Stack>
      <ConfirmModal
        opened={leaving !== null}
        title={t('schedules.delete.title')}
        text={t('schedules.delete.text', { what: leaving ? say(leaving.text) : '' })}
        confirm={t('schedules.delete.confirm')}
        busy={remove.isPending}
        onConfirm={() =>
          leaving && remove.mutate(leaving.id, { onSuccess: () => setLeaving(null), onError: toast.bad })
        }
        onClose={() => setLeaving(null)}
      />
    </>
  );
}
