// What stands on the canvas besides boxes: notes, frames around groups, and groups folded to one card.
import type { Node } from '@xyflow/react';
import type { FlowGroup, FlowNote } from '@eclusa/flow';
import type { Point } from './placing';
import type { BoxNode } from './to-react-flow';

export interface NoteData extends Record<string, unknown> {
  note: FlowNote;
}

export interface GroupData extends Record<string, unknown> {
  group: FlowGroup;
  /** Where its boxes stand now, by id. */
  places: Readonly<Record<string, Point>>;
  /** Errors inside a folded group, which would not be seen otherwise. */
  errors: number;
}

/** One end of a line that crosses the border of a folded group. */
export interface FoldedPort {
  /** `node.port` of the box inside. */
  id: string;
  name: string;
  failed: boolean;
}

export interface FoldedData extends GroupData {
  inputs: readonly FoldedPort[];
  outputs: readonly FoldedPort[];
}

export type NoteNode = Node<NoteData, 'note'>;
export type GroupNode = Node<GroupData, 'frame'>;
export type FoldedNode = Node<FoldedData, 'folded'>;
export type CanvasNode = BoxNode | NoteNode | GroupNode | FoldedNode;

/** Ids of boxes hold no colon, so these never meet one. */
const notePrefix = 'note:';
const groupPrefix = 'group:';

export const noteNodeId = (id: string): string => notePrefix + id;
export const groupNodeId = (id: string): string => groupPrefix + id;

/** The note's or group's own id, or undefined for anything else on the canvas. */
export function noteOf(id: string): string | undefined {
  return id.startsWith(notePrefix) ? id.slice(notePrefix.length) : undefined;
}

/** As `noteOf`, for groups. */
export function groupOf(id: string): string | undefined {
  return id.startsWith(groupPrefix) ? id.slice(groupPrefix.length) : undefined;
}
