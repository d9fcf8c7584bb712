// The first sight of an empty flow: where to begin, with the sources one click away.
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NodeDescription } from '@eclusa/flow';
import { useLocale } from '../i18n/useLocale';
import { useFlowStores } from '../store/flow-stores';
import { nodeIcon } from '../theme/groups';
import classes from './canvas.module.css';

/** What most flows begin with; everything else is in the list of boxes. */
const offered = ['source.csv', 'source.http', 'source.call'];

/** Gone as soon as a box stands. */
export function EmptyCanvas({ onAdd }: { onAdd: (description: NodeDescription) => void }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { catalogue } = useFlowStores();
  const sources = offered.flatMap((id) => catalogue.nodes.get(id) ?? []);
  return (
    <div className={classes.empty}>
      <Paper p="xl" radius="lg" shadow="md" maw={460}>
        <Stack gap="md" align="center" ta="center">
          <Title order={2}>{t('editor.empty.title')}</Title>
          <Text c="dimmed" size="sm">
            {t('editor.empty.text')}
          </Text>
          <Group justify="center" gap="xs">
            {sources.map((node) => {
              const Picture = nodeIcon(node.id, node.group);
              return (
                <Button
                  key={node.id}
                  variant="light"
                  leftSection={<Picture size={17} aria-hidden />}
                  onClick={() => onAdd(node)}
                >
                  {say(node.name)}
                </Button>
              );
            })}
          </Group>
        </Stack>
      </Paper>
    </div>
  );
}
