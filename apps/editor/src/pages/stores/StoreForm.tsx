// Name, account and connection of one store. A missing connection is made in place.
import { Alert, Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnections } from '../../api/connections';
import { useSaveStore } from '../../api/stores';
import type { Connection, Store } from '../../api/types';
import { ConnectionForm } from '../../connections/ConnectionForm';
import { FormActions } from '../../shell/FormActions';
import { useProblemText } from '../../shell/useProblemText';

const vtex = ['vtex'];

export interface StoreFormProps {
  store?: Store;
  onSaved: () => void;
  onCancel: () => void;
}

/** The account is taken from the connection unless another one is typed. */
export function StoreForm({ store, onSaved, onCancel }: StoreFormProps) {
  const { t } = useTranslation();
  const sayProblem = useProblemText();
  const save = useSaveStore();
  const choices = (useConnections().data ?? []).filter((one) => vtex.includes(one.kind));
  const [name, setName] = useState(store?.name ?? '');
  const [account, setAccount] = useState(store?.account ?? '');
  const [connectionId, setConnectionId] = useState<string | null>(store?.connectionId ?? null);
  const [asked, setAsked] = useState(false);
  const [creating, { open, close }] = useDisclosure(false);
  const needed = (value: string | null) => (asked && !value?.trim() ? t('fields.needed') : undefined);
  const choose = (connection: Connection | undefined) => {
    setConnectionId(connection?.id ?? null);
    const own = connection?.settings['account'];
    if (account === '' && typeof own === 'string') setAccount(own);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!name.trim() || !account.trim() || !connectionId) return;
    const body = { name: name.trim(), account: account.trim(), connectionId };
    save.mutate({ ...(store && { id: store.id }), body }, { onSuccess: onSaved });
  };
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('stores.name')}
            withAsterisk
            data-autofocus
            maxLength={120}
            value={name}
            error={needed(name)}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('stores.connection')}
            description={t('stores.connectionHelp')}
            withAsterisk
            data={choices.map((one) => ({ value: one.id, label: one.name }))}
            value={connectionId}
            error={needed(connectionId)}
            nothingFoundMessage={t('stores.noConnection')}
            onChange={(id) => choose(choices.find((one) => one.id === id))}
          />
          <Button variant="subtle" size="compact-sm" onClick={open} style={{ alignSelf: 'flex-start' }}>
            {t('stores.newConnection')}
          </Button>
          <TextInput
            label={t('stores.account')}
            description={t('stores.accountHelp')}
            withAsterisk
            maxLength={60}
            value={account}
            error={needed(account)}
            onChange={(event) => setAccount(event.currentTarget.value)}
          />
          {save.isError && <Alert color="red">{sayProblem(save.error)}</Alert>}
          <FormActions submit={t('stores.save')} busy={save.isPending} onCancel={onCancel} />
        </Stack>
      </form>
      <Modal opened={creating} onClose={close} title={t('stores.newConnection')} size="lg">
        <ConnectionForm
          accepts={vtex}
          onCancel={close}
          onSaved={(connection) => {
            choose(connection);
            close();
          }}
        />
      </Modal>
    </>
  );
}
