// How long history is kept: what happened to rows, runs, and who changed what. Owners and admins change it.
import { Alert, Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '../../api/session';
import { useRetention, useSaveRetention } from '../../api/story';
import type { Retention } from '../../api/types';
import { ListArea } from '../../shell/ListArea';
import { useProblemText } from '../../shell/useProblemText';
import { useToast } from '../../shell/useToast';

const fields = [
  ['logDays', 'log'],
  ['runDays', 'runs'],
  ['auditDays', 'audit'],
] as const;
const most = 3_650;

/** A button and what it opens. */
export function RetentionButton() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  const retention = useRetention(opened);
  return (
    <>
      <Button variant="default" leftSection={<IconHistory size={16} aria-hidden />} onClick={open}>
        {t('story.retention.open')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('story.retention.title')}>
        <ListArea query={retention}>
          {retention.data && <RetentionForm kept={retention.data} onClose={close} />}
        </ListArea>
      </Modal>
    </>
  );
}

function RetentionForm({ kept, onClose }: { kept: Retention; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const toast = useToast();
  const save = useSaveRetention();
  const mayChange = useIsAdmin();
  const [days, setDays] = useState<Record<keyof Retention, number | string>>({ ...kept });
  const isRight = (value: number | string): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
  const right = fields.every(([name]) => isRight(days[name]));
  const submit = () =>
    save.mutate(days as Retention, {
      onSuccess: () => {
        toast.good(t('story.retention.saved'));
        onClose();
      },
    });
  return (
    <Stack>
      <Text size="sm">{t('story.retention.lead')}</Text>
      {fields.map(([name, label]) => (
        <NumberInput
          key={name}
          label={t(`story.retention.${label}`)}
          min={1}
          max={most}
          clampBehavior="none"
          allowDecimal={false}
          disabled={!mayChange}
          value={days[name]}
          error={isRight(days[name]) ? undefined : t('story.retention.range')}
          onChange={(value) => setDays({ ...days, [name]: value })}
        />
      ))}
      {!mayChange && (
        <Text size="sm" c="dimmed">
          {t('story.retention.onlyAdmins')}
        </Text>
      )}
      {save.isError && <Alert color="red">{say(save.error)}</Alert>}
      <Group justify="flex-end">
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button disabled={!right || !mayChange} loading={save.isPending} onClick={submit}>
          {t('story.retention.save')}
        </Button>
      </Group>
    </Stack>
  );
}
