// The empty list teaches: what a flow is, and the three steps to the first one.
import { Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowsTransferDown, IconDatabaseImport, IconRocket } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './flows.module.css';

const steps = [
  { key: 'flows.empty.step1', icon: IconDatabaseImport },
  { key: 'flows.empty.step2', icon: IconArrowsTransferDown },
  { key: 'flows.empty.step3', icon: IconRocket },
] as const;

/** `children` is the button that starts. */
export function FirstFlow({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Paper p={48} radius="lg">
      <Stack align="center" gap="xl">
        <Stack align="center" gap={6} ta="center">
          <Title order={2}>{t('flows.empty.title')}</Title>
          <Text c="dimmed" maw={480}>
            {t('flows.empty.text')}
          </Text>
        </Stack>
        <ol className={classes.steps}>
          {steps.map(({ key, icon: Picture }, index) => (
            <li key={key}>
              <span className={classes.picture}>
                <Picture size={24} stroke={1.6} aria-hidden />
              </span>
              <span>
                {index + 1}. {t(key)}
              </span>
            </li>
          ))}
        </ol>
        {children}
      </Stack>
    </Paper>
  );
}
