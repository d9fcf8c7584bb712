// How a receiver checks the signature, as code to be copied.
import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyBlock } from '../../programs/CopyBlock';
import { verifyInNode, verifyInPython } from './verify-sample';

const samples = { node: verifyInNode, python: verifyInPython };

/** Left-aligned wherever it stands. */
export function VerifyHelp() {
  const { t } = useTranslation();
  const [language, setLanguage] = useState<keyof typeof samples>('node');
  return (
    <Stack gap="xs" ta="left" w="100%" maw={680}>
      <Text size="sm">{t('callbacks.verify.text')}</Text>
      <SegmentedControl
        size="xs"
        style={{ alignSelf: 'flex-start' }}
        aria-label={t('callbacks.verify.language')}
        data={[
          { value: 'node', label: 'Node.js' },
          { value: 'python', label: 'Python' },
        ]}
        value={language}
        onChange={(value) => setLanguage(value as keyof typeof samples)}
      />
      <CopyBlock
        text={samples[language]}
        label={t('callbacks.verify.code')}
        copy={t('callbacks.verify.copy')}
      />
    </Stack>
  );
}
