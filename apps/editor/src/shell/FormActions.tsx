// The end of a form in a dialog: the way out, then the deed.
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface FormActionsProps {
  /** What the button that submits says: the deed itself. */
  submit: string;
  busy: boolean;
  onCancel: () => void;
}

export function FormActions({ submit, busy, onCancel }: FormActionsProps) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end">
      <Button variant="subtle" color="gray" onClick={onCancel}>
        {t('action.cancel')}
      </Button>
      <Button type="submit" loading={busy}>
        {submit}
      </Button>
    </Group>
  );
}
