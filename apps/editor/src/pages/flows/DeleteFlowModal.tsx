// Asks before a flow is deleted, saying what goes with it.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDeleteFlow } from '../../api/flows';
import { useToast } from '../../shell/useToast';

export interface DeleteFlowModalProps {
  /** The flow in question; closed when null. */
  flow: { id: string; name: string } | null;
  onClose: () => void;
  onDeleted?: () => void;
}

/** Also opened from inside the flow. */
export function DeleteFlowModal({ flow, onClose, onDeleted }: DeleteFlowModalProps) {
  const { t } = useTranslation();
  const remove = useDeleteFlow();
  const toast = useToast();
  const confirm = () => {
    if (!flow) return;
    remove.mutate(flow.id, {
      onSuccess: () => {
        onClose();
        onDeleted?.();
      },
      onError: toast.bad,
    });
  };
  return (
    <Modal
      opened={flow !== null}
      onClose={onClose}
      title={t('flows.delete.title', { name: flow?.name ?? '' })}
    >
      <Text size="sm">{t('flows.delete.text')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="subtle" color="gray" onClick={onClose} data-autofocus>
          {t('action.cancel')}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={confirm}>
          {t('flows.delete.confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
