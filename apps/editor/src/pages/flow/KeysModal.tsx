// The list of keys, opened by "?".
import { Group, Kbd, Modal, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const keys = [
  ['Ctrl S', 'editor.keys.save'],
  ['Ctrl Z', 'editor.keys.undo'],
  ['Ctrl Shift Z', 'editor.keys.redo'],
  ['Ctrl C', 'editor.keys.copy'],
  ['Ctrl X', 'editor.keys.cut'],
  ['Ctrl V', 'editor.keys.paste'],
  ['Ctrl D', 'editor.keys.duplicate'],
  ['Ctrl A', 'editor.keys.all'],
  ['Delete', 'editor.keys.delete'],
  ['D', 'editor.keys.off'],
  ['/', 'editor.keys.search'],
  ['Shift T', 'editor.keys.tidy'],
  ['Shift 1', 'editor.keys.fit'],
  ['Enter', 'editor.keys.select'],
  ['Esc', 'editor.keys.escape'],
  ['?', 'editor.keys.help'],
] as const;

export interface KeysModalProps {
  opened: boolean;
  onClose: () => void;
}

/** Two columns of keys and what they do. */
export function KeysModal({ opened, onClose }: KeysModalProps) {
  const { t } = useTranslation();
  const lines = [
    ...keys.map(([combination, key]) => ({ parts: combination.split(' '), what: t(key) })),
    { parts: [t('editor.keys.arrows')], what: t('editor.keys.move') },
    { parts: ['Shift', t('editor.keys.click')], what: t('editor.keys.many') },
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={t('editor.keys.title')} size="lg">
      <SimpleGrid cols={2} spacing="xl" verticalSpacing={10}>
        {lines.map(({ parts, what }) => (
          <Group key={what} justify="space-between" wrap="nowrap" gap="xs">
            <Text size="sm">{what}</Text>
            <Group gap={4} wrap="nowrap">
              {parts.map((part) => (
                <Kbd key={part} size="xs">
                  {part}
                </Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </SimpleGrid>
    </Modal>
  );
}
