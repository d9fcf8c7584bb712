// What happened to one SKU, order or other code, over all runs. The key and the store live in the address.
import { Button, Center, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconListSearch, IconSearch, IconZoomQuestion } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { isUnknown, useStory } from '../../api/story';
import { useStores } from '../../api/stores';
import { ListArea } from '../../shell/ListArea';
import { Notice } from '../../shell/Notice';
import { PageHead } from '../../shell/PageHead';
import { RetentionButton } from './RetentionModal';
import { StoryLine } from './StoryLine';
import classes from './story.module.css';

/** `/story?key=…&store=…` */
export function StoryPage() {
  const { t } = useTranslation();
  const [query, setQuery] = useSearchParams();
  const key = (query.get('key') ?? '').trim();
  const storeId = query.get('store') ?? undefined;
  const go = (next: { key?: string; store?: string | undefined }) => {
    const store = 'store' in next ? next.store : storeId;
    setQuery({ key: next.key ?? key, ...(store && { store }) });
  };
  return (
    <>
      <PageHead title={key ? t('story.titleOf', { key }) : t('story.title')} lead={t('story.lead')}>
        <RetentionButton />
      </PageHead>
      <StoryForm key={key} asked={key} storeId={storeId} onAsk={go} />
      {key === '' ? (
        <Notice icon={IconListSearch} title={t('story.empty.title')} text={t('story.empty.text')} />
      ) : (
        <Story of={key} storeId={storeId} />
      )}
    </>
  );
}

interface StoryFormProps {
  asked: string;
  storeId: string | undefined;
  onAsk: (next: { key?: string; store?: string | undefined }) => void;
}

function StoryForm({ asked, storeId, onAsk }: StoryFormProps) {
  const { t } = useTranslation();
  const stores = useStores().data ?? [];
  const [typed, setTyped] = useState(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk({ key: typed.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Group gap="sm" mb="lg" align="flex-end">
        <TextInput
          w={380}
          type="search"
          maxLength={64}
          label={t('story.field')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {stores.length > 1 && (
          <Select
            w={220}
            clearable
            label={t('story.store')}
            placeholder={t('story.allStores')}
            data={stores.map(({ id, name }) => ({ value: id, label: name }))}
            value={storeId ?? null}
            onChange={(store) => onAsk({ key: typed.trim() || asked, store: store ?? undefined })}
          />
        )}
        <Button type="submit">{t('story.search')}</Button>
      </Group>
    </form>
  );
}

function Story({ of, storeId }: { of: string; storeId: string | undefined }) {
  const { t } = useTranslation();
  const story = useStory(of, storeId);
  const items = story.data?.pages.flatMap((page) => page.items) ?? [];
  const days = story.data?.pages[0]?.days;
  if (isUnknown(story.error)) {
    return (
      <Notice
        icon={IconZoomQuestion}
        title={t('story.none.title', { key: of })}
        text={t('story.none.text')}
      />
    );
  }
  return (
    <ListArea query={story}>
      <Stack gap={0} component="ol" className={classes.line}>
        {items.map((entry) => (
          <StoryLine key={`${entry.runId} ${entry.entry} ${entry.row} ${entry.at}`} entry={entry} />
        ))}
      </Stack>
      {story.hasNextPage ? (
        <Center mt="md">
          <Button
            variant="default"
            loading={story.isFetchingNextPage}
            onClick={() => void story.fetchNextPage()}
          >
            {t('action.loadMore')}
          </Button>
        </Center>
      ) : (
        <Text size="sm" c="dimmed" mt="md">
          {t('story.kept', { days })}
        </Text>
      )}
    </ListArea>
  );
}
