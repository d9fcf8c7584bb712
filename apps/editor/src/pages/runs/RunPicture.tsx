// The flow of a run's own version with its numbers on lines and boxes, read-only; a chosen box shows its sample rows.
import { ActionIcon, Text, Tooltip } from '@mantine/core';
import { IconMaximize } from '@tabler/icons-react';
import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../api/catalogue';
import type { RunDetail } from '../../api/types';
import { showStart } from '../../canvas/first-view';
import { LineEdgeView } from '../../canvas/LineEdgeView';
import { LineFiguresContext, useLineRates } from '../../canvas/line-figures';
import { NodeCard } from '../../canvas/NodeCard';
import { ReadOnlyFlow } from '../../canvas/ReadOnlyFlow';
import { toReactFlow } from '../../canvas/to-react-flow';
import { useLocale } from '../../i18n/useLocale';
import { RunBoxRows } from './RunBoxRows';
import classes from './picture.module.css';

const nodeTypes = { box: NodeCard };
const edgeTypes = { line: LineEdgeView };

/** Boxes can be looked at and chosen, nothing can be moved. */
export function RunPicture({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const [box, setBox] = useState<string | null>(null);
  const rates = useLineRates(run);
  const figures = useMemo(() => ({ rates, samples: {} }), [rates]);
  return (
    <div>
      <Text size="sm" c="dimmed" mb="xs">
        {t('live.picture.version', { number: run.version })} {box === null && t('live.picture.choose')}
      </Text>
      <div className={classes.area}>
        <LineFiguresContext value={figures}>
          <ReactFlowProvider>
            <Drawing run={run} box={box} onChoose={setBox} />
          </ReactFlowProvider>
        </LineFiguresContext>
        {box !== null && <RunBoxRows key={box} run={run} box={box} onClose={() => setBox(null)} />}
      </div>
    </div>
  );
}

interface DrawingProps {
  run: RunDetail;
  box: string | null;
  onChoose: (box: string | null) => void;
}

function Drawing({ run, box, onChoose }: DrawingProps) {
  const { t } = useTranslation();
  const drawing = useRunDrawing(run, box);
  const area = useRef<HTMLElement>(null);
  useKeptInSight(area, box);
  return (
    <section ref={area} className={classes.canvas} aria-label={t('live.picture.label')}>
      <ReadOnlyFlow
        {...drawing}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={showStart}
        elementsSelectable
        onNodesChange={(changes) => {
          for (const change of changes) if (change.type === 'select' && change.selected) onChoose(change.id);
        }}
        onPaneClick={() => onChoose(null)}
        preventScrolling={false}
      />
      <FitButton />
    </section>
  );
}

function FitButton() {
  const { t } = useTranslation();
  const flow = useReactFlow();
  return (
    <Tooltip label={t('live.picture.fit')}>
      <ActionIcon
        className={classes.fit}
        variant="default"
        aria-label={t('live.picture.fit')}
        onClick={() => void flow.fitView({ padding: 0.12, maxZoom: 1 })}
      >
        <IconMaximize size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** Moves the drawing when the chosen box stands outside, as it may once its rows have taken their room. */
function useKeptInSight(area: RefObject<HTMLElement | null>, box: string | null): void {
  const flow = useReactFlow();
  useEffect(() => {
    const node = box === null ? undefined : flow.getNode(box);
    const room = area.current?.getBoundingClientRect();
    if (!node || !room) return;
    const { x, zoom } = flow.getViewport();
    const { width = 0, height = 0 } = node.measured ?? {};
    const left = node.position.x * zoom + x;
    if (left >= 0 && left + width * zoom <= room.width) return;
    void flow.setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom });
  }, [flow, area, box]);
}

/** Nodes and edges for ReactFlow: the document of the run's version with its counts. */
function useRunDrawing(run: RunDetail, box: string | null) {
  const { t } = useTranslation();
  const { locale } = useLocale();
  const catalogue = useCatalogue().data?.nodes;
  const { document, id, state, counts, expectedRows } = run;
  const { read } = run.totals;
  return useMemo(() => {
    const shown = { id, state, counts, read, expected: expectedRows };
    const { nodes, edges } = toReactFlow(document, catalogue ?? new Map(), [], shown, locale);
    const kind = (word: string) => ({ 'aria-roledescription': word });
    return {
      nodes: nodes.map((node) => ({
        ...node,
        selected: node.id === box,
        domAttributes: kind(t('editor.reader.boxKind')),
      })),
      edges: edges.map((edge) => ({
        ...edge,
        selectable: false,
        domAttributes: kind(t('editor.reader.lineKind')),
      })),
    };
  }, [document, catalogue, id, state, counts, read, expectedRows, locale, box, t]);
}
