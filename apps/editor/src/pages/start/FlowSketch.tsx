// A flow drawn very small: its boxes and arrows where they stand, in the colours of their groups. Decoration only.
import type { Catalogue, FlowDocument } from '@eclusa/flow';
import { groupColour } from '../../theme/groups';
import classes from './start.module.css';

const box = { width: 200, height: 90 };
const room = 40;

/** Hidden from screen readers: the card says the same in words. */
export function FlowSketch({ document, nodes }: { document: FlowDocument; nodes: Catalogue | undefined }) {
  const places = Object.entries(document.layout.nodes).filter(([id]) => document.nodes[id]);
  if (places.length === 0) return null;
  const at = Object.fromEntries(places);
  const xs = places.map(([, { x }]) => x);
  const ys = places.map(([, { y }]) => y);
  const left = Math.min(...xs) - room;
  const top = Math.min(...ys) - room;
  const width = Math.max(...xs) + box.width + room - left;
  const height = Math.max(...ys) + box.height + room - top;
  const middle = (id: string, end: 0 | 1) => {
    const { x, y } = at[id]!;
    return `${x + end * box.width} ${y + box.height / 2}`;
  };
  return (
    <svg className={classes.sketch} viewBox={`${left} ${top} ${width} ${height}`} aria-hidden>
      {document.edges
        .filter(({ from, to }) => at[from.node] && at[to.node])
        .map(({ from, to }) => (
          <path
            key={`${from.node}.${from.port}>${to.node}`}
            d={`M ${middle(from.node, 1)} L ${middle(to.node, 0)}`}
            className={classes.sketchLine}
          />
        ))}
      {places.map(([id, { x, y }]) => {
        const group = nodes?.get(document.nodes[id]!.type)?.group ?? 'transform';
        const { ink, soft } = groupColour(group);
        return <rect key={id} x={x} y={y} {...box} rx={24} fill={soft} stroke={ink} strokeWidth={10} />;
      })}
    </svg>
  );
}
