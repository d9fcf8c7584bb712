// A text to type, or to choose from what the connected system lists. Whatever is typed stays valid.
import { Combobox, Group, Loader, Text, TextInput, useCombobox, type TextInputProps } from '@mantine/core';
import { IconCheck, IconKey, IconRefresh } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListEntry, Suggest } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { useProblemText } from '../shell/useProblemText';
import { lastWord, namesIn, withName } from './chosen-names';
import { useSuggestions } from './useSuggestions';

/** Drawing more is slow, and nobody scrolls further. */
const mostShown = 100;
/** No name begins so. */
const AGAIN = '\u0000again';

interface SuggestInputProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  suggest: Suggest;
  value: string;
  onChange: (value: string) => void;
}

export function SuggestInput({ suggest, value, onChange, ...input }: SuggestInputProps) {
  // What was there when the list opened is no search.
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      setSearch('');
      combobox.resetSelectedOption();
    },
  });
  const { query, refresh, missing } = useSuggestions(suggest, combobox.dropdownOpened);
  const choose = (chosen: string) => {
    if (chosen === AGAIN) return refresh();
    onChange(suggest.many ? withName(value, chosen, search) : chosen);
    setSearch('');
    if (!suggest.many) combobox.closeDropdown();
  };
  const type = (text: string) => {
    onChange(text);
    setSearch(suggest.many ? lastWord(text) : text);
    combobox.resetSelectedOption();
    combobox.openDropdown();
  };
  const chosen = new Set(suggest.many ? namesIn(value) : [value]);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      shadow="md"
      position="bottom-start"
      // A name beside its type needs more room than the narrow inputs of a mapping have.
      width={input.size === 'xs' ? 300 : 'target'}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...input}
          value={value}
          autoComplete="off"
          rightSection={query.isFetching ? <Loader size={14} /> : <Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onChange={(event) => type(event.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={220} style={{ overflowY: 'auto' }}>
          <Content query={query} missing={missing} search={search} chosen={chosen} />
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface ContentProps extends Pick<ReturnType<typeof useSuggestions>, 'query' | 'missing'> {
  search: string;
  chosen: ReadonlySet<string>;
}

function Content({ query, missing, search, chosen }: ContentProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const problemText = useProblemText();
  if (missing) return <Saying>{t('choices.first', { name: say(missing.name) })}</Saying>;
  if (query.isFetching) return <Saying>{t('choices.asking')}</Saying>;
  if (query.isError) {
    return (
      <>
        <Saying>{problemText(query.error)}</Saying>
        <Again label={t('choices.tryAgain')} />
      </>
    );
  }
  const { items = [], more = false } = query.data ?? {};
  const fitting = items.filter(({ value }) => value.toLowerCase().includes(search.toLowerCase()));
  const left = fitting.length - mostShown;
  return (
    <>
      {fitting.slice(0, mostShown).map((entry) => (
        <Combobox.Option key={entry.value} value={entry.value} active={chosen.has(entry.value)}>
          <Entry entry={entry} isChosen={chosen.has(entry.value)} />
        </Combobox.Option>
      ))}
      {items.length === 0 && <Saying>{t('choices.empty')}</Saying>}
      {items.length > 0 && fitting.length === 0 && <Saying>{t('choices.none')}</Saying>}
      {(left > 0 || more) && <Saying>{t('choices.more')}</Saying>}
      <Again label={t('choices.again')} />
    </>
  );
}

function Saying({ children }: { children: ReactNode }) {
  return (
    <Text size="xs" c="dimmed" px="sm" py={6} role="status">
      {children}
    </Text>
  );
}

function Again({ label }: { label: string }) {
  return (
    <Combobox.Option value={AGAIN}>
      <Group gap={6} wrap="nowrap" c="dimmed">
        <IconRefresh size={13} aria-hidden />
        <Text size="xs">{label}</Text>
      </Group>
    </Combobox.Option>
  );
}

function Entry({ entry: { value, note, isKey }, isChosen }: { entry: ListEntry; isChosen: boolean }) {
  const { t } = useTranslation();
  return (
    <Group gap={8} wrap="nowrap" justify="space-between">
      <Group gap={6} wrap="nowrap" miw={0}>
        {isChosen && <IconCheck size={13} aria-hidden />}
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {value}
        </Text>
        {isKey && (
          <IconKey size={13} aria-label={t('choices.key')} role="img" color="var(--mantine-color-dimmed)" />
        )}
      </Group>
      {note && (
        <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
          {note}
        </Text>
      )}
    </Group>
  );
}
