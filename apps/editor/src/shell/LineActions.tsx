// What can be done with one line of a table: change it, delete it.
import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface LineActionsProps {
  /** Names for those who do not see the icons: "Edit Demo ERP". */
  editLabel: string;
  deleteLabel: string;
  onEdit: () => void;
  onDelete: () => void;
}

/** Two icons at the line's end. */
export function LineActions({ editLabel, deleteLabel, onEdit, onDelete }: LineActionsProps) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <Tooltip label={t('action.edit')}>
        <ActionIcon aria-label={editLabel} onClick={onEdit}>
          <IconPencil size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('action.delete')}>
        <ActionIcon aria-label={deleteLabel} onClick={onDelete}>
          <IconTrash size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
