// One failed row: closed, the reason in a sentence; open, the row itself, the request and the answer.
import { Anchor, Badge, Button, Checkbox, Group, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { sentence, type FlowDocument } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import type { FailedRow } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { boxName } from './box-names';
import type { RowEditing } from './row-edits';
import classes from './runs.module.css';

export interface FailedRowLineProps {
  row: FailedRow;
  document: FlowDocument;
  chosen: boolean;
  onChoose: (on: boolean) => void;
  /** Narrows the list to rows that failed as this one did. */
  onCause?: () => void;
  /** Stands above the details. */
  extra?: ReactNode;
  editing?: RowEditing;
  showBox: boolean;
}

/** A row already sent again cannot be chosen; it links to where it went. */
export function FailedRowLine(props: FailedRowLineProps) {
  const { row, document, chosen, onChoose, onCause, extra, editing, showBox } = props;
  const { t } = useTranslation();
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  const [opened, { toggle }] = useDisclosure(false);
  const number = formatNumber(row.row, locale);
  const edit = editing?.edits.get(row.id);
  const changed = edit?.value ?? row.edited;
  return (
    <>
      <Table.Tr>
        <Table.Td>
          {row.state === 'open' && (
            <Checkbox
              aria-label={t('runs.failed.select', { row: number })}
              checked={chosen}
              onChange={(event) => onChoose(event.currentTarget.checked)}
            />
          )}
        </Table.Td>
        <Table.Td ta="right" className="ec-num">
          {number}
        </Table.Td>
        {showBox && <Table.Td>{boxName(document, catalogue, row.node, locale)}</Table.Td>}
        <Table.Td>
          <Text size="sm">{sentence(row.error.code, row.error.values, locale)}</Text>
          {edit && editing && (
            <Group gap={6}>
              <Badge variant="light">{t('failures.edited')}</Badge>
              <Anchor
                component="button"
                type="button"
                size="xs"
                aria-label={t('failures.undoOf', { row: number })}
                onClick={() => editing.onUndo(row)}
              >
                {t('failures.undo')}
              </Anchor>
            </Group>
          )}
          {row.state !== 'open' && <Gone state={row.state} runId={row.replayRunId} />}
          {row.state === 'open' && onCause && (
            <Anchor component="button" type="button" size="xs" onClick={onCause}>
              {t('runs.failed.sameCause')}
            </Anchor>
          )}
        </Table.Td>
        <Table.Td>
          <Group gap={2} wrap="nowrap" justify="flex-end">
            {editing && row.state === 'open' && (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('failures.editOf', { row: number })}
                onClick={() => editing.onEdit(row)}
              >
                {t('failures.edit')}
              </Button>
            )}
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={opened}
              aria-label={t('runs.failed.detailsOf', { row: number })}
              onClick={toggle}
            >
              {t('runs.failed.details')}
            </Button>
          </Group>
        </Table.Td>
      </Table.Tr>
      {opened && (
        <Table.Tr>
          <Table.Td colSpan={showBox ? 5 : 4}>
            {extra}
            <div className={classes.detail}>
              <JsonBlock title={t('runs.failed.input')} value={row.input} />
              {changed && <JsonBlock title={t(edit ? 'failures.edited' : 'failures.was')} value={changed} />}
              {row.error.request && <JsonBlock title={t('runs.failed.request')} value={row.error.request} />}
              {row.error.response && (
                <JsonBlock title={t('runs.failed.response')} value={row.error.response} />
              )}
            </div>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** What became of the row, with the way to where it went. */
function Gone({ state, runId }: { state: 'replayed' | 'happened'; runId: string | null }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color="gray">
      {runId ? (
        <Anchor component={Link} to={`/runs/${runId}`} size="xs">
          {t(`runs.failed.${state}`)}
        </Anchor>
      ) : (
        t(`runs.failed.${state}`)
      )}
    </Badge>
  );
}

function JsonBlock({ title, value }: { title: string; value: unknown }) {
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        {title}
      </Text>
      <pre className={classes.json} tabIndex={0}>
        {JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
