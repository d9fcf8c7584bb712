// Text to be taken elsewhere as it stands: a command, a key. A button copies it.
import { Button, CopyButton, Stack } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './programs.module.css';

export interface CopyBlockProps {
  text: string;
  /** What it is, for those who do not see it. */
  label: string;
  /** What the button says: "Copy the key". */
  copy: string;
  /** Source text: shown whole, and broken at spaces only. */
  isSource?: boolean;
}

export function CopyBlock({ text, label, copy, isSource = false }: CopyBlockProps) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" align="flex-start">
      <pre
        className={isSource ? `${classes.block} ${classes.source}` : classes.block}
        role="region"
        aria-label={label}
        tabIndex={0}
      >
        {text}
      </pre>
      <CopyButton value={text}>
        {({ copied, copy: take }) => (
          <Button
            size="xs"
            variant="default"
            leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            onClick={take}
          >
            {copied ? t('action.copied') : copy}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}
