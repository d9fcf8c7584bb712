// Offers work that an earlier visit could not save. Nothing of it is put over the saved draft without being asked.
import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FlowDocument } from '@eclusa/flow';
import { TwoDrawings } from '../../compare/TwoDrawings';
import { formatDate } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { useToast } from '../../shell/useToast';
import { useDocument, useFlowStores } from '../../store/flow-stores';
import { useUnsaved } from './useUnsaved';

/** `savedBy` is who saved the draft that was opened. */
export function RecoverModal({ savedBy }: { savedBy: string | null }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const toast = useToast();
  const { catalogue } = useFlowStores();
  const { found, settled } = useUnsaved();
  const saved = useDocument((state) => state.saved);
  const revision = useDocument((state) => state.revision);
  const edit = useDocument((state) => state.edit);
  const stay = () => undefined;
  const who = savedBy ?? t('editor.conflict.somebody');
  const isNewer = found !== null && found.revision < revision;
  const take = (document: FlowDocument) => {
    edit([{ type: 'replace-document', document }]);
    settled();
    toast.good(t('versions.recover.done'));
  };
  const discard = (document: FlowDocument) => {
    // Put in and taken out again: undo finds it.
    edit([{ type: 'replace-document', document }]);
    edit([{ type: 'replace-document', document: saved }]);
    settled();
  };
  return (
    <Modal
      opened={found !== null}
      onClose={stay}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('versions.recover.title')}
      size="xl"
    >
      {found && (
        <>
          <Text size="sm" mb="md">
            {t('versions.recover.text', { when: formatDate(found.at, locale) })}{' '}
            {isNewer && t('versions.recover.newer', { who })}
          </Text>
          <TwoDrawings
            base={isNewer ? found.base : saved}
            mine={found.document}
            theirs={saved}
            {...{ who }}
            catalogue={catalogue.nodes}
            theirsLabel={t('versions.recover.sideSaved')}
            onMerge={take}
            {...(!isNewer && { only: 'mine' as const })}
            takeTheirs={{
              label: t('versions.recover.discard'),
              help: t('versions.recover.discardHelp'),
              onTake: () => discard(found.document),
            }}
            keepMine={{
              label: t(isNewer ? 'versions.two.keepMine' : 'versions.recover.takeUp'),
              help: t(isNewer ? 'versions.two.keepMineHelp' : 'versions.recover.takeUpHelp'),
              onTake: () => take(found.document),
            }}
          />
        </>
      )}
    </Modal>
  );
}
