// The generated form of one connection with its Test button. Hosts: the connections page and the flow editor's modal.
import { Alert, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconCircleCheck, IconPlugConnected, IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signsIn, type ConnectionKindDescription, type Json } from '@eclusa/flow';
import { useCatalogue } from '../api/catalogue';
import { useSaveConnection, useTestConnection } from '../api/connections';
import type { Connection } from '../api/types';
import { defaultConfig } from '../fields/defaults';
import { FieldForm } from '../fields/FieldForm';
import { useLocale } from '../i18n/useLocale';
import { Loading } from '../shell/Loading';
import { useProblemText } from '../shell/useProblemText';
import { bodyOf, draftOf, filledIn, missingFields, type ConnectionDraft } from './connection-draft';
import { KnownSystem, type PresetOfKind } from './KnownSystem';
import { ProviderPart } from './ProviderPart';
import { useProviderSignIn } from './useProviderSignIn';

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
export function ConnectionForm(props: ConnectionFormProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const catalogue = useCatalogue();
  if (!catalogue.data) return <Loading />;
  const kinds = [...catalogue.data.connectionKinds.values()]
    .filter((kind) => props.accepts?.includes(kind.id) ?? true)
    .sort(
      (a, b) =>
        first.indexOf(b.id) - first.indexOf(a.id) || a.name[locale].localeCompare(b.name[locale], locale),
    );
  const [usual] = kinds;
  if (!usual) return <Alert color="red">{t('connections.noKind')}</Alert>;
  const all = catalogue.data.connectionKinds;
  const kindOf = (id: string | undefined) => all.get(id ?? usual.id) ?? usual;
  return <FormOfKinds {...props} kinds={kinds} kindOf={kindOf} />;
}

interface FormOfKindsProps extends ConnectionFormProps {
  kinds: readonly ConnectionKindDescription[];
  kindOf: (id: string | undefined) => ConnectionKindDescription;
}

function FormOfKinds({ connection: given, accepts, kinds, kindOf, onSaved, onCancel }: FormOfKindsProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const save = useSaveConnection();
  const test = useTestConnection();
  // A new one is saved before somebody signs in for it, and is changed from then on.
  const [connection, setConnection] = useState(given);
  const [draft, setDraft] = useState<ConnectionDraft>(() => draftOf(given, accepts));
  const [asked, setAsked] = useState(false);
  const kind = kindOf(draft.kind);
  const body = () => bodyOf(kind, draft);
  const doSave = () => save.mutateAsync({ ...(connection && { id: connection.id }), body: body() });
  const signIn = useProviderSignIn(connection, async () => {
    const saved = await doSave();
    setConnection(saved);
    return saved;
  });
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
  const whenComplete = (work: () => void, needsName: boolean) => () => {
    setAsked(true);
    if (missing.length === 0 && !(needsName && nameMissing)) work();
  };
  // Only the server knows the kept secrets, so a changed connection is saved before it is tried.
  const doTest = () => {
    if (!connection) test.mutate({ body: body() });
    else save.mutate({ id: connection.id, body: body() }, { onSuccess: ({ id }) => test.mutate({ id }) });
  };
  return (
    <Stack>
      {!connection && (
        <KindChoice kinds={kinds} kind={kind} draft={draft} onChoose={setDraft} onPreset={test.reset} />
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
      {signsIn(kind, { ...defaultConfig(kind.fields), ...draft.values }) && (
        <ProviderPart signIn={signIn} onBegin={whenComplete(signIn.begin, true)} />
      )}
      <TestOutcome test={test} error={save.error} />
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
          <Button
            loading={save.isPending}
            onClick={whenComplete(() => void doSave().then(onSaved, () => undefined), true)}
          >
            {t('connections.save')}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

interface KindChoiceProps {
  kinds: readonly ConnectionKindDescription[];
  kind: ConnectionKindDescription;
  draft: ConnectionDraft;
  onChoose: (draft: ConnectionDraft) => void;
  onPreset: () => void;
}

/** What a new connection leads to: a system that is known, or a kind of system. */
function KindChoice({ kinds, kind, draft, onChoose, onPreset }: KindChoiceProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const [known, setKnown] = useState<PresetOfKind | null>(null);
  const presets = kinds.flatMap(({ id, presets = [] }) => presets.map((one) => ({ ...one, kind: id })));
  return (
    <>
      {presets.length > 0 && (
        <KnownSystem
          presets={presets}
          value={known?.id ?? null}
          onChange={(preset) => {
            onPreset();
            onChoose({ ...filledIn(draft, known, preset), ...(preset && { kind: preset.kind }) });
            setKnown(preset);
          }}
        />
      )}
      {kinds.length > 1 && (
        <Select
          label={t('connections.kind')}
          description={say(kind.help)}
          searchable={kinds.length > 8}
          allowDeselect={false}
          data={kinds.map((one) => ({ value: one.id, label: say(one.name) }))}
          value={kind.id}
          onChange={(next) => {
            setKnown(null);
            onChoose({ ...draft, kind: next ?? kind.id, values: {} });
          }}
        />
      )}
    </>
  );
}

function TestOutcome({ test, error }: { test: ReturnType<typeof useTestConnection>; error: Error | null }) {
  const { say } = useLocale();
  const sayProblem = useProblemText();
  return (
    <div aria-live="polite">
      {test.data && (
        <Alert
          color={test.data.ok ? 'green' : 'red'}
          icon={test.data.ok ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
        >
          {say(test.data.message)}
        </Alert>
      )}
      {(test.isError || error) && <Alert color="red">{sayProblem(error ?? test.error)}</Alert>}
    </div>
  );
}
