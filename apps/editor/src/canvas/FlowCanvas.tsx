// React Flow over the draft: what is seen comes from the document, what is done becomes edits of it.
import '@xyflow/react/dist/style.css';
import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  MiniMap,
  ReactFlow,
  SelectionMode,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { groupColour } from '../theme/groups';
import { useDocument, useView } from '../store/flow-stores';
import { CanvasActions } from './canvas-actions';
import { CanvasTools } from './CanvasTools';
import classes from './canvas.module.css';
import { EmptyCanvas } from './EmptyCanvas';
import { LineEdgeView } from './LineEdgeView';
import { NodeCard } from './NodeCard';
import { grid } from './placing';
import { SelectionTools } from './SelectionTools';
import { QuickAdd } from './QuickAdd';
import { useCanvasEvents, useDropping } from './useCanvasEvents';
import { useDrawing } from './useDrawing';
import { useReaderLabels } from './useReaderLabels';
import { useKeepInView } from './useKeepInView';
import { showStart, useStartOfRun } from './first-view';
import { useFlowCommands } from './useFlowCommands';
import type { BoxNode, LineEdge } from './to-react-flow';
import type { CanvasNode } from './canvas-nodes';
import { FarProvider, farZoom } from './far';
import { FoldedCard } from './FoldedCard';
import { GroupFrame } from './GroupFrame';
import { NoteCard } from './NoteCard';

const nodeTypes = { box: NodeCard, note: NoteCard, frame: GroupFrame, folded: FoldedCard };
const edgeTypes = { line: LineEdgeView };
/** With more boxes than this only those in sight are kept in the page. */
const many = 60;

function miniMapColour({ type, data }: CanvasNode): string {
  if (type === 'box') return groupColour(data.description?.group ?? 'transform').ink;
  return type === 'folded' ? 'var(--mantine-color-dimmed)' : 'transparent';
}

/** The drawing with its tools. Stands inside a ReactFlowProvider and the flow's stores. */
export function FlowCanvas({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const place = useView((state) => state.adding);
  const setPlace = useView((state) => state.addAt);
  const miniMap = useView((state) => state.miniMap);
  const labels = useReaderLabels();
  const drawing = useDrawing();
  useKeepInView();
  useStartOfRun();
  const commands = useFlowCommands();
  const events = useCanvasEvents(setPlace);
  const dropping = useDropping();
  const section = useRef<HTMLElement>(null);
  // Not a state: the first frame of a drag must not wait for React.
  const moving = (is: boolean) => () => section.current?.toggleAttribute('data-moving', is);
  const far = useStore((state) => state.transform[2] < farZoom);
  const canvas = useReactFlow<BoxNode, LineEdge>();
  const boxes = useDocument((state) => Object.keys(state.document.nodes).length);
  const edges = useDocument((state) => state.document.edges);
  const select = useView((state) => state.select);
  const actions = useMemo(
    () => ({
      quickAdd: setPlace,
      taken: (node: string, port: string) =>
        edges.some(({ from }) => from.node === node && from.port === port),
      removeEdge: events.removeEdge,
    }),
    [edges, events.removeEdge, setPlace],
  );
  return (
    <CanvasActions value={actions}>
      <FarProvider value={far}>
        <section ref={section} data-tour="canvas" className={classes.canvas} aria-label={t('editor.canvas')}>
          <ReactFlow
            {...drawing}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            ariaLabelConfig={labels}
            colorMode={scheme}
            connectionLineType={ConnectionLineType.Bezier}
            connectionRadius={36}
            deleteKeyCode={null}
            elevateNodesOnSelect={false}
            onMoveStart={moving(true)}
            onMoveEnd={moving(false)}
            onlyRenderVisibleElements={boxes > many}
            onInit={() => showStart(canvas)}
            minZoom={0.05}
            maxZoom={2}
            multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
            onConnect={events.onConnect}
            onConnectEnd={events.onConnectEnd}
            isValidConnection={events.isValidConnection}
            {...dropping}
            onPaneClick={() => select([])}
            panOnScroll
            selectionMode={SelectionMode.Partial}
            snapToGrid
            snapGrid={[grid, grid]}
            zoomOnDoubleClick={false}
          >
            <Background variant={BackgroundVariant.Dots} gap={20} size={1.6} color="var(--ec-dots)" />
            {boxes > 3 && miniMap && (
              <MiniMap
                pannable
                zoomable
                ariaLabel={t('editor.miniMap')}
                nodeColor={miniMapColour}
                nodeBorderRadius={10}
                style={{ width: 150, height: 96 }}
              />
            )}
          </ReactFlow>
          {boxes === 0 && <EmptyCanvas onAdd={commands.add} />}
          {children}
          <CanvasTools />
          <SelectionTools />
          {place && (
            <QuickAdd
              place={place}
              onClose={() => setPlace(null)}
              onPick={(node, at) => {
                commands.addHere(node, at);
                setPlace(null);
              }}
            />
          )}
        </section>
      </FarProvider>
    </CanvasActions>
  );
}
