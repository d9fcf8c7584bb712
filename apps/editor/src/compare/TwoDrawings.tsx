// Two drawings that come from one: who changed what, in words, and the ways out of it. Used when two people saved, and
// when work is found that was never saved.
import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowMerge, IconColumns } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { flowChanges, mergeFlows, type Catalogue, type FlowDocument, type Merged } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { changeLines } from './change-words';
import { ChangeList } from './ChangeList';
import classes from './compare.module.css';
import { CompareModal } from './CompareModal';
import { placesOf } from './places';

export interface Way {
  label: string;
  help: string;
  onTake: () => void;
}

export interface TwoDrawingsProps {
  base: FlowDocument;
  mine: FlowDocument;
  theirs: FlowDocument;
  who: string;
  catalogue: Catalogue;
  theirsLabel: string;
  onMerge: (merged: FlowDocument) => void;
  takeTheirs: Way;
  keepMine: Way;
  /** Nobody else changed anything: only my changes are listed, and there is nothing to merge. */
  only?: 'mine';
}

export function TwoDrawings(props: TwoDrawingsProps) {
  const { base, mine, theirs, who, catalogue, only } = props;
  const { t } = useTranslation();
  const merged = useMemo(() => mergeFlows(base, mine, theirs), [base, mine, theirs]);
  return (
    <Stack>
      <div className={only ? undefined : classes.twoLists}>
        {!only && (
          <Changed
            title={t('versions.two.theirs', { who })}
            before={base}
            after={theirs}
            catalogue={catalogue}
          />
        )}
        <Changed title={t('versions.two.mine')} before={base} after={mine} catalogue={catalogue} />
      </div>
      {!only && merged.conflicts.length > 0 && <Clash merged={merged} {...props} />}
      <Ways merged={merged} {...props} />
      <Compare {...props} />
    </Stack>
  );
}

interface ChangedProps {
  title: string;
  before: FlowDocument;
  after: FlowDocument;
  catalogue: Catalogue;
}

function Changed({ title, before, after, catalogue }: ChangedProps) {
  const { locale } = useLocale();
  const lines = changeLines(flowChanges(before, after), { before, after, catalogue, locale });
  return (
    <section className={classes.twoList}>
      <Text size="sm" fw={650} px={10}>
        {title}
      </Text>
      <ChangeList label={title} lines={lines} />
    </section>
  );
}

function Clash({ merged, mine, theirs, catalogue }: TwoDrawingsProps & { merged: Merged }) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const places = placesOf(merged.conflicts, [mine, theirs], { catalogue, locale });
  return (
    <Text size="sm" c="var(--ec-warn-text)">
      {t('versions.two.clash', { places: places.join(', ') })}
    </Text>
  );
}

function Ways({ merged, onMerge, takeTheirs, keepMine, only }: TwoDrawingsProps & { merged: Merged }) {
  const { t } = useTranslation();
  const canMerge = !only && merged.conflicts.length === 0;
  const merge: Way = {
    label: t('versions.two.merge'),
    help: t('versions.two.mergeHelp'),
    onTake: () => onMerge(merged.document),
  };
  const ways = [...(canMerge ? [merge] : []), takeTheirs, keepMine];
  return (
    <SimpleGrid cols={ways.length}>
      {ways.map((way) => (
        <Stack key={way.label} gap={4}>
          <Button
            variant={way === (only ? keepMine : merge) ? 'filled' : 'default'}
            leftSection={way === merge && <IconArrowMerge size={16} aria-hidden />}
            onClick={way.onTake}
          >
            {way.label}
          </Button>
          <Text size="xs" c="dimmed">
            {way.help}
          </Text>
        </Stack>
      ))}
    </SimpleGrid>
  );
}

function Compare({ mine, theirs, theirsLabel, catalogue }: TwoDrawingsProps) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Group>
      <Button
        variant="subtle"
        data-autofocus
        leftSection={<IconColumns size={16} aria-hidden />}
        onClick={open}
      >
        {t('versions.two.compare')}
      </Button>
      <CompareModal
        opened={opened}
        title={t('versions.two.compareTitle')}
        onClose={close}
        before={{ document: theirs, label: theirsLabel }}
        after={{ document: mine, label: t('versions.two.sideMine') }}
        catalogue={catalogue}
      />
    </Group>
  );
}
