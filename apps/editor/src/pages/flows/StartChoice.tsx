// What a new flow starts with: nothing, an example that says what it does, or another flow.
import { Radio, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { describeSchedule } from '@eclusa/flow';
import type { FlowSummary, FlowTemplate } from '../../api/types';
import { useLocale } from '../../i18n/useLocale';

export type Start =
  { with: 'empty' } | { with: 'example'; template: string } | { with: 'copy'; flow: string | null };

export interface StartChoiceProps {
  value: Start;
  onChange: (start: Start) => void;
  templates: readonly FlowTemplate[];
  flows: readonly FlowSummary[];
}

/** Offers only what there is; nothing to choose from, nothing shown. */
export function StartChoice({ value, onChange, templates, flows }: StartChoiceProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const choose = (next: string) => {
    if (next === 'example' && templates[0]) onChange({ with: 'example', template: templates[0].id });
    else if (next === 'copy') onChange({ with: 'copy', flow: flows[0]?.id ?? null });
    else onChange({ with: 'empty' });
  };
  if (templates.length === 0 && flows.length === 0) return null;
  const shown = value.with === 'example' ? templates.find(({ id }) => id === value.template) : undefined;
  return (
    <>
      <Radio.Group label={t('flows.create.from')} value={value.with} onChange={choose}>
        <Stack gap="xs" mt="xs">
          <Radio value="empty" label={t('flows.create.empty')} description={t('flows.create.emptyHelp')} />
          {templates.length > 0 && (
            <Radio
              value="example"
              label={t('flows.create.example')}
              description={t('flows.create.exampleHelp')}
            />
          )}
          {flows.length > 0 && (
            <Radio value="copy" label={t('flows.create.copy')} description={t('flows.create.copyHelp')} />
          )}
        </Stack>
      </Radio.Group>
      {value.with === 'example' && (
        <div>
          <Select
            label={t('flows.create.whichExample')}
            data={templates.map(({ id, name }) => ({ value: id, label: say(name) }))}
            value={value.template}
            allowDeselect={false}
            onChange={(template) => template && onChange({ with: 'example', template })}
          />
          {shown && (
            <Text size="sm" c="dimmed" mt={6}>
              {say(shown.description)}
            </Text>
          )}
          {shown?.document.schedule && (
            <Text size="sm" mt={6}>
              {t('schedules.suggested.atStart', { what: say(describeSchedule(shown.document.schedule)) })}
            </Text>
          )}
        </div>
      )}
      {value.with === 'copy' && (
        <Select
          label={t('flows.create.which')}
          data={flows.map((flow) => ({ value: flow.id, label: flow.name }))}
          value={value.flow}
          allowDeselect={false}
          onChange={(flow) => onChange({ with: 'copy', flow })}
          searchable
        />
      )}
    </>
  );
}
