// Asks before a flow forgets what it has sent, saying for which store.
import { useTranslation } from 'react-i18next';
import { useForgetMemory } from '../../api/flows';
import type { Store } from '../../api/types';
import { ConfirmModal } from '../../shell/ConfirmModal';
import { useToast } from '../../shell/useToast';

export interface ForgetModalProps {
  flowId: string;
  /** The store that is chosen for the flow. */
  store: Store | undefined;
  opened: boolean;
  onClose: () => void;
}

/** What was sent stays in the store; only the memory of it goes. */
export function ForgetModal({ flowId, store, opened, onClose }: ForgetModalProps) {
  const { t } = useTranslation();
  const forget = useForgetMemory();
  const toast = useToast();
  const confirm = () =>
    forget.mutate(
      { id: flowId, storeId: store?.id ?? null },
      {
        onSuccess: ({ keys }) => {
          toast.good(t('editor.forget.done', { count: keys }));
          onClose();
        },
        onError: toast.bad,
      },
    );
  return (
    <ConfirmModal
      opened={opened}
      title={t('editor.forget.title')}
      text={t('editor.forget.text', { store: store?.name ?? t('editor.bar.noStore') })}
      confirm={t('editor.forget.confirm')}
      busy={forget.isPending}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
