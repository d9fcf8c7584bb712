// Settings of the whole flow: name, purpose, connections used, parameters, how it runs.
import { ActionIcon, Divider, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStores } from '../api/stores';
import { useDocument, useView } from '../store/flow-stores';
import classes from './panel.module.css';
import { FlowNameInput } from './FlowNameInput';
import { FlowSettingsForm } from './FlowSettingsForm';
import { ParameterList } from './ParameterList';
import { SlotBindings } from './SlotBindings';

/** Opened from the flow's menu and from problems that belong to no box. */
export function FlowPanel() {
  const { t } = useTranslation();
  const { description = '', slots } = useDocument((state) => state.document);
  const edit = useDocument((state) => state.edit);
  const open = useView((state) => state.open);
  const storeId = useView((state) => state.storeId);
  const store = useStores().data?.find(({ id }) => id === storeId);
  return (
    <section className={classes.panel} aria-label={t('editor.flow.title')} data-flow-form>
      <header className={classes.title}>
        <Title order={3}>{t('editor.flow.title')}</Title>
        <ActionIcon aria-label={t('editor.panel.close')} onClick={() => open(null)}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </header>
      <Stack className={classes.body} gap="md">
        <FlowNameInput>{(input) => <TextInput label={t('editor.flow.name')} {...input} />}</FlowNameInput>
        <Textarea
          label={t('editor.flow.description')}
          autosize
          minRows={2}
          value={description}
          maxLength={4000}
          onChange={(event) =>
            edit([{ type: 'describe-flow', description: event.currentTarget.value }], 'flow.description')
          }
        />
        <Divider />
        <div>
          <Title order={4}>{t('editor.flow.connections')}</Title>
          <Text size="xs" c="dimmed" mb="xs">
            {Object.keys(slots).length === 0
              ? t('editor.flow.connectionsNone')
              : t('editor.flow.connectionsHelp', { store: store?.name ?? t('editor.bar.noStore') })}
          </Text>
          <SlotBindings />
        </div>
        <Divider />
        <ParameterList />
        <Divider />
        <FlowSettingsForm />
      </Stack>
    </section>
  );
}
