// Does what a dry run showed, after a person has said so.
import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useApplyRun } from '../../api/differences';
import type { RunDetail } from '../../api/types';
import { ConfirmModal } from '../../shell/ConfirmModal';
import { useToast } from '../../shell/useToast';

/** Leads to the new run. */
export function ApplyButton({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  const apply = useApplyRun();
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button leftSection={<IconPlayerPlay size={16} aria-hidden />} onClick={() => setAsked(true)}>
        {t('runs.apply.do')}
      </Button>
      <ConfirmModal
        opened={asked}
        title={t('runs.apply.title')}
        text={t('runs.apply.text')}
        confirm={t('runs.apply.do')}
        harmless
        busy={apply.isPending}
        onClose={() => setAsked(false)}
        onConfirm={() =>
          apply.mutate(run.id, {
            onSuccess: ({ id }) => {
              setAsked(false);
              void navigate(`/runs/${id}`);
            },
            onError: toast.bad,
          })
        }
      />
    </>
  );
}
