// Failed rows by cause: what is wrong and what to do, in words; the rows of each one click away.
import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDownload, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../api/catalogue';
import { failedFileUrl, useFailedRows } from '../../api/repeats';
import type { FailedCause, Replay, RunDetail } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { boxName } from './box-names';
import { FailedRowTable } from './FailedRowTable';
import type { RowEditing } from './row-edits';
import classes from './runs.module.css';

export interface CauseListProps {
  run: RunDetail;
  causes: readonly FailedCause[];
  busy: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  editing: RowEditing;
  onSend: (what: Replay, count: number) => void;
}

/** The largest cause first, and open. */
export function CauseList({ causes, ...props }: CauseListProps) {
  const shown = causes.filter((cause) => !cause.inDoubt);
  return (
    <Stack gap="sm">
      {shown.map((cause, index) => (
        <Cause
          key={`${cause.node} ${cause.code} ${cause.field ?? ''}`}
          {...props}
          cause={cause}
          number={index + 1}
          startsOpen={index === 0}
        />
      ))}
    </Stack>
  );
}

interface CauseProps extends Omit<CauseListProps, 'causes'> {
  cause: FailedCause;
  number: number;
  startsOpen: boolean;
}

function Cause({ cause, number, startsOpen, ...props }: CauseProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  const [opened, setOpened] = useState(startsOpen);
  const { run, busy, onSend } = props;
  const { node, code, field, open } = cause;
  const what = { node, code, ...(field !== null && { field }) };
  const Arrow = opened ? IconChevronDown : IconChevronRight;
  return (
    <Paper className={classes.cause} component="section" aria-label={cause.text[locale]}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="lg" p="md">
        <div className={classes.causeText}>
          <Group gap={8} mb={4}>
            <Text span fw={650} className="ec-num">
              {t('failures.rows', { count: cause.rows, number: formatNumber(cause.rows, locale) })}
            </Text>
            <Badge variant="light" color="gray">
              {boxName(run.document, catalogue, node, locale)}
            </Badge>
            <Text span size="xs" c="dimmed">
              {open === 0 ? t('failures.settled') : t('failures.open', { open: formatNumber(open, locale) })}
            </Text>
          </Group>
          <Text>{cause.text[locale]}</Text>
          {cause.request && (
            <Text size="xs" c="dimmed" className="ec-mono" mt={4} title={t('failures.endpoint')}>
              {cause.request}
            </Text>
          )}
        </div>
        <Group gap="xs" wrap="nowrap">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconDownload size={15} aria-hidden />}
            component="a"
            download
            href={failedFileUrl(run.id, locale, what)}
            aria-label={t('failures.downloadOf', { number })}
            data-disabled={open === 0 || undefined}
          >
            CSV
          </Button>
          <Button
            size="compact-md"
            leftSection={<IconRefresh size={15} aria-hidden />}
            aria-label={t('failures.sendOf', { number })}
            disabled={busy || open === 0}
            onClick={() => onSend(what, open)}
          >
            {t('failures.send')}
          </Button>
        </Group>
      </Group>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        mb="xs"
        ml="xs"
        leftSection={<Arrow size={15} aria-hidden />}
        aria-expanded={opened}
        aria-label={t(opened ? 'failures.hideOf' : 'failures.showOf', { number })}
        onClick={() => setOpened(!opened)}
      >
        {t(opened ? 'failures.hide' : 'failures.show')}
      </Button>
      {opened && <CauseRows {...props} what={what} />}
    </Paper>
  );
}

type CauseRowsProps = Omit<CauseListProps, 'causes' | 'busy' | 'onSend'> & {
  what: { node: string; code: string; field?: string };
};

function CauseRows({ run, what, chosen, onChoose, editing }: CauseRowsProps) {
  const query = useFailedRows(run.id, { ...what, inDoubt: false });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <ListArea query={query}>
      <FailedRowTable {...{ run, rows, chosen, onChoose, more: query, editing }} plain />
    </ListArea>
  );
}
