// A new flow: its name, and whether it starts empty or as a copy.
import { Alert, Button, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { loadFlow, useCreateFlow } from '../../api/flows';
import type { FlowSummary } from '../../api/types';
import { useProblemText } from '../../shell/useProblemText';

export interface NewFlowModalProps {
  opened: boolean;
  onClose: () => void;
  /** What can be copied. */
  flows: readonly FlowSummary[];
}

/** Leads to the new flow's canvas. */
export function NewFlowModal({ opened, onClose, flows }: NewFlowModalProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('flows.create.title')} size="md">
      <NewFlowForm onClose={onClose} flows={flows} />
    </Modal>
  );
}

function NewFlowForm({ onClose, flows }: Omit<NewFlowModalProps, 'opened'>) {
  const { t } = useTranslation();
  const say = useProblemText();
  const navigate = useNavigate();
  const create = useCreateFlow();
  const [name, setName] = useState('');
  const [start, setStart] = useState<'empty' | 'copy'>('empty');
  const [source, setSource] = useState(flows[0]?.id ?? null);
  const [asked, setAsked] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const title = name.trim();
    if (title === '') return;
    try {
      const from = start === 'copy' && source ? await loadFlow(source) : null;
      const made = await create.mutateAsync({
        name: title,
        ...(from && { document: { ...from.draft, name: title } }),
      });
      await navigate(`/flows/${made.id}`);
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <TextInput
          label={t('flows.create.name')}
          placeholder={t('flows.create.placeholder')}
          withAsterisk
          data-autofocus
          maxLength={120}
          value={name}
          error={asked && name.trim() === '' ? t('flows.create.needName') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {flows.length > 0 && (
          <Radio.Group
            label={t('flows.create.from')}
            value={start}
            onChange={(next) => setStart(next === 'copy' ? 'copy' : 'empty')}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="empty"
                label={t('flows.create.empty')}
                description={t('flows.create.emptyHelp')}
              />
              <Radio value="copy" label={t('flows.create.copy')} description={t('flows.create.copyHelp')} />
            </Stack>
          </Radio.Group>
        )}
        {start === 'copy' && (
          <Select
            label={t('flows.create.which')}
            data={flows.map((flow) => ({ value: flow.id, label: flow.name }))}
            value={source}
            onChange={setSource}
            searchable
          />
        )}
        {fault !== null && <Alert color="red">{say(fault)}</Alert>}
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {t('flows.create.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
