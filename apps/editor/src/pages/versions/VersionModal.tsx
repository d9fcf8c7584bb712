// What a version is called and why it was published. Neither changes what it does.
import { Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowVersionSummary } from '../../api/types';
import { useDescribeVersion } from '../../api/versions';
import { FormActions } from '../../shell/FormActions';
import { useToast } from '../../shell/useToast';

export interface VersionModalProps {
  flowId: string;
  /** Open while there is one. */
  version: FlowVersionSummary | null;
  onClose: () => void;
}

export function VersionModal({ flowId, version, onClose }: VersionModalProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={version !== null}
      onClose={onClose}
      title={t('versions.edit.title', { number: version?.number })}
    >
      {version && <Form flowId={flowId} version={version} onClose={onClose} />}
    </Modal>
  );
}

function Form({ flowId, version, onClose }: VersionModalProps & { version: FlowVersionSummary }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [name, setName] = useState(version.name ?? '');
  const [note, setNote] = useState(version.note ?? '');
  const describe = useDescribeVersion(flowId);
  const save = () =>
    describe.mutate(
      { number: version.number, name: name.trim() || null, note: note.trim() || null },
      { onSuccess: onClose, onError: toast.bad },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack>
        <TextInput
          label={t('versions.edit.name')}
          description={t('versions.edit.nameHelp')}
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Textarea
          label={t('versions.edit.note')}
          description={t('versions.edit.noteHelp')}
          maxLength={2000}
          autosize
          minRows={3}
          maxRows={8}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <FormActions submit={t('action.save')} busy={describe.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
