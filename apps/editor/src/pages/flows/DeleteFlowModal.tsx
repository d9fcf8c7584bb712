// Asks before a flow is deleted, saying what goes with it.
import { useTranslation } from 'react-i18next';
import { useDeleteFlow } from '../../api/flows';
import { ConfirmModal } from '../../shell/ConfirmModal';
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
    <ConfirmModal
      opened={flow !== null}
      title={t('flows.delete.title', { name: flow?.name ?? '' })}
      text={t('flows.delete.text')}
      confirm={t('flows.delete.confirm')}
      busy={remove.isPending}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
