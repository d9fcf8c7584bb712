// Failed rows by spreadsheet: download, correct, send back. The file is looked at before anything is sent.
import { Alert, Anchor, Button, FileInput, Group, List, Modal, Stack, Text } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { failedFileUrl, useFailedFile } from '../../api/repeats';
import type { FailedFileResult, RunDetail } from '../../api/types';
import { formatNumber } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { useProblemText } from '../../shell/useProblemText';

export interface FailedFileModalProps {
  run: RunDetail;
  opened: boolean;
  onClose: () => void;
}

export function FailedFileModal({ run, opened, onClose }: FailedFileModalProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} size="lg" title={t('failures.file.title')}>
      {opened && <FailedFile run={run} onClose={onClose} />}
    </Modal>
  );
}

function FailedFile({ run, onClose }: Omit<FailedFileModalProps, 'opened'>) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const say = useProblemText();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const look = useFailedFile(run.id);
  const send = useFailedFile(run.id);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    send.reset();
    if (chosen) look.mutate({ file: chosen, check: true });
    else look.reset();
  };
  const error = look.error ?? send.error;
  const seen = file ? (send.data ?? look.data) : undefined;
  const rows = seen && seen.faults.length === 0 ? seen.rows : 0;
  return (
    <Stack gap="md">
      <Text size="sm">{t('failures.file.step1')}</Text>
      <Anchor href={failedFileUrl(run.id, locale)} download size="sm">
        <Group gap={6} component="span">
          <IconDownload size={15} aria-hidden />
          {t('failures.download')}
        </Group>
      </Anchor>
      <FileInput
        label={t('failures.file.choose')}
        placeholder={t('fields.file.choose')}
        description={t('failures.file.step2')}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        leftSection={<IconUpload size={16} aria-hidden />}
        clearable
        value={file}
        onChange={choose}
      />
      {look.isPending && (
        <Text size="sm" c="dimmed" role="status">
          {t('failures.file.checking')}
        </Text>
      )}
      {error && <Alert color="red">{say(error)}</Alert>}
      {seen && <Seen result={seen} />}
      <Group justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          disabled={!file || rows === 0}
          loading={send.isPending}
          onClick={() =>
            file &&
            send.mutate(
              { file, check: false },
              { onSuccess: (done) => done.run && void navigate(`/runs/${done.run.id}`) },
            )
          }
        >
          {t('failures.file.send', { count: rows, number: formatNumber(rows, locale) })}
        </Button>
      </Group>
    </Stack>
  );
}

/** What was found in the file, line by line where something does not fit. */
function Seen({ result: { rows, changed, faults } }: { result: FailedFileResult }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  if (faults.length > 0) {
    return (
      <Alert color="red" title={t('failures.file.faults')}>
        <List size="sm" spacing={4}>
          {faults.map(({ line, text }) => (
            <List.Item key={line}>{text[locale]}</List.Item>
          ))}
        </List>
      </Alert>
    );
  }
  return (
    <Alert color="green">
      {t('failures.file.fits', {
        count: rows,
        number: formatNumber(rows, locale),
        changed: formatNumber(changed, locale),
      })}{' '}
      {t('failures.file.version')}
    </Alert>
  );
}
