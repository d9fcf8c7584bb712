// Asks before something is removed or done for real. The safe answer has the focus.
import { Button, Group, Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface ConfirmModalProps {
  opened: boolean;
  title: string;
  text: string;
  /** What the second button says: the deed itself, not "OK". */
  confirm: string;
  /** Nothing is removed or lost, so the button need not warn. */
  harmless?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** One question, two answers. */
export function ConfirmModal(props: ConfirmModalProps) {
  const { opened, title, text, confirm, harmless, busy, onConfirm, onClose } = props;
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Text size="sm">{text}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="subtle" color="gray" onClick={onClose} data-autofocus>
          {t('action.cancel')}
        </Button>
        <Button {...(!harmless && { color: 'red.9' })} loading={busy ?? false} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
