// The sample rows that enter a box, by input; before there are any, the fields they will have.
import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KnownField } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import classes from '../rows/rows.module.css';
import { RowsView } from '../rows/RowsView';
import { useColumnWords } from '../rows/useColumnWords';
import type { BoxSample } from './useBoxSample';

/** Nothing for a source. */
export function RowsIn({ sample }: { sample: BoxSample }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const ports = sample.description?.inputs ?? [];
  if (ports.length === 0) return null;
  const title = (port: (typeof ports)[number]) =>
    ports.length > 1 ? `${t('rows.in.title')}: ${say(port.name)}` : t('rows.in.title');
  return (
    <Stack gap="md">
      {ports.map((port) => {
        const rows = sample.inputs?.find((one) => one.port === port.id)?.rows;
        const expected = sample.expected[port.id] ?? null;
        return (
          <section key={port.id}>
            <Title order={4} mb={4}>
              {title(port)}
            </Title>
            {rows && rows.length > 0 ? (
              <RowsView rows={rows} label={title(port)} />
            ) : (
              <Text size="sm" c="dimmed">
                {t(rows ? 'rows.in.nothing' : sample.fed ? 'rows.in.none' : 'rows.in.notConnected')}
              </Text>
            )}
            {!rows && expected && expected.length > 0 && <Expected fields={expected} />}
          </section>
        );
      })}
    </Stack>
  );
}

function Expected({ fields }: { fields: readonly KnownField[] }) {
  const { t } = useTranslation();
  const words = useColumnWords();
  return (
    <div>
      <Text size="sm" fw={600} mt="xs" mb={4} title={t('rows.in.expectedHelp')}>
        {t('rows.in.expected')}
      </Text>
      <div className={classes.expected}>
        {fields.map((field) => (
          <span key={field.path} title={field.meaning ? words.meaning(field.meaning) : undefined}>
            {field.path} <small>{words.type(field)}</small>
          </span>
        ))}
      </div>
    </div>
  );
}
