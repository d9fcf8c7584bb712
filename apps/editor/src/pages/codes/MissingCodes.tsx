// The codes that rows wait for. Filled in, the rows go on by themselves; given up, they are failed rows.
import { Alert, Anchor, Paper, Stack, Table, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useGiveUpCode, useMissingCodes, type CodesOf } from '../../api/codes';
import type { MissingCode } from '../../api/types';
import { ConfirmModal } from '../../shell/ConfirmModal';
import { ListArea } from '../../shell/ListArea';
import { LoadMore } from '../../shell/LoadMore';
import { Notice } from '../../shell/Notice';
import { useToast } from '../../shell/useToast';
import { MissingCodeLine, type FilledIn } from './MissingCodeLine';

export function MissingCodes({ storeId }: { storeId: CodesOf }) {
  const { t } = useTranslation();
  const query = useMissingCodes(storeId);
  const [filled, setFilled] = useState<FilledIn | null>(null);
  const [doomed, setDoomed] = useState<MissingCode | null>(null);
  const codes = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack>
      {filled && <Filled {...filled} />}
      <ListArea query={query}>
        {codes.length === 0 ? (
          <Notice
            icon={IconCircleCheck}
            title={t('codes.missing.none.title')}
            text={t('codes.missing.none.text')}
          />
        ) : (
          <MissingTable {...{ storeId, codes }} onFilled={setFilled} onGiveUp={setDoomed} />
        )}
        <LoadMore query={query} mt={0} />
      </ListArea>
      <GiveUp storeId={storeId} missing={doomed} onClose={() => setDoomed(null)} />
    </Stack>
  );
}

function Filled({ code, runIds }: FilledIn) {
  const { t } = useTranslation();
  return (
    <Alert color="green" role="status" icon={<IconCircleCheck size={18} aria-hidden />}>
      {t('codes.missing.done', { code })}
      {runIds.map((id) => (
        <Anchor key={id} component={Link} to={`/runs/${id}`} size="sm" ml="sm" underline="always">
          {t('codes.missing.seeRun')}
        </Anchor>
      ))}
    </Alert>
  );
}

interface MissingTableProps {
  storeId: CodesOf;
  codes: readonly MissingCode[];
  onFilled: (filled: FilledIn) => void;
  onGiveUp: (missing: MissingCode) => void;
}

function MissingTable({ storeId, codes, onFilled, onGiveUp }: MissingTableProps) {
  const { t } = useTranslation();
  return (
    <Paper>
      <Table verticalSpacing="xs" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={160}>{t('codes.table')}</Table.Th>
            <Table.Th>{t('codes.missing.code')}</Table.Th>
            <Table.Th w={130} ta="right">
              {t('codes.missing.rows')}
            </Table.Th>
            <Table.Th w={150}>{t('codes.missing.since')}</Table.Th>
            <Table.Th w={520}>
              <VisuallyHidden>{t('codes.missing.fill')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {codes.map((missing) => (
            <MissingCodeLine
              key={JSON.stringify([missing.table, missing.by, missing.code])}
              {...{ storeId, missing, onFilled }}
              onGiveUp={() => onGiveUp(missing)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

interface GiveUpProps {
  storeId: CodesOf;
  missing: MissingCode | null;
  onClose: () => void;
}

function GiveUp({ storeId, missing, onClose }: GiveUpProps) {
  const { t } = useTranslation();
  const giveUp = useGiveUpCode(storeId);
  const toast = useToast();
  return (
    <ConfirmModal
      opened={missing !== null}
      title={t('codes.missing.giveUpAsk.title', { code: missing?.code ?? '' })}
      text={t('codes.missing.giveUpAsk.text', { count: missing?.rows ?? 0 })}
      confirm={t('codes.missing.giveUpAsk.confirm')}
      busy={giveUp.isPending}
      onClose={onClose}
      onConfirm={() => {
        if (missing) giveUp.mutate(missing, { onSuccess: onClose, onError: toast.bad });
      }}
    />
  );
}
