// Puts a version into the draft when the list of versions asks for it: one step, which undo takes back.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { versionQuery } from '../../api/versions';
import { useToast } from '../../shell/useToast';
import { useFlowStores } from '../../store/flow-stores';

/** Runs once for each wish; a reload does not repeat it. */
export function useRestore(): void {
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { flowId, document } = useFlowStores();
  const number = (useLocation().state as { restore?: number } | null)?.restore;
  const done = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (number === undefined || done.current === number) return;
    done.current = number;
    void navigate('.', { replace: true, state: null });
    cache
      .fetchQuery(versionQuery(flowId, number))
      .then((version) => {
        const { name } = document.getState().document;
        document.getState().edit([{ type: 'replace-document', document: { ...version, name } }]);
        toast.good(t('versions.restore.done', { number }));
      })
      .catch(toast.bad);
  }, [number, navigate, cache, flowId, document, toast, t]);
}
