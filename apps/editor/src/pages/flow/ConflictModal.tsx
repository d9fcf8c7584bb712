// Somebody else saved the same draft: who, when and what, and the choice whose drawing stays.
import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TwoDrawings } from '../../compare/TwoDrawings';
import { formatAgo } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { useDocument, useFlowStores, useSaving } from '../../store/flow-stores';

/** Cannot be closed without a choice: until then nothing is saved. */
export function ConflictModal() {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const { catalogue } = useFlowStores();
  const conflict = useSaving((state) => state.conflict);
  const { takeTheirs, keepMine, keepBoth } = useSaving((state) => state);
  const base = useDocument((state) => state.saved);
  const mine = useDocument((state) => state.document);
  const stay = () => undefined;
  const who = conflict?.updatedBy ?? t('editor.conflict.somebody');
  return (
    <Modal
      opened={conflict !== null}
      onClose={stay}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('editor.conflict.title')}
      size="xl"
    >
      {conflict && (
        <>
          <Text size="sm" mb="md">
            {t('editor.conflict.text', { who, when: formatAgo(conflict.updatedAt, locale) })}
          </Text>
          <TwoDrawings
            {...{ base, mine, who }}
            theirs={conflict.draft}
            catalogue={catalogue.nodes}
            theirsLabel={t('versions.two.sideTheirs', { who })}
            onMerge={(merged) => void keepBoth(merged)}
            takeTheirs={{
              label: t('versions.two.takeTheirs'),
              help: t('versions.two.takeTheirsHelp'),
              onTake: takeTheirs,
            }}
            keepMine={{
              label: t('versions.two.keepMine'),
              help: t('versions.two.keepMineHelp'),
              onTake: () => void keepMine(),
            }}
          />
        </>
      )}
    </Modal>
  );
}
