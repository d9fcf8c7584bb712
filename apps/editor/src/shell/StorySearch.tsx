// "What happened to …?", in the head of every page: a code leads to its story.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { storyPath } from '../api/story';
import classes from './shell.module.css';

/** Empty again once it has been asked: the page shows what was looked for. */
export function StorySearch() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const key = typed.trim();
    void navigate(key === '' ? '/story' : storyPath(key));
    setTyped('');
  };
  return (
    <form role="search" onSubmit={ask} className={classes.story}>
      <TextInput
        size="xs"
        type="search"
        maxLength={64}
        aria-label={t('story.nav')}
        placeholder={t('story.nav')}
        title={t('story.field')}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </form>
  );
}
