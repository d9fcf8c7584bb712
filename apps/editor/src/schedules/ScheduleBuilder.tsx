// How often a flow runs, built of choices; a cron expression for those who know it.
import { Chip, Group, Input, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fromCron, hourSteps, minuteSteps, toCron, type PlainSchedule } from '@eclusa/flow';
import { weekdayNames } from '../i18n/format';
import { useLocale } from '../i18n/useLocale';
import { inKind, kindOf, kinds } from './schedule-draft';

export interface ScheduleBuilderProps {
  cron: string;
  onChange: (cron: string) => void;
}

/** Keeps the cron expression; what it stands for is read from it. */
export function ScheduleBuilder({ cron, onChange }: ScheduleBuilderProps) {
  const { t } = useTranslation();
  const plain = fromCron(cron);
  // Whoever chose cron goes on typing it, also while it says something plain.
  const [isCron, setIsCron] = useState(plain === null);
  const kind = isCron || !plain ? 'cron' : kindOf(plain);
  const choose = (next: string | null) => {
    const chosen = kinds.find((one) => one === next) ?? kind;
    setIsCron(chosen === 'cron');
    if (chosen !== 'cron') onChange(toCron(inKind(chosen, cron)));
  };
  const put = (next: PlainSchedule) => onChange(toCron(next));
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <Select
          label={t('schedules.kind.label')}
          data={kinds.map((value) => ({ value, label: t(`schedules.kind.${value}`) }))}
          value={kind}
          onChange={choose}
        />
        {kind !== 'cron' && plain && <Pace plain={plain} onChange={put} />}
      </Group>
      {kind === 'cron' && (
        <TextInput
          label={t('schedules.cron')}
          description={t('schedules.cronHelp')}
          classNames={{ input: 'ec-mono' }}
          value={cron}
          maxLength={120}
          spellCheck={false}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {kind !== 'cron' && plain?.kind === 'every' && <Span plain={plain} onChange={put} />}
      {kind !== 'cron' && plain && plain.kind !== 'monthly' && <Days plain={plain} onChange={put} />}
    </Stack>
  );
}

interface PartProps<Plain extends PlainSchedule = PlainSchedule> {
  plain: Plain;
  onChange: (plain: PlainSchedule) => void;
}

function Pace({ plain, onChange }: PartProps) {
  const { t } = useTranslation();
  if (plain.kind === 'every') {
    const steps = plain.unit === 'minutes' ? minuteSteps : hourSteps;
    const unit = t(plain.unit === 'minutes' ? 'schedules.minutesShort' : 'schedules.hoursShort');
    return (
      <Select
        label={t('schedules.every')}
        data={steps.map((step) => ({ value: String(step), label: `${step} ${unit}` }))}
        value={String(plain.every)}
        onChange={(every) => every && onChange({ ...plain, every: Number(every) })}
      />
    );
  }
  return (
    <>
      {plain.kind === 'monthly' && (
        <NumberInput
          label={t('schedules.day')}
          min={1}
          max={31}
          clampBehavior="strict"
          value={plain.day}
          onChange={(day) => typeof day === 'number' && day >= 1 && onChange({ ...plain, day })}
        />
      )}
      <TextInput
        type="time"
        label={t('schedules.at')}
        value={`${two(plain.hour)}:${two(plain.minute)}`}
        onChange={(event) => {
          const [hour, minute] = event.currentTarget.value.split(':').map(Number);
          if (hour !== undefined && minute !== undefined) onChange({ ...plain, hour, minute });
        }}
      />
    </>
  );
}

function Span({ plain, onChange }: PartProps<Extract<PlainSchedule, { kind: 'every' }>>) {
  const { t } = useTranslation();
  const { from, to } = plain;
  const hours = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index).map((hour) => ({
      value: String(hour),
      label: `${two(hour)}:00`,
    }));
  // Of one hour alone, "every hour" would be a time of the day.
  const least = plain.unit === 'hours' ? 2 : 1;
  return (
    <Group grow>
      <Select
        label={t('schedules.from')}
        data={hours(0, 24 - least)}
        value={String(from)}
        onChange={(next) =>
          next !== null && onChange({ ...plain, from: Number(next), to: Math.max(to, Number(next) + least) })
        }
      />
      <Select
        label={t('schedules.to')}
        data={hours(from + least, 24)}
        value={String(to)}
        onChange={(next) => next !== null && onChange({ ...plain, to: Number(next) })}
      />
    </Group>
  );
}

function Days({ plain, onChange }: PartProps<Exclude<PlainSchedule, { kind: 'monthly' }>>) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  return (
    <Input.Wrapper label={t('schedules.days')} description={t('schedules.daysHelp')} labelElement="div">
      <Chip.Group
        multiple
        value={plain.days.map(String)}
        onChange={(days) => onChange({ ...plain, days: days.length === 7 ? [] : days.map(Number) })}
      >
        <Group gap={6} mt={6}>
          {weekdayNames(locale).map(({ day, name }) => (
            <Chip key={day} value={String(day)} size="xs">
              {name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
