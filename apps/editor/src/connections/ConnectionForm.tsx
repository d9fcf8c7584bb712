// The generated form of one connection with its Test button. Hosts: the connections page and the flow editor's modal.
import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconCircleCheck, IconPlugConnected, IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Json } from '@eclusa/flow';
import { useCatalogue } from '../api/catalogue';
import { useSaveConnection, useTestConnection } from '../api/connections';
import type { Connection } from '../api/types';
import { FieldForm } from '../fields/FieldForm';
import { useLocale } from '../i18n/useLocale';
import { Loading } from '../shell/Loading';
import { useProblemText } from '../shell/useProblemText';
import { bodyOf, draftOf, filledIn, missingFields, type ConnectionDraft } from './connection-draft';
import { KnownSystem, type PresetOfKind } from './KnownSystem';

export interface ConnectionFormProps {
  /** The connection to change; a new one without it. */
  connection?: Connection;
  /** Kinds offered for a new one; all when not given. */
  accepts?: readonly string[];
  onSaved: (connection: Connection) => void;
  onCancel: () => void;
}

/** The kinds that nearly every workspace needs come first. */
const first = ['http', 'vtex'];

/** A test of a new connection saves nothing. */
export function ConnectionForm({ connection, accepts, onSaved, onCancel }: ConnectionFormProps) {
  const { t } = useTranslation();
  const { locale, say } = useLocale();
  const sayProblem = useProblemText();
  const catalogue = useCatalogue();
  const save = useSaveConnection();
  const test = useTestConnection();
  const [draft, setDraft] = useState<ConnectionDraft>(() => draftOf(connection, accepts));
  const [asked, setAsked] = useState(false);
  const [known, setKnown] = useState<PresetOfKind | null>(null);
  if (!catalogue.data) return <Loading />;
  const kinds = [...catalogue.data.connectionKinds.values()]
    .filter((kind) => accepts?.includes(kind.id) ?? true)
    .sort(
      (a, b) =>
        first.indexOf(b.id) - first.indexOf(a.id) || a.name[locale].localeCompare(b.name[locale], locale),
    );
  const kind = catalogue.data.connectionKinds.get(draft.kind ?? kinds[0]?.id ?? '');
  if (!kind) return <Alert color="red">{t('connections.noKind')}</Alert>;
  const presets = kinds.flatMap(({ id, presets = [] }) => presets.map((one) => ({ ...one, kind: id })));
  const secretsSet = connection?.secretFields ?? [];
  const missing = missingFields(kind.fields, draft.values, secretsSet);
  const nameMissing = draft.name.trim() === '';
  const errors = asked ? Object.fromEntries(missing.map((id) => [id, t('fields.needed')])) : {};
  const set = (id: string, value: Json | undefined) => {
    test.reset();
    setDraft(({ values: { [id]: _old, ...values }, ...rest }) => ({
      ...rest,
      values: value === undefined ? values : { ...values, [id]: value },
    }));
  };
  const body = () => bodyOf(kind, draft);
  const whenComplete = (work: () => void, needsName: boolean) => () => {
    setAsked(true);
    if (missing.length === 0 && !(needsName && nameMissing)) work();
  };
  // Only the server knows the kept secrets, so a changed connection is saved before it is tried.
  const doTest = () => {
    if (!connection) test.mutate({ body: body() });
    else save.mutate({ id: connection.id, body: body() }, { onSuccess: ({ id }) => test.mutate({ id }) });
  };
  const doSave = () =>
    save.mutate({ ...(connection && { id: connection.id }), body: body() }, { onSuccess: onSaved });
  return (
    <Stack>
      {!connection && presets.length > 0 && (
        <KnownSystem
          presets={presets}
          value={known?.id ?? null}
          onChange={(preset) => {
            test.reset();
            setDraft({ ...filledIn(draft, known, preset), ...(preset && { kind: preset.kind }) });
            setKnown(preset);
          }}
        />
      )}
      {!connection && kinds.length > 1 && (
        <Select
          label={t('connections.kind')}
          description={say(kind.help)}
          searchable={kinds.length > 8}
          allowDeselect={false}
          data={kinds.map((one) => ({ value: one.id, label: say(one.name) }))}
          value={kind.id}
          onChange={(next) => {
            setKnown(null);
            setDraft({ ...draft, kind: next ?? kind.id, values: {} });
          }}
        />
      )}
      <TextInput
        label={t('connections.name')}
        withAsterisk
        placeholder={say(kind.name)}
        value={draft.name}
        error={asked && nameMissing ? t('fields.needed') : undefined}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <FieldForm
        idPrefix={`connection-${kind.id}`}
        fields={kind.fields}
        values={draft.values}
        onChange={set}
        errors={errors}
        secretsSet={secretsSet}
      />
      <div aria-live="polite">
        {test.data && (
          <Alert
            color={test.data.ok ? 'green' : 'red'}
            icon={test.data.ok ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
          >
            {say(test.data.message)}
          </Alert>
        )}
        {(test.isError || save.isError) && <Alert color="red">{sayProblem(save.error ?? test.error)}</Alert>}
      </div>
      <Group justify="space-between">
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={16} aria-hidden />}
          loading={test.isPending}
          onClick={whenComplete(doTest, connection !== undefined)}
        >
          {connection ? t('connections.saveAndTest') : t('connections.test')}
        </Button>
        <Group gap="xs">
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button loading={save.isPending} onClick={whenComplete(doSave, true)}>
            {t('connections.save')}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
