// Just after publishing: asks for a note, without standing in the way of the next thing.
import { Button, CloseButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDescribeVersion } from '../../api/versions';
import { useToast } from '../../shell/useToast';
import { useFlowStores } from '../../store/flow-stores';

export interface PublishedNoteProps {
  version: number;
  onClose: () => void;
}

/** The content of the popover under the publish button. */
export function PublishedNote({ version, onClose }: PublishedNoteProps) {
  const { t } = useTranslation();
  const toast = useToast();
  const { flowId } = useFlowStores();
  const [note, setNote] = useState('');
  const describe = useDescribeVersion(flowId);
  const keep = () =>
    describe.mutate({ number: version, note: note.trim() }, { onSuccess: onClose, onError: toast.bad });
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={620} role="status">
          {t('editor.publish.done', { number: version })}
        </Text>
        <CloseButton aria-label={t('versions.publish.close')} onClick={onClose} />
      </Group>
      <Textarea
        label={t('versions.publish.note')}
        placeholder={t('versions.publish.placeholder')}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="space-between">
        <Button component={Link} to={`/flows/${flowId}/versions`} variant="subtle" size="xs" px={6}>
          {t('versions.publish.see')}
        </Button>
        <Button size="xs" disabled={note.trim() === ''} loading={describe.isPending} onClick={keep}>
          {t('versions.publish.keep')}
        </Button>
      </Group>
    </Stack>
  );
}
