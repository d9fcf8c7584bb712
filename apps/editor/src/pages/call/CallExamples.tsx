// The same call in several languages, one at a time.
import { Tabs, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { CopyBlock } from '../../programs/CopyBlock';
import { exampleLanguages, type ExampleLanguage } from '../../programs/examples';
import { exportOf } from '../../programs/examples/curl';
import type { ExampleCall } from '../../programs/examples/example';

const languages = Object.keys(exampleLanguages) as ExampleLanguage[];

/** Those that find the key in an environment variable. */
const readsEnvironment: ReadonlySet<ExampleLanguage> = new Set(['typescript', 'python', 'php', 'csharp']);

/** Remembers the language that was looked at last, over all flows. */
export function CallExamples({ call }: { call: ExampleCall }) {
  const { t } = useTranslation();
  const [kept, keep] = useLocalStorage<ExampleLanguage>({
    key: 'eclusa.call.language',
    defaultValue: 'curl',
  });
  const shown = languages.includes(kept) ? kept : 'curl';
  return (
    <Tabs value={shown} onChange={(value) => value && keep(value as ExampleLanguage)} keepMounted={false}>
      <Tabs.List mb="md" aria-label={t('programs.languages')}>
        {languages.map((id) => (
          <Tabs.Tab key={id} value={id}>
            {exampleLanguages[id].name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {languages.map((id) => (
        <Tabs.Panel key={id} value={id}>
          <Text size="sm" mb="sm">
            {t(`programs.about.${id}`)}
          </Text>
          <CopyBlock
            text={exampleLanguages[id].write(call)}
            label={
              id === 'curl'
                ? t('keys.call.command')
                : t('programs.example', { language: exampleLanguages[id].name })
            }
            copy={id === 'curl' ? t('keys.call.copy') : t('programs.copy')}
            isSource
          />
          {readsEnvironment.has(id) && (
            <>
              <Text size="sm" my="sm">
                {t('programs.export.text')}
              </Text>
              <CopyBlock
                text={exportOf(call.key)}
                label={t('programs.export.label')}
                copy={t('keys.call.copy')}
              />
            </>
          )}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
