// How large a card will be and where its ports sit, before the browser has drawn it. A good guess is enough:
// it spares drawing hundreds of cards out of sight, and the browser's own measure replaces it as soon as a card is seen.
import { Position, type NodeHandle } from '@xyflow/react';
import { FAILED } from '@eclusa/flow';
import { boxSize } from './placing';
import type { BoxData } from './to-react-flow';

export type { BoxData };

const head = 62;
const single = 31;
const portRow = 26;
const dot = 13;
const countsHeight = 32;

/** The parts of a React Flow node that say its size. */
export interface Shape {
  measured: { width: number; height: number };
  handles: NodeHandle[];
}

/** The height of the card of a folded group, by its ports. */
export function foldedHeight(ports: number): number {
  return head + (ports > 0 ? 9 + ports * portRow : 0);
}

/** The height of a card and how far down the middle of each port is. */
export function handleTops({ inputs, outputs, counts }: BoxData): {
  height: number;
  inputs: number[];
  outputs: number[];
} {
  const ins = inputs.length > 1 ? inputs.length : 0;
  const outs = outputs.length > 1 ? outputs.length : 0;
  const rowAt = (index: number) => head + 5 + (index + 0.5) * portRow;
  return {
    height: head + (ins + outs > 0 ? 9 + (ins + outs) * portRow : 0) + (counts ? countsHeight : 0),
    inputs: inputs.map((_, index) => (ins > 0 ? rowAt(index) : single)),
    outputs: outputs.map((_, index) => (outs > 0 ? rowAt(ins + index) : single)),
  };
}

/** Pure: the shape of one card by what it shows. */
export function guessedShape(data: BoxData): Shape {
  const tops = handleTops(data);
  const { width } = boxSize;
  const handle = (id: string, type: NodeHandle['type'], position: Position, x: number, y: number) => ({
    ...{ id, type, position, width: dot, height: dot },
    ...{ x: x - dot / 2, y: y - dot / 2 },
  });
  return {
    measured: { width, height: tops.height },
    handles: [
      ...data.inputs.map(({ id }, index) => handle(id, 'target', Position.Left, 1, tops.inputs[index]!)),
      ...data.outputs.map(({ id }, index) =>
        handle(id, 'source', Position.Right, width - 1, tops.outputs[index]!),
      ),
      ...(data.hasFailed ? [handle(FAILED, 'source', Position.Bottom, width - 28, tops.height)] : []),
    ],
  };
}
