// Offers the tour on the first flow a person makes here. Once: whatever is answered, it is not asked again.
import { Button, Group, Paper, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useMe } from '../api/session';
import { useView } from '../store/flow-stores';
import { rememberOffered, wasOffered } from './tour-memory';

/** Stands over the foot of the canvas and is in nobody's way. */
export function TourOffer() {
  const { t } = useTranslation();
  const person = useMe().data?.user.id;
  const show = useView((state) => state.show);
  // Only whoever comes from making a flow: not everybody who opens one.
  const [look] = useState((useLocation().state as { look?: string } | null)?.look);
  const [answered, setAnswered] = useState(false);
  if (!person || look === undefined || answered || wasOffered(person)) return null;
  const answer = (yes: boolean) => {
    rememberOffered(person);
    setAnswered(true);
    if (yes) show('tour');
  };
  return (
    <Paper
      component="section"
      aria-label={t('tour.title')}
      shadow="md"
      px="md"
      py="xs"
      style={{ position: 'absolute', zIndex: 5, bottom: 68, left: 12 }}
    >
      <Group gap="sm" wrap="nowrap">
        <Text size="sm">{t('tour.offer')}</Text>
        <Button size="compact-sm" onClick={() => answer(true)}>
          {t('tour.start')}
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => answer(false)}>
          {t('tour.no')}
        </Button>
      </Group>
    </Paper>
  );
}
