// Says that a box is deprecated and puts the one that replaces it in its place, in one step of undo.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { successorOf } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { useToast } from '../shell/useToast';
import { useDocument, useFlowStores } from '../store/flow-stores';
import { useTakePending } from './pending-edits';

/** Nothing for a box that stays, or whose successor this server does not know. */
export function SuccessorNotice({ id }: { id: string }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const toast = useToast();
  const { catalogue } = useFlowStores();
  const document = useDocument((state) => state.document);
  const edit = useDocument((state) => state.edit);
  const takePending = useTakePending();
  const succession = successorOf(document, id, catalogue.nodes);
  const next = succession && catalogue.nodes.get(succession.edit.node.type);
  if (!succession || !next) return null;
  const convert = () => {
    edit([...takePending(), succession.edit]);
    const names = succession.leftBehind.join(', ');
    toast.good(names === '' ? t('editor.successor.done') : t('editor.successor.left', { names }));
  };
  return (
    <Alert color="yellow" title={t('editor.successor.title')} mb="md">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('editor.successor.text', { name: say(next.name) })}</Text>
        <Button
          size="compact-sm"
          leftSection={<IconArrowsExchange size={15} aria-hidden />}
          onClick={convert}
        >
          {t('editor.successor.convert')}
        </Button>
      </Stack>
    </Alert>
  );
}
