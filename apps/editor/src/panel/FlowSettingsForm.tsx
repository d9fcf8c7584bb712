// The settings of the whole flow, drawn from their description as the settings of a box are.
import { Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { flowSettingFields, type FlowSettings } from '@eclusa/flow';
import { FieldForm } from '../fields/FieldForm';
import { FieldScopeProvider, type FieldScope } from '../fields/field-scope';
import { useLocale } from '../i18n/useLocale';
import { useDocument, useFlowStores, useSamples } from '../store/flow-stores';
import { rowsRead } from '../store/sample-flow';
import { knownResults } from '../store/sample-store';
import { useProblems } from '../store/useProblems';

/** Every change is an edit of the draft at once. */
export function FlowSettingsForm() {
  const { t } = useTranslation();
  const { say } = useLocale();
  const settings = useDocument((state) => state.document.settings) ?? {};
  const edit = useDocument((state) => state.edit);
  const scope = useReadRows();
  const problems = useProblems();
  const errors = Object.fromEntries(
    problems.flatMap(({ setting, text }) => (setting ? [[setting, say(text)] as const] : [])),
  );
  return (
    <div>
      <Title order={4}>{t('editor.flow.settings')}</Title>
      <Text size="xs" c="dimmed" mb="xs">
        {t('editor.flow.settingsHelp')}
      </Text>
      <FieldScopeProvider value={scope}>
        <FieldForm
          idPrefix="flow-setting"
          fields={flowSettingFields}
          values={settings}
          errors={errors}
          onChange={(field, value) => {
            const next = { ...settings, [field]: value } as FlowSettings;
            edit([{ type: 'set-settings', settings: next }], `flow.settings.${field}`);
          }}
        />
      </FieldScopeProvider>
    </div>
  );
}

/** What a formula over rows as they are read may know. */
function useReadRows(): FieldScope {
  const { catalogue } = useFlowStores();
  const document = useDocument((state) => state.document);
  const tested = useSamples((state) => state.tested);
  const pinned = useSamples((state) => state.pinned);
  return useMemo(
    () => ({
      rows: rowsRead(document, knownResults({ tested, pinned })),
      parameters: Object.fromEntries(
        Object.entries(document.parameters).map(([name, { default: value }]) => [name, value ?? null]),
      ),
      functions: catalogue.functions,
    }),
    [document, tested, pinned, catalogue],
  );
}
