// A drawing to look at: nothing in it can be moved, connected or taken away. Stands inside a ReactFlowProvider.
import '@xyflow/react/dist/style.css';
import { useComputedColorScheme } from '@mantine/core';
import {
  Background,
  BackgroundVariant,
  ReactFlow,
  type Edge,
  type Node,
  type ReactFlowProps,
} from '@xyflow/react';
import { useReaderLabels } from './useReaderLabels';

/** What React Flow takes, but for what makes a drawing one to look at. */
export function ReadOnlyFlow<N extends Node, E extends Edge>(props: ReactFlowProps<N, E>) {
  const scheme = useComputedColorScheme('light');
  const labels = useReaderLabels();
  return (
    <ReactFlow
      ariaLabelConfig={labels}
      colorMode={scheme}
      deleteKeyCode={null}
      minZoom={0.05}
      maxZoom={1.5}
      nodesDraggable={false}
      nodesConnectable={false}
      edgesFocusable={false}
      zoomOnDoubleClick={false}
      {...props}
    >
      <Background variant={BackgroundVariant.Dots} gap={20} size={1.6} color="var(--ec-dots)" />
    </ReactFlow>
  );
}
