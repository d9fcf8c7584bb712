// Makes the draft a version. Says why when it cannot.
import { Button, Popover, Tooltip } from '@mantine/core';
import { IconRocket } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../api/keys';
import { publishDraft } from '../../api/flows';
import { useToast } from '../../shell/useToast';
import { useDocument, useFlowStores } from '../../store/flow-stores';
import { useProblems } from '../../store/useProblems';
import { PublishedNote } from './PublishedNote';
import { usePublished } from './usePublished';

/** Saves first, so that what is seen is what is published. */
export function PublishButton() {
  const { t } = useTranslation();
  const toast = useToast();
  const cache = useQueryClient();
  const { flowId, document, save, view } = useFlowStores();
  const errors = useProblems().filter(({ severity }) => severity === 'error').length;
  const empty = useDocument((state) => Object.keys(state.document.nodes).length === 0);
  const published = usePublished();
  const [fresh, setFresh] = useState<number | null>(null);
  const publish = useMutation({
    mutationFn: async () => {
      if (!(await save.getState().save())) throw save.getState().fault;
      return publishDraft(flowId, document.getState().revision);
    },
    onSuccess: async ({ version }) => {
      save.getState().published(version);
      setFresh(version);
      await cache.invalidateQueries({ queryKey: keys.flowVersions(flowId) });
      // Asked once: later the suggestion waits in the dialog of the schedules.
      const suggests = document.getState().document.schedule !== undefined;
      if (version === 1 && suggests) view.getState().showSchedules('suggested');
    },
    onError: toast.bad,
  });
  const reason = empty
    ? t('editor.publish.empty')
    : errors > 0
      ? t('editor.publish.problems', { count: errors })
      : published.current
        ? t('editor.publish.nothing', { number: published.version })
        : null;
  const press = () => {
    if (reason === null) publish.mutate();
    else if (errors > 0) view.getState().open('problems');
  };
  return (
    <Popover
      opened={fresh !== null}
      onChange={(opened) => !opened && setFresh(null)}
      position="bottom-end"
      width={320}
      trapFocus={false}
      withRoles={false}
    >
      <Popover.Target>
        <span data-tour="publish">
          <Tooltip label={reason ?? t('editor.publish.ready')} disabled={fresh !== null}>
            <Button
              size="xs"
              variant={published.current ? 'default' : 'light'}
              leftSection={<IconRocket size={16} aria-hidden />}
              loading={publish.isPending}
              aria-disabled={reason !== null}
              data-disabled={reason !== null || undefined}
              aria-description={reason ?? undefined}
              onClick={press}
            >
              {t('editor.bar.publish')}
            </Button>
          </Tooltip>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        {fresh !== null && <PublishedNote version={fresh} onClose={() => setFresh(null)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
