// The right side: the selected box, the problems, or the flow's own settings.
import { useDeferredValue } from 'react';
import { useDocument, useView } from '../store/flow-stores';
import { FlowPanel } from './FlowPanel';
import { NodePanel } from './NodePanel';
import classes from './panel.module.css';
import { ProblemsPanel } from './ProblemsPanel';

/** Nothing when nothing is open; the canvas then has the room. */
export function SidePanel() {
  const side = useView((state) => state.side);
  // The canvas shows at once what is selected; the form, which is more work, follows.
  const only = useDeferredValue(useView((state) => (state.nodes.length === 1 ? state.nodes[0] : undefined)));
  const exists = useDocument((state) => only !== undefined && state.document.nodes[only] !== undefined);
  const wide = useView((state) => state.wide && state.side === null);
  const content =
    side === 'problems' ? (
      <ProblemsPanel />
    ) : side === 'flow' ? (
      <FlowPanel />
    ) : only !== undefined && exists ? (
      <NodePanel key={only} id={only} />
    ) : null;
  if (!content) return null;
  return (
    <div data-side className={`${classes.side} ${wide ? classes.wide : ''}`}>
      {content}
    </div>
  );
}
