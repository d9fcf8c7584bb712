// Boxes made for an older Eclusa: shows what bringing them up to date changes, and does it when asked to.
import { Button, Group, Paper, Text } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FlowDocument } from '@eclusa/flow';
import { migrateDocument } from '../../api/flows';
import { CompareModal } from '../../compare/CompareModal';
import { useToast } from '../../shell/useToast';
import { useDocument, useFlowStores } from '../../store/flow-stores';
import { useProblems } from '../../store/useProblems';
import classes from './flow.module.css';

/** Nothing while all boxes are up to date. */
export function OutdatedNotice() {
  const { t } = useTranslation();
  const toast = useToast();
  const { catalogue } = useFlowStores();
  const document = useDocument((state) => state.document);
  const edit = useDocument((state) => state.edit);
  const count = useProblems().filter(({ code }) => code === 'flow.node-outdated').length;
  const migrate = useMutation({ mutationFn: migrateDocument, onError: toast.bad });
  if (count === 0) return null;
  const apply = (migrated: FlowDocument) => {
    edit([{ type: 'replace-document', document: migrated }]);
    migrate.reset();
    toast.good(t('versions.migrate.done'));
  };
  return (
    <Paper className={classes.outdated ?? ''} role="status">
      <IconRefreshAlert size={18} aria-hidden />
      <Text size="sm">{t('versions.migrate.title', { count })}</Text>
      <Button size="compact-sm" loading={migrate.isPending} onClick={() => migrate.mutate(document)}>
        {t('versions.migrate.see')}
      </Button>
      {migrate.data && (
        <CompareModal
          opened
          title={t('versions.migrate.heading')}
          onClose={migrate.reset}
          before={{ document, label: t('versions.migrate.now') }}
          after={{ document: migrate.data, label: t('versions.migrate.then') }}
          catalogue={catalogue.nodes}
        >
          <Group>
            <Button variant="subtle" color="gray" onClick={migrate.reset}>
              {t('action.cancel')}
            </Button>
            <Button onClick={() => apply(migrate.data)}>{t('versions.migrate.apply')}</Button>
          </Group>
        </CompareModal>
      )}
    </Paper>
  );
}
