// The pages of a run, and the way to read its source again from one of them.
import { Alert, Badge, Button, Paper, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconFiles, IconPlayerSkipForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCatalogue } from '../../api/catalogue';
import { useRerun, useRunPages } from '../../api/repeats';
import type { RunDetail, RunPage } from '../../api/types';
import { formatDate, formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { LoadMore } from '../../shell/LoadMore';
import { Notice } from '../../shell/Notice';
import { useToast } from '../../shell/useToast';
import { boxName } from './box-names';
import { RepeatModal } from './RepeatModal';

const colours = { queued: 'gray', running: 'water', done: 'green' } as const;

/** Where reading again from a page would not mean the same rows, it says why. */
export function RunPages({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const query = useRunPages(run.id);
  const pages = query.data?.pages.flatMap((page) => page.items) ?? [];
  const refused = query.data?.pages[0]?.refused ?? null;
  return (
    <ListArea query={query}>
      {pages.length === 0 && <Notice icon={IconFiles} title={t('runs.pages.none')} />}
      {pages.length > 0 && (
        <>
          {refused && (
            <Alert color="gray" p="xs" mb="sm">
              {t(`runs.pages.refused.${refused}`)}
            </Alert>
          )}
          <PageTable run={run} pages={pages} offered={refused === null} />
        </>
      )}
      <LoadMore query={query} />
    </ListArea>
  );
}

interface PageTableProps {
  run: RunDetail;
  pages: readonly RunPage[];
  offered: boolean;
}

function PageTable({ run, pages, offered }: PageTableProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  const rerun = useRerun(run.id);
  const [page, setPage] = useState<number | null>(null);
  return (
    <Paper>
      <Table verticalSpacing="xs" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={90} ta="right">
              {t('runs.pages.number')}
            </Table.Th>
            <Table.Th>{t('runs.box')}</Table.Th>
            <Table.Th ta="right">{t('runs.pages.rows')}</Table.Th>
            <Table.Th>{t('runs.state')}</Table.Th>
            <Table.Th>{t('runs.pages.readAt')}</Table.Th>
            <Table.Th w={220}>
              <VisuallyHidden>{t('runs.pages.again')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {pages.map((one) => (
            <PageLine
              key={`${one.entry} ${one.number}`}
              run={run}
              page={one}
              {...(offered && one.canReadAgain && { onAgain: () => setPage(one.number) })}
            />
          ))}
        </Table.Tbody>
      </Table>
      <RepeatModal
        run={run}
        busy={rerun.isPending}
        ask={
          page === null
            ? null
            : {
                title: t('runs.pages.askTitle', { page }),
                text: t('runs.pages.askText'),
                confirm: t('runs.pages.again'),
              }
        }
        onClose={() => setPage(null)}
        onConfirm={(version) =>
          rerun.mutate(
            { page: page ?? 1, version },
            { onSuccess: (next) => void navigate(`/runs/${next.id}`), onError: toast.bad },
          )
        }
      />
    </Paper>
  );
}

function PageLine({ run, page, onAgain }: { run: RunDetail; page: RunPage; onAgain?: () => void }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  const number = formatNumber(page.number, locale);
  return (
    <Table.Tr>
      <Table.Td ta="right" className="ec-num">
        {number}
      </Table.Td>
      <Table.Td>{boxName(run.document, catalogue, page.entry, locale)}</Table.Td>
      <Table.Td ta="right" className="ec-num">
        {formatNumber(page.rows, locale)}
      </Table.Td>
      <Table.Td>
        <Badge color={colours[page.state]} variant="light">
          {t(`runs.pages.state.${page.state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{formatDate(page.readAt, locale)}</Text>
      </Table.Td>
      <Table.Td ta="right">
        {onAgain && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlayerSkipForward size={14} aria-hidden />}
            aria-label={t('runs.pages.againOf', { page: number })}
            onClick={onAgain}
          >
            {t('runs.pages.again')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
