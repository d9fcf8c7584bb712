// Sends failed rows again, those that were edited as they are now: asks first, then goes to the new run.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Row } from '@eclusa/flow';
import { useReplay } from '../../api/repeats';
import type { FailedRow, Replay, RunDetail } from '../../api/types';
import { useToast } from '../../shell/useToast';
import type { RepeatModalProps } from './RepeatModal';
import { editsFor, type RowEdits } from './row-edits';

export interface SendAgain {
  /** Opens the question for `count` rows. */
  ask: (what: Replay, count: number) => void;
  /** Sends one row as it was just written, without a question: who wrote it has seen it. */
  now: (row: FailedRow, value: Row) => void;
  modal: Omit<RepeatModalProps, 'run'>;
}

export function useSendAgain(run: RunDetail, edits: RowEdits): SendAgain {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  const replay = useReplay(run.id);
  const [asked, setAsked] = useState<{ what: Replay; count: number } | null>(null);
  const changed = asked ? editsFor(asked.what, edits) : [];
  const send = (body: Replay) =>
    replay.mutate(body, { onSuccess: (next) => void navigate(`/runs/${next.id}`), onError: toast.bad });
  const text = [
    t('runs.repeat.text'),
    ...(changed.length > 0 ? [t('failures.more', { count: changed.length })] : []),
  ].join(' ');
  return {
    ask: (what, count) => setAsked({ what, count }),
    now: (row, value) =>
      send({
        failedRowIds: [row.id],
        edits: [{ failedRowId: row.id, row: value as never }],
        version: 'newest',
      }),
    modal: {
      busy: replay.isPending,
      ask: asked && {
        title: t('runs.repeat.title', { count: asked.count }),
        text,
        confirm: t('runs.failed.replayChosen', { count: asked.count }),
      },
      onClose: () => setAsked(null),
      onConfirm: (version) =>
        asked && send({ ...asked.what, version, ...(changed.length > 0 && { edits: changed }) }),
    },
  };
}
