// The failed rows of a run, by cause or one by one: what is wrong in words, corrected here or in a spreadsheet, sent again.
import { Alert, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconCircleCheck, IconDownload, IconRefresh, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { failedFileUrl, useFailedCauses } from '../../api/repeats';
import { isLive } from '../../api/runs';
import type { FailedRow, Replay, RunDetail } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { boxName } from './box-names';
import { CauseList } from './CauseList';
import { EditRowModal } from './EditRowModal';
import { FailedFileModal } from './FailedFileModal';
import { FailedRowList, openRows } from './FailedRowList';
import { RepeatModal } from './RepeatModal';
import type { RowEdit, RowEdits } from './row-edits';
import { useSendAgain } from './useSendAgain';

/** By cause, unless the address asks for the rows of one box. */
export function FailedRows({ run, box = null }: { run: RunDetail; box?: string | null }) {
  const { t } = useTranslation();
  const causes = useFailedCauses(run.id, run.totals.failed);
  const all = causes.data ?? [];
  return (
    <ListArea query={causes}>
      {all.some((cause) => !cause.inDoubt) ? (
        <Failures run={run} box={box} causes={all} />
      ) : (
        <Notice icon={IconCircleCheck} title={t('runs.failed.none')} text={t('runs.failed.noneText')} />
      )}
    </ListArea>
  );
}

interface FailuresProps {
  run: RunDetail;
  box: string | null;
  causes: NonNullable<ReturnType<typeof useFailedCauses>['data']>;
}

function Failures({ run, box, causes }: FailuresProps) {
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  const [view, setView] = useState(box === null ? 'causes' : 'rows');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [edits, setEdits] = useState<RowEdits>(new Map());
  const [editing, setEditing] = useState<FailedRow | null>(null);
  const sending = useSendAgain(run, edits);
  const keep = (row: FailedRow, value: Row) => {
    setEdits(new Map<string, RowEdit>([...edits, [row.id, { row, value }]]));
    setEditing(null);
  };
  const undo = ({ id }: FailedRow) => setEdits(new Map([...edits].filter(([one]) => one !== id)));
  const shared = { run, chosen, onChoose: setChosen, editing: { edits, onEdit: setEditing, onUndo: undo } };
  const open = openRows(causes, {});
  return (
    <>
      <FailedHead
        {...{ run, view, open, edits }}
        onView={setView}
        chosen={[...chosen]}
        onSend={sending.ask}
      />
      {view === 'causes' ? (
        <CauseList {...shared} causes={causes} busy={isLive(run.state)} onSend={sending.ask} />
      ) : (
        <FailedRowList {...shared} box={box} causes={causes} onSend={sending.ask} />
      )}
      <RepeatModal {...sending.modal} run={run} />
      <EditRowModal
        row={editing}
        value={editing ? edits.get(editing.id)?.value : undefined}
        box={editing ? boxName(run.document, catalogue, editing.node, locale) : ''}
        busy={sending.modal.busy}
        onKeep={keep}
        onSend={(row, value) => sending.now(row, value)}
        onClose={() => setEditing(null)}
      />
    </>
  );
}

interface FailedHeadProps {
  run: RunDetail;
  view: string;
  onView: (view: string) => void;
  open: number;
  edits: RowEdits;
  chosen: string[];
  onSend: (what: Replay, count: number) => void;
}

function FailedHead({ run, view, onView, open, edits, chosen, onSend }: FailedHeadProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const [file, setFile] = useState(false);
  const live = isLive(run.state);
  return (
    <>
      <Group justify="space-between" mb="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('failures.view')}
          value={view}
          onChange={onView}
          data={[
            { value: 'causes', label: t('failures.byCause') },
            { value: 'rows', label: t('failures.allRows') },
          ]}
        />
        <Group gap="xs">
          {live && (
            <Text size="sm" c="dimmed">
              {t('runs.failed.whileLive')}
            </Text>
          )}
          <Button
            component="a"
            download
            href={failedFileUrl(run.id, locale)}
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t('failures.download')}
          </Button>
          <Button
            variant="default"
            disabled={live || open === 0}
            leftSection={<IconUpload size={16} aria-hidden />}
            onClick={() => setFile(true)}
          >
            {t('failures.upload')}
          </Button>
          <Button
            variant="default"
            disabled={chosen.length === 0 || live}
            onClick={() => onSend({ failedRowIds: chosen }, chosen.length)}
          >
            {t('runs.failed.replayChosen', { count: chosen.length })}
          </Button>
          <Button
            leftSection={<IconRefresh size={16} aria-hidden />}
            disabled={open === 0 || live}
            onClick={() => onSend({ all: true }, open)}
          >
            {t('runs.failed.replayAll')}
            {open > 0 && ` (${formatNumber(open, locale)})`}
          </Button>
        </Group>
      </Group>
      {edits.size > 0 && <EditedNotice edits={edits} live={live} onSend={onSend} />}
      <FailedFileModal run={run} opened={file} onClose={() => setFile(false)} />
    </>
  );
}

/** Says that there are edits nobody has sent yet. */
function EditedNotice({
  edits,
  live,
  onSend,
}: Pick<FailedHeadProps, 'edits' | 'onSend'> & { live: boolean }) {
  const { t } = useTranslation();
  const ids = [...edits.keys()];
  return (
    <Alert mb="sm" p="xs">
      <Group justify="space-between">
        <Text size="sm">{t('failures.editedCount', { count: ids.length })}</Text>
        <Button size="compact-md" disabled={live} onClick={() => onSend({ failedRowIds: ids }, ids.length)}>
          {t('failures.sendEdited', { count: ids.length })}
        </Button>
      </Group>
    </Alert>
  );
}
