// What a key may do: actions, flows, stores, an end, limits. Makes a key or changes one.
import { Alert, Button, Checkbox, Group, MultiSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCreateKey, useUpdateKey } from '../api/api-keys';
import { useFlows } from '../api/flows';
import { useStores } from '../api/stores';
import type { ApiKey, NewApiKey } from '../api/types';
import { useProblemText } from '../shell/useProblemText';
import {
  actionWord,
  bodyOf,
  draftOf,
  faultsOf,
  keyActions,
  newKey,
  type KeyDraft,
  type KeyFault,
} from './key-draft';

export interface KeyFormProps {
  /** The key to change; a new one is made without it. */
  apiKey?: ApiKey | undefined;
  /** Flows a new key is narrowed to. */
  flowIds?: readonly string[];
  onMade: (made: NewApiKey) => void;
  onSaved: () => void;
  onCancel: () => void;
}

/** Says what is wrong once somebody tried to save. */
export function KeyForm({ apiKey, flowIds, onMade, onSaved, onCancel }: KeyFormProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  const [draft, setDraft] = useState(() => (apiKey ? draftOf(apiKey) : newKey(flowIds)));
  const [asked, setAsked] = useState(false);
  const create = useCreateKey();
  const update = useUpdateKey();
  const change = (part: Partial<KeyDraft>) => setDraft({ ...draft, ...part });
  const faults = faultsOf(draft, new Date());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (faults.length > 0) return;
    const body = bodyOf(draft);
    if (apiKey) update.mutate({ id: apiKey.id, body }, { onSuccess: onSaved });
    else create.mutate(body, { onSuccess: onMade });
  };
  const refused = create.error ?? update.error;
  const fault = (name: KeyFault) => (asked && faults.includes(name) ? t(`keys.fault.${name}`) : undefined);
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('keys.name')}
          description={t('keys.nameHelp')}
          withAsterisk
          data-autofocus
          maxLength={120}
          value={draft.name}
          error={fault('name')}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Checkbox.Group
          label={t('keys.may')}
          withAsterisk
          value={draft.actions}
          error={fault('actions')}
          onChange={(actions) => change({ actions })}
        >
          <Stack gap="xs" mt="xs">
            {keyActions.map((action) => (
              <Checkbox key={action} value={action} label={t(`keys.action.${actionWord[action]}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Reach draft={draft} change={change} />
        <Limits draft={draft} change={change} fault={fault} />
        {refused && <Alert color="red">{say(refused)}</Alert>}
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending || update.isPending}>
            {t(apiKey ? 'action.save' : 'keys.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface PartProps {
  draft: KeyDraft;
  change: (part: Partial<KeyDraft>) => void;
}

function Reach({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const flows = useFlows().data ?? [];
  const stores = useStores().data ?? [];
  const choices = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <MultiSelect
        label={t('keys.flows')}
        placeholder={draft.flowIds.length === 0 ? t('keys.allFlows') : ''}
        data={choices(flows)}
        value={draft.flowIds}
        searchable
        clearable
        onChange={(flowIds) => change({ flowIds })}
      />
      <MultiSelect
        label={t('keys.stores')}
        description={t('keys.storesHelp')}
        placeholder={draft.storeIds.length === 0 ? t('keys.allStores') : ''}
        data={choices(stores)}
        value={draft.storeIds}
        searchable
        clearable
        onChange={(storeIds) => change({ storeIds })}
      />
    </>
  );
}

function Limits({ draft, change, fault }: PartProps & { fault: (name: KeyFault) => string | undefined }) {
  const { t } = useTranslation();
  return (
    <Group grow align="flex-start">
      <TextInput
        type="date"
        label={t('keys.lastDay')}
        description={t('keys.lastDayHelp')}
        value={draft.lastDay}
        error={fault('lastDay')}
        onChange={(event) => change({ lastDay: event.currentTarget.value })}
      />
      <NumberInput
        label={t('keys.perMinute')}
        description={t('keys.perMinuteHelp')}
        min={1}
        allowDecimal={false}
        clampBehavior="none"
        value={draft.perMinute}
        error={fault('perMinute')}
        onChange={(perMinute) => change({ perMinute })}
      />
      <NumberInput
        label={t('keys.runsPerDay')}
        description={t('keys.runsPerDayHelp')}
        min={1}
        allowDecimal={false}
        clampBehavior="none"
        value={draft.runsPerDay}
        error={fault('runsPerDay')}
        onChange={(runsPerDay) => change({ runsPerDay })}
      />
    </Group>
  );
}
