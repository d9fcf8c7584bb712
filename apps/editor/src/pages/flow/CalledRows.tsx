// The rows to run a flow with that another system usually calls.
import { Input, Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { calledSources } from '@eclusa/flow';
import { useCatalogue } from '../../api/catalogue';
import { useDocument } from '../../store/flow-stores';
import { rowsIn } from './called-rows';

const CodeEditor = lazy(async () => ({ default: (await import('../../fields/CodeEditor')).CodeEditor }));

/** The example of the flow's box for called rows; undefined when the flow reads its rows itself. */
export function useExampleRows(): string | undefined {
  const document = useDocument((state) => state.document);
  const nodes = useCatalogue().data?.nodes;
  const [box] = nodes ? calledSources(document, nodes) : [];
  const node = box === undefined ? undefined : document.nodes[box];
  if (!node || !nodes) return undefined;
  const field = nodes.get(node.type)?.fields.example;
  const usual = field?.kind === 'code' ? field.default : undefined;
  return typeof node.config.example === 'string' ? node.config.example : (usual ?? '[{}]');
}

export function CalledRows({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation();
  const label = t('editor.run.rows');
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      description={t('editor.run.rowsHelp')}
      error={rowsIn(text) ? null : t('editor.run.rowsBroken')}
    >
      <Suspense fallback={<Skeleton h={160} mt={6} />}>
        <CodeEditor label={label} language="json" value={text} onChange={onChange} height="160px" />
      </Suspense>
    </Input.Wrapper>
  );
}
