// One drawing to look at: no edits, and a viewport it shares with the other side.
import { ReactFlowProvider, type Viewport } from '@xyflow/react';
import { useMemo } from 'react';
import { ReadOnlyFlow } from '../canvas/ReadOnlyFlow';
import classes from './compare.module.css';
import { ComparedBoxView } from './ComparedBoxView';
import type { ComparedDrawing } from './compared-drawing';
import { ComparedLineView } from './ComparedLineView';

const nodeTypes = { box: ComparedBoxView };
const edgeTypes = { line: ComparedLineView };

export interface ComparedCanvasProps {
  label: string;
  drawing: ComparedDrawing;
  viewport: Viewport;
  onViewport: (viewport: Viewport) => void;
  /** The box and arrow a person jumped to. */
  chosen: { node?: string | undefined; edge?: string | undefined };
  onChoose: (node: string | undefined) => void;
}

export function ComparedCanvas({
  label,
  drawing,
  viewport,
  onViewport,
  chosen,
  onChoose,
}: ComparedCanvasProps) {
  const nodes = useMemo(
    () => drawing.nodes.map((node) => ({ ...node, selected: node.id === chosen.node && !chosen.edge })),
    [drawing, chosen],
  );
  const edges = useMemo(
    () => drawing.edges.map((edge) => ({ ...edge, selected: edge.id === chosen.edge })),
    [drawing, chosen],
  );
  return (
    <section className={classes.canvas} aria-label={label}>
      <ReactFlowProvider>
        <ReadOnlyFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          viewport={viewport}
          onViewportChange={onViewport}
          panOnScroll
          onNodeClick={(_event, node) => onChoose(node.id)}
          onPaneClick={() => onChoose(undefined)}
        />
      </ReactFlowProvider>
    </section>
  );
}
