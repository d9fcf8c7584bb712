// What narrows the list of runs, in one row.
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFlows } from '../../api/flows';
import { useStores } from '../../api/stores';
import { formatDate } from '../../i18n/format';
import { useLocale } from '../../i18n/useLocale';
import { runStates, times, type RunWish } from './useRunFilter';

export interface RunFiltersProps {
  wish: RunWish;
  onChange: (next: RunWish) => void;
}

export function RunFilters({ wish, onChange }: RunFiltersProps) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const flows = useFlows().data ?? [];
  const stores = useStores().data ?? [];
  const choose = (name: keyof RunWish) => (value: string | null) => {
    const { [name]: _old, ...rest } = wish;
    onChange({ ...rest, ...(value && { [name]: value }) });
  };
  const { from, step: _step, ...anyTime } = wish;
  return (
    <Group gap="sm" mb="md">
      <Select
        w={220}
        clearable
        searchable
        aria-label={t('runs.flow')}
        placeholder={t('runs.allFlows')}
        data={flows.map((flow) => ({ value: flow.id, label: flow.name }))}
        value={wish.flow ?? null}
        onChange={choose('flow')}
      />
      {stores.length > 1 && (
        <Select
          w={170}
          clearable
          searchable
          aria-label={t('home.filter.store')}
          placeholder={t('home.filter.allStores')}
          data={stores.map(({ id, name }) => ({ value: id, label: name }))}
          value={wish.store ?? null}
          onChange={choose('store')}
        />
      )}
      <Select
        w={150}
        clearable
        aria-label={t('runs.state')}
        placeholder={t('runs.allStates')}
        data={runStates.map((state) => ({ value: state, label: t(`runState.${state}`) }))}
        value={wish.state ?? null}
        onChange={choose('state')}
      />
      <Select
        w={170}
        clearable
        aria-label={t('home.filter.time')}
        placeholder={t('home.filter.ever')}
        data={times.map((time) => ({ value: time, label: t(`home.filter.${time}`) }))}
        value={wish.time ?? null}
        onChange={(time) => onChange({ ...without(anyTime, 'time'), ...(time && { time }) })}
      />
      <KeyField key={wish.key ?? ''} asked={wish.key ?? ''} onAsk={choose('key')} />
      {from && (
        <Button variant="light" size="compact-md" onClick={() => onChange(anyTime)}>
          {`${formatDate(from, locale)} ×`}
        </Button>
      )}
    </Group>
  );
}

function without(wish: RunWish, name: keyof RunWish): RunWish {
  const { [name]: _gone, ...rest } = wish;
  return rest;
}

function KeyField({ asked, onAsk }: { asked: string; onAsk: (key: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(asked);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    onAsk(typed.trim());
  };
  return (
    <form onSubmit={ask}>
      <TextInput
        w={220}
        type="search"
        maxLength={64}
        aria-label={t('home.filter.key')}
        placeholder={t('home.filter.key')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => typed.trim() !== asked && onAsk(typed.trim())}
      />
    </form>
  );
}
