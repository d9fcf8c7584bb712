// What cards and lines may ask of the canvas they stand on.
import { createContext } from 'react';
import type { FlowEdge } from '@eclusa/flow';
import type { Point } from './placing';

/** A place to add a box: at a point of the screen, after a port, or in the middle of a line. */
export interface AddPlace {
  screen: Point;
  from?: FlowEdge['from'];
  /** The id of the line to open up. */
  edge?: string;
}

export interface CanvasActionsValue {
  quickAdd: (place: AddPlace) => void;
  /** True when a line already leaves the port. */
  taken: (node: string, port: string) => boolean;
  removeEdge: (id: string) => void;
}

/** A canvas that only shows (a run's page) gives none of it. */
export const CanvasActions = createContext<CanvasActionsValue>({
  quickAdd: () => undefined,
  taken: () => true,
  removeEdge: () => undefined,
});
