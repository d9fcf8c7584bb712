// A recipe that was chosen: what it does in full, its name, its connections; then the flow is opened.
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { describeSchedule } from '@eclusa/flow';
import { useConnections } from '../../api/connections';
import { useStores } from '../../api/stores';
import type { FlowTemplate } from '../../api/types';
import { useLocale } from '../../i18n/useLocale';
import { useProblemText } from '../../shell/useProblemText';
import { bindingsOf } from '../../store/first-connections';
import { SlotChoice } from './SlotChoice';
import { useMakeFlow } from './useMakeFlow';

/** Open while there is a recipe. */
export function RecipeModal({ template, onClose }: { template: FlowTemplate | null; onClose: () => void }) {
  const { say } = useLocale();
  return (
    <Modal opened={template !== null} onClose={onClose} title={template && say(template.intention)} size="lg">
      {template && <RecipeForm key={template.id} template={template} onClose={onClose} />}
    </Modal>
  );
}

function RecipeForm({ template, onClose }: { template: FlowTemplate; onClose: () => void }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const sayProblem = useProblemText();
  const connections = useConnections().data ?? [];
  const store = useStores().data?.[0];
  const { make, fault, busy } = useMakeFlow();
  const [name, setName] = useState(say(template.name));
  const [chosen, setChosen] = useState<Record<string, string> | null>(null);
  const { document } = template;
  // A part for one ERP is not for whatever connection there is.
  const theirs = connections.filter(({ name: one }) => !template.system || one === template.system);
  const slots = chosen ?? bindingsOf(document, { connections: theirs, store });
  const missing = name.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing) return;
    void make({
      name: name.trim(),
      document: { ...document, description: say(template.description) },
      slots,
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">{say(template.description)}</Text>
        {document.schedule && (
          <Text size="sm" c="dimmed">
            {t('schedules.suggested.atStart', { what: say(describeSchedule(document.schedule)) })}
          </Text>
        )}
        <TextInput
          label={t('flows.create.name')}
          withAsterisk
          data-autofocus
          maxLength={120}
          value={name}
          error={missing ? t('flows.create.needName') : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SlotChoice slots={document.slots} value={slots} onChange={setChosen} />
        {fault !== null && <Alert color="red">{sayProblem(fault)}</Alert>}
        <Group justify="flex-end">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('flows.create.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
