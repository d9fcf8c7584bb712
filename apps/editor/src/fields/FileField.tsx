// A file a person uploads. The setting holds its id; the name is remembered only for this visit.
import { Button, FileButton, Group, Input, Text } from '@mantine/core';
import { IconFile, IconUpload, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileUrl, useUpload } from '../api/files';
import { useProblemText } from '../shell/useProblemText';
import type { FieldProps } from './field-types';
import { useFrame } from './useFrame';

/** Upload starts when the file is chosen. */
export function FileField(props: FieldProps<'file'>) {
  const { t } = useTranslation();
  const say = useProblemText();
  const upload = useUpload();
  const [names, setNames] = useState<Record<string, string>>({});
  const frame = useFrame(props);
  const id = typeof props.value === 'string' ? props.value : null;
  const send = (file: File | null) => {
    if (!file) return;
    upload.mutate(file, {
      onSuccess: (kept) => {
        setNames((known) => ({ ...known, [kept.id]: kept.name }));
        props.onChange(kept.id);
      },
    });
  };
  const error = upload.isError ? say(upload.error) : frame.error;
  return (
    <Input.Wrapper {...frame} error={error} labelElement="div" labelProps={{ id: `${props.id}-label` }}>
      <Group gap="xs" my={6}>
        <FileButton
          onChange={send}
          accept={props.field.accepts?.join(',')}
          inputProps={{ 'aria-labelledby': `${props.id}-label` }}
        >
          {(button) => (
            <Button
              {...button}
              variant="default"
              loading={upload.isPending}
              leftSection={<IconUpload size={15} aria-hidden />}
            >
              {id ? t('fields.file.replace') : t('fields.file.choose')}
            </Button>
          )}
        </FileButton>
        {id && (
          <Group gap={6} wrap="nowrap">
            <IconFile size={15} aria-hidden />
            <Text component="a" href={fileUrl(id)} size="sm" c="var(--ec-accent-text)" truncate maw={200}>
              {names[id] ?? t('fields.file.kept')}
            </Text>
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              aria-label={t('fields.file.remove')}
              onClick={() => props.onChange(undefined)}
            >
              <IconX size={14} aria-hidden />
            </Button>
          </Group>
        )}
      </Group>
    </Input.Wrapper>
  );
}
