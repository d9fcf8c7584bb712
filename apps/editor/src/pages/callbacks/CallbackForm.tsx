// What a program is told of, and where. Makes a callback or changes one.
import { Alert, Checkbox, MultiSelect, Stack, Switch, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreateCallback, useUpdateCallback } from '../../api/callbacks';
import { useFlows } from '../../api/flows';
import { useStores } from '../../api/stores';
import type { Callback } from '../../api/types';
import { FormActions } from '../../shell/FormActions';
import { useProblemText } from '../../shell/useProblemText';
import {
  bodyOf,
  callbackEvents,
  draftOf,
  eventWord,
  faultsOf,
  newCallback,
  type CallbackDraft,
  type CallbackFault,
} from './callback-draft';

export interface CallbackFormProps {
  /** The callback to change; a new one is made without it. */
  callback?: Callback | undefined;
  onMade: (secret: string) => void;
  onSaved: () => void;
  onCancel: () => void;
}

/** Says what is wrong once somebody tried to save. */
export function CallbackForm({ callback, onMade, onSaved, onCancel }: CallbackFormProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const [draft, setDraft] = useState(() => (callback ? draftOf(callback) : newCallback));
  const [asked, setAsked] = useState(false);
  const create = useCreateCallback();
  const update = useUpdateCallback();
  const change = (part: Partial<CallbackDraft>) => setDraft({ ...draft, ...part });
  const faults = faultsOf(draft);
  const fault = (name: CallbackFault) =>
    asked && faults.includes(name) ? t(`callbacks.fault.${name}`) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (faults.length > 0) return;
    const body = bodyOf(draft);
    if (callback) update.mutate({ id: callback.id, body }, { onSuccess: onSaved });
    else create.mutate(body, { onSuccess: ({ secret }) => onMade(secret) });
  };
  const refused = create.error ?? update.error;
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('callbacks.name')}
          description={t('callbacks.nameHelp')}
          withAsterisk
          data-autofocus
          maxLength={120}
          value={draft.name}
          error={fault('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          label={t('callbacks.address')}
          description={t('callbacks.addressHelp')}
          placeholder="https://erp.example.com/eclusa"
          type="url"
          withAsterisk
          maxLength={2_000}
          value={draft.address}
          error={fault('address')}
          onChange={(event) => change({ address: event.currentTarget.value })}
        />
        <EventsInput
          events={draft.events}
          error={fault('events')}
          onChange={(events) => change({ events })}
        />
        <ReachInputs draft={draft} onChange={change} />
        <Switch
          label={t('callbacks.enabled')}
          checked={draft.enabled}
          onChange={(event) => change({ enabled: event.currentTarget.checked })}
        />
        {refused && <Alert color="red">{say(refused)}</Alert>}
        <FormActions
          submit={t(callback ? 'action.save' : 'callbacks.create')}
          busy={create.isPending || update.isPending}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}

interface EventsInputProps {
  events: CallbackDraft['events'];
  error: string | undefined;
  onChange: (events: CallbackDraft['events']) => void;
}

function EventsInput({ events, error, onChange }: EventsInputProps) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      label={t('callbacks.events')}
      withAsterisk
      value={events}
      error={error}
      onChange={(chosen) => onChange(callbackEvents.filter((event) => chosen.includes(event)))}
    >
      <Stack gap="xs" mt="xs">
        {callbackEvents.map((event) => (
          <Checkbox
            key={event}
            value={event}
            label={t(`callbacks.event.${eventWord[event]}`)}
            description={t(`callbacks.eventHelp.${eventWord[event]}`)}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

interface ReachInputsProps {
  draft: CallbackDraft;
  onChange: (part: Partial<CallbackDraft>) => void;
}

function ReachInputs({ draft, onChange }: ReachInputsProps) {
  const { t } = useTranslation();
  const options = (all: readonly { id: string; name: string }[] | undefined) =>
    (all ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <MultiSelect
        label={t('callbacks.flows')}
        placeholder={draft.flowIds.length === 0 ? t('callbacks.allFlows') : ''}
        data={options(useFlows().data)}
        searchable
        clearable
        value={draft.flowIds}
        onChange={(flowIds) => onChange({ flowIds })}
      />
      <MultiSelect
        label={t('callbacks.stores')}
        placeholder={draft.storeIds.length === 0 ? t('callbacks.allStores') : ''}
        data={options(useStores().data)}
        searchable
        clearable
        value={draft.storeIds}
        onChange={(storeIds) => onChange({ storeIds })}
      />
    </>
  );
}
