// The form of one schedule: how often, where on earth, what when something comes in between, and the next ten times.
import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SuggestedSchedule } from '@eclusa/flow';
import { useSaveSchedule } from '../api/schedules';
import { useStores } from '../api/stores';
import type { SaveSchedule, Schedule } from '../api/types';
import { useProblemText } from '../shell/useProblemText';
import { freshSchedule, timezones, wishOf } from './schedule-draft';
import { ScheduleBuilder } from './ScheduleBuilder';
import { SchedulePreview } from './SchedulePreview';

export interface ScheduleFormProps {
  flow: { id: string; storeId: string | null };
  /** The one to change; null for a new one. */
  schedule: Schedule | null;
  /** What a new one starts with. */
  suggested?: SuggestedSchedule | undefined;
  onDone: () => void;
}

const missed = ['once', 'all', 'skip'] as const;
const overlaps = ['skip', 'queue', 'cancel'] as const;
const zones = timezones();

/** Saved by its button, not as it is typed: half a schedule must not fire. */
export function ScheduleForm({ flow, schedule, suggested, onDone }: ScheduleFormProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const save = useSaveSchedule(flow.id);
  const stores = useStores().data ?? [];
  const [draft, setDraft] = useState<SaveSchedule>(() =>
    schedule ? wishOf(schedule) : freshSchedule(flow.storeId, suggested),
  );
  const change = (part: Partial<SaveSchedule>) => setDraft({ ...draft, ...part });
  const submit = () =>
    save.mutate({ ...(schedule && { id: schedule.id }), body: draft }, { onSuccess: onDone });
  return (
    <Stack>
      {!schedule && suggested && <Text size="sm">{t('schedules.suggested.lead')}</Text>}
      <ScheduleBuilder cron={draft.cron} onChange={(cron) => change({ cron })} />
      <Group grow align="flex-start">
        <Select
          label={t('schedules.timezone')}
          searchable
          limit={60}
          data={zones.includes(draft.timezone) ? zones : [draft.timezone, ...zones]}
          value={draft.timezone}
          onChange={(timezone) => timezone && change({ timezone })}
        />
        <Select
          label={t('schedules.store')}
          data={[
            ...stores.map(({ id, name }) => ({ value: id, label: name })),
            { value: '', label: t('editor.bar.noStore') },
          ]}
          value={draft.storeId ?? ''}
          onChange={(storeId) => change({ storeId: storeId || null })}
        />
      </Group>
      <Group grow align="flex-end">
        <Select
          label={t('schedules.missed.label')}
          data={missed.map((value) => ({ value, label: t(`schedules.missed.${value}`) }))}
          value={draft.missed}
          onChange={(value) => change({ missed: missed.find((one) => one === value) ?? draft.missed })}
        />
        <Select
          label={t('schedules.overlap.label')}
          data={overlaps.map((value) => ({ value, label: t(`schedules.overlap.${value}`) }))}
          value={draft.overlap}
          onChange={(value) => change({ overlap: overlaps.find((one) => one === value) ?? draft.overlap })}
        />
      </Group>
      <SchedulePreview cron={draft.cron} timezone={draft.timezone} />
      {save.isError && <Alert color="red">{say(save.error)}</Alert>}
      <Group justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('action.cancel')}
        </Button>
        <Button onClick={submit} loading={save.isPending}>
          {t(schedule ? 'schedules.save' : 'schedules.add')}
        </Button>
      </Group>
    </Stack>
  );
}
