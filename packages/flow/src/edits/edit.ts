// Every change a person can make to a flow, as plain values: what the editor keeps, sends and undoes by.
import { z } from 'zod';
import {
  edgeSchema,
  flowDocumentSchema,
  groupSchema,
  idSchema,
  jsonSchema,
  nodeSchema,
  noteSchema,
  parameterSchema,
  positionSchema,
  settingsSchema,
  slotSchema,
} from '../document';

const nodeName = z.string().max(120);

/** A piece of a flow on its way through the clipboard: boxes, the arrows between them, and what they refer to. */
export const fragmentSchema = z.strictObject({
  format: z.literal('eclusa/fragment'),
  formatVersion: z.literal(1),
  nodes: z.record(idSchema, nodeSchema),
  edges: z.array(edgeSchema).max(20_000),
  slots: z.record(idSchema, slotSchema),
  parameters: z.record(idSchema, parameterSchema),
  positions: z.record(idSchema, positionSchema),
  notes: z.array(noteSchema).optional(),
  groups: z.array(groupSchema).optional(),
});

export type FlowFragment = z.infer<typeof fragmentSchema>;

export const flowEditSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('add-node'), id: idSchema, node: nodeSchema, at: positionSchema }),
  /** Their arrows and places go with them. */
  z.strictObject({ type: z.literal('remove-nodes'), ids: z.array(idSchema) }),
  z.strictObject({ type: z.literal('move-nodes'), positions: z.record(idSchema, positionSchema) }),
  /** Without a name the box is called by its type again. */
  z.strictObject({ type: z.literal('rename-node'), id: idSchema, name: nodeName.optional() }),
  z.strictObject({ type: z.literal('set-config'), id: idSchema, config: nodeSchema.shape.config }),
  /** One field of the form; without a value the field is emptied. */
  z.strictObject({
    type: z.literal('set-field'),
    id: idSchema,
    field: z.string().min(1).max(120),
    value: jsonSchema.optional(),
  }),
  /** Another box in the same place, under the same id and with the same arrows. */
  z.strictObject({ type: z.literal('replace-node'), id: idSchema, node: nodeSchema }),
  z.strictObject({ type: z.literal('set-disabled'), ids: z.array(idSchema), disabled: z.boolean() }),
  z.strictObject({ type: z.literal('connect'), edge: edgeSchema }),
  z.strictObject({ type: z.literal('disconnect'), edges: z.array(edgeSchema) }),
  /** Puts a box into an arrow: what went from A to B now goes through it. */
  z.strictObject({
    type: z.literal('insert-on-edge'),
    edge: edgeSchema,
    id: idSchema,
    node: nodeSchema,
    at: positionSchema,
    /** The new box's own ports on the way; `in` and `out` when not given. */
    input: z.string().min(1).max(64).optional(),
    output: z.string().min(1).max(64).optional(),
  }),
  z.strictObject({ type: z.literal('add-slot'), id: idSchema, slot: slotSchema }),
  z.strictObject({ type: z.literal('rename-slot'), id: idSchema, name: slotSchema.shape.name }),
  /** Fields that name it are left as they are: validation points at them. */
  z.strictObject({ type: z.literal('remove-slot'), id: idSchema }),
  z.strictObject({ type: z.literal('add-parameter'), id: idSchema, parameter: parameterSchema }),
  z.strictObject({ type: z.literal('set-parameter'), id: idSchema, parameter: parameterSchema }),
  z.strictObject({ type: z.literal('remove-parameter'), id: idSchema }),
  z.strictObject({ type: z.literal('add-note'), note: noteSchema }),
  /** Replaces the note with the same id. */
  z.strictObject({ type: z.literal('set-note'), note: noteSchema }),
  z.strictObject({ type: z.literal('remove-notes'), ids: z.array(idSchema) }),
  /** Its boxes leave the groups they were in; a group left without boxes is gone. */
  z.strictObject({ type: z.literal('add-group'), group: groupSchema }),
  /** Replaces the group with the same id; without boxes it is gone. */
  z.strictObject({ type: z.literal('set-group'), group: groupSchema }),
  /** The boxes stay. */
  z.strictObject({ type: z.literal('remove-groups'), ids: z.array(idSchema) }),
  z.strictObject({ type: z.literal('rename-flow'), name: flowDocumentSchema.shape.name }),
  z.strictObject({ type: z.literal('describe-flow'), description: flowDocumentSchema.shape.description }),
  /** Replaces all settings; empty ones are taken out. */
  z.strictObject({ type: z.literal('set-settings'), settings: settingsSchema }),
  /** Adds a fragment under fresh ids, moved by `by`. `pastedIds` tells which. */
  z.strictObject({ type: z.literal('paste'), fragment: fragmentSchema, by: positionSchema }),
  z.strictObject({ type: z.literal('replace-document'), document: flowDocumentSchema }),
]);

/** One change. `applyEdit` is the only thing that carries it out. */
export type FlowEdit = z.infer<typeof flowEditSchema>;
export type FlowEditType = FlowEdit['type'];
export type EditOf<Type extends FlowEditType> = Extract<FlowEdit, { type: Type }>;
