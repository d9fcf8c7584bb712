// A new flow: its name, and whether it starts empty, from an example or as a copy.
import { Alert, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useConnections } from '../../api/connections';
import { loadFlow, saveBinding, useCreateFlow, useTemplates } from '../../api/flows';
import { useStores } from '../../api/stores';
import type { FlowSummary } from '../../api/types';
import { useLocale } from '../../i18n/useLocale';
import { useProblemText } from '../../shell/useProblemText';
import { bindingsOf } from '../../store/first-connections';
import { StartChoice, type Start } from './StartChoice';

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
    <Modal opened={opened} onClose={onClose} title={t('flows.create.title')} size="lg">
      <NewFlowForm onClose={onClose} flows={flows} />
    </Modal>
  );
}

function NewFlowForm({ onClose, flows }: Omit<NewFlowModalProps, 'opened'>) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const sayProblem = useProblemText();
  const navigate = useNavigate();
  const create = useMakeFlow();
  const templates = useTemplates().data ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  const [start, setStart] = useState<Start>({ with: 'empty' });
  const [asked, setAsked] = useState(false);
  const example = start.with === 'example' ? templates.find(({ id }) => id === start.template) : undefined;
  // Until a person names it, the flow is called like its example.
  const name = typed ?? (example ? say(example.name) : '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '') return;
    const id = await create.make(name.trim(), start);
    if (id) await navigate(`/flows/${id}`);
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
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <StartChoice value={start} onChange={setStart} templates={templates} flows={flows} />
        {create.fault !== null && <Alert color="red">{sayProblem(create.fault)}</Alert>}
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={create.busy}>
            {t('flows.create.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Makes the flow; an example is bound at once where there is only one connection to choose. */
function useMakeFlow() {
  const { say } = useLocale();
  const create = useCreateFlow();
  const templates = useTemplates().data ?? [];
  const connections = useConnections().data ?? [];
  const store = useStores().data?.[0];
  const [fault, setFault] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const drawing = async (start: Start) => {
    if (start.with === 'copy' && start.flow) return (await loadFlow(start.flow)).draft;
    const example = start.with === 'example' && templates.find(({ id }) => id === start.template);
    return example ? { ...example.document, description: say(example.description) } : null;
  };
  /** The id of the new flow, or null when it could not be made. */
  const make = async (name: string, start: Start): Promise<string | null> => {
    setFault(null);
    setBusy(true);
    try {
      const document = await drawing(start);
      const { id } = await create.mutateAsync({ name, ...(document && { document: { ...document, name } }) });
      const slots = start.with === 'example' && document ? bindingsOf(document, { connections, store }) : {};
      // What could not be bound is asked for before the first run.
      if (Object.keys(slots).length > 0)
        await saveBinding(id, { storeId: store?.id ?? null, slots, parameters: {} }).catch(() => undefined);
      return id;
    } catch (error) {
      setFault(error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { make, fault, busy };
}
