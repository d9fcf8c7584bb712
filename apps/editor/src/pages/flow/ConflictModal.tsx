// Two people saved the same draft: who and when, and the choice whose drawing stays.
import { Button, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatAgo } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { useSaving } from '../../store/flow-stores';

/** Cannot be closed without a choice: until then nothing is saved. */
export function ConflictModal() {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const conflict = useSaving((state) => state.conflict);
  const takeTheirs = useSaving((state) => state.takeTheirs);
  const keepMine = useSaving((state) => state.keepMine);
  const stay = () => undefined;
  return (
    <Modal
      opened={conflict !== null}
      onClose={stay}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('editor.conflict.title')}
      size="lg"
    >
      {conflict && (
        <Stack>
          <Text size="sm">
            {t('editor.conflict.text', {
              who: conflict.updatedBy ?? t('editor.conflict.somebody'),
              when: formatAgo(conflict.updatedAt, locale),
            })}
          </Text>
          <SimpleGrid cols={2}>
            <Stack gap={4}>
              <Button variant="default" onClick={takeTheirs}>
                {t('editor.conflict.theirs')}
              </Button>
              <Text size="xs" c="dimmed">
                {t('editor.conflict.theirsHelp')}
              </Text>
            </Stack>
            <Stack gap={4}>
              <Button onClick={() => void keepMine()}>{t('editor.conflict.mine')}</Button>
              <Text size="xs" c="dimmed">
                {t('editor.conflict.mineHelp')}
              </Text>
            </Stack>
          </SimpleGrid>
        </Stack>
      )}
    </Modal>
  );
}
