// The generated form of a box, its problems at their fields, and where its rows go.
import { Divider, Stack } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowNode, NodeDescription } from '@eclusa/flow';
import { FieldForm } from '../fields/FieldForm';
import { useLocale } from '../i18n/useLocale';
import { useDocument, useView } from '../store/flow-stores';
import { useProblems } from '../store/useProblems';
import { Lines } from './Lines';
import { useTakePending } from './pending-edits';

export interface NodeSettingsProps {
  id: string;
  node: FlowNode;
  description: NodeDescription;
}

/** Every change is an edit of the draft at once; there is no button to forget. */
export function NodeSettings({ id, node, description }: NodeSettingsProps) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const edit = useDocument((state) => state.edit);
  const takePending = useTakePending();
  const problems = useProblems().filter((problem) => problem.node === id);
  const form = useFocusedField(id);
  const errors = Object.fromEntries(
    problems.flatMap(({ field, text }) => (field ? [[field, say(text)] as const] : [])),
  );
  const empty = Object.keys(description.fields).length === 0;
  return (
    <Stack gap="lg" ref={form} data-flow-form>
      {empty ? (
        <p style={{ margin: 0 }}>{t('editor.panel.noFields')}</p>
      ) : (
        <FieldForm
          idPrefix={`box-${id}`}
          fields={description.fields}
          values={node.config}
          errors={errors}
          onChange={(field, value) =>
            edit([...takePending(), { type: 'set-field', id, field, value }], `${id}.${field}`)
          }
          onFill={(values) =>
            edit([
              ...takePending(),
              ...Object.entries(values).map(
                ([field, value]) => ({ type: 'set-field', id, field, value }) as const,
              ),
            ])
          }
        />
      )}
      <Divider />
      <Lines id={id} node={node} description={description} />
    </Stack>
  );
}

/** Brings the field a problem led to into view and puts the cursor in it. */
function useFocusedField(id: string) {
  const form = useRef<HTMLDivElement>(null);
  const focus = useView((state) => state.focus);
  const arrived = useView((state) => state.arrived);
  useEffect(() => {
    if (focus?.node !== id) return;
    arrived();
    const target = focus.field && findField(form.current, `box-${id}-`, focus.field);
    if (!target) return;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  }, [focus, id, arrived]);
  return form;
}

/** The field of a path, or the nearest one above it that has an element of its own. */
function findField(form: HTMLElement | null, prefix: string, path: string): HTMLElement | null {
  const parts = path.split('.');
  while (parts.length > 0) {
    const element = form?.querySelector<HTMLElement>(`[id="${CSS.escape(prefix + parts.join('-'))}"]`);
    if (element) return element;
    parts.pop();
  }
  return null;
}
