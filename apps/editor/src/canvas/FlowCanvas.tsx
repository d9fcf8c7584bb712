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
} from '@xyflow/react';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { groupColour } from '../theme/groups';
import { useDocument, useView } from '../store/flow-stores';
import { CanvasActions, type AddPlace } from './canvas-actions';
import { CanvasTools } from './CanvasTools';
import classes from './canvas.module.css';
import { EmptyCanvas } from './EmptyCanvas';
import { LineEdgeView } from './LineEdgeView';
import { NodeCard } from './NodeCard';
import { grid } from './placing';
import { QuickAdd } from './QuickAdd';
import { useCanvasEvents, useDropping } from './useCanvasEvents';
import { useDrawing } from './useDrawing';
import { useReaderLabels } from './useReaderLabels';
import { useKeepInView } from './useKeepInView';
import { showStart, useStartOfRun } from './first-view';
import { useFlowCommands } from './useFlowCommands';
import type { BoxNode } from './to-react-flow';

const nodeTypes = { box: NodeCard };
const edgeTypes = { line: LineEdgeView };
const miniMapColour = (node: BoxNode) => groupColour(node.data.description?.group ?? 'transform').ink;

/** The drawing with its tools. Stands inside a ReactFlowProvider and the flow's stores. */
export function FlowCanvas({ onHelp, children }: { onHelp: () => void; children?: ReactNode }) {
  const { t } = useTranslation();
  const scheme = useComputedColorScheme('light');
  const [place, setPlace] = useState<AddPlace | null>(null);
  const labels = useReaderLabels();
  const drawing = useDrawing();
  useKeepInView();
  useStartOfRun();
  const commands = useFlowCommands();
  const events = useCanvasEvents(setPlace);
  const dropping = useDropping();
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
    [edges, events.removeEdge],
  );
  return (
    <CanvasActions value={actions}>
      <section className={classes.canvas} aria-label={t('editor.canvas')}>
        <ReactFlow
          {...drawing}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          ariaLabelConfig={labels}
          colorMode={scheme}
          connectionLineType={ConnectionLineType.Bezier}
          connectionRadius={36}
          deleteKeyCode={null}
          onInit={showStart}
          minZoom={0.15}
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
          {boxes > 3 && (
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
        <CanvasTools onHelp={onHelp} />
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
    </CanvasActions>
  );
}
