// The saved flow: one zod schema that is the type, the check and the published JSON Schema.
import { z } from 'zod';
import { isJson, type Json, maxJsonDepth } from './json';

/** Ids of nodes, slots, parameters and notes. */
export const idSchema = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/)
  .describe('letters, digits, - and _, at most 64');
/** Any JSON value. Not `z.json()`: that goes down without limit and copies what it checks. */
export const jsonSchema = z.custom<Json>((value) => isJson(value), {
  error: `must be plain JSON, at most ${maxJsonDepth} levels deep`,
});

export const slotSchema = z.strictObject({
  kind: z.string().describe('connection kind, such as "http" or "vtex"'),
  name: z.string().max(120),
});

export const parameterSchema = z.strictObject({
  type: z.enum(['text', 'number', 'toggle']),
  name: z.string().max(120),
  help: z.string().max(1000).optional(),
  required: z.boolean().optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
});

export const settingsSchema = z.strictObject({
  orderKey: z
    .string()
    .min(1)
    .max(2000)
    .optional()
    .describe('expression over a row as it is read: rows with an equal value keep their order'),
  overlap: z
    .enum(['allow', 'queue', 'skip', 'cancel'])
    .optional()
    .describe('what becomes of a run that is asked for while another of its concurrency key goes on'),
  concurrencyKey: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('runs of the workspace with the same key do not overlap; left out: the flow and the store'),
});

export const nodeSchema = z.strictObject({
  type: z.string().describe('node id of the catalogue, such as "vtex.price-set"'),
  version: z.int().min(1),
  name: z.string().max(120).optional(),
  disabled: z.boolean().optional(),
  config: z.record(z.string(), jsonSchema).describe('the filled-in form, by field id of the node'),
});

const end = z.strictObject({ node: idSchema, port: z.string().min(1).max(64) });
export const edgeSchema = z.strictObject({ from: end, to: end });

export const positionSchema = z.strictObject({ x: z.number(), y: z.number() });
/** What notes and groups are painted with. What the colour is on the screen is the editor's matter. */
export const layoutColours = ['yellow', 'blue', 'green', 'red', 'purple', 'grey'] as const;
export type LayoutColour = (typeof layoutColours)[number];
const colour = z.enum(layoutColours).optional();

export const noteSchema = z.strictObject({
  id: idSchema,
  text: z.string().max(4000),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  colour,
});

export const groupSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(120),
  nodes: z.array(idSchema).max(20_000).describe('the boxes inside; a box is in one group at most'),
  colour,
  folded: z.boolean().optional().describe('drawn as one box'),
});

export const suggestedScheduleSchema = z.strictObject({
  cron: z.string().min(1).max(120).describe('minute, hour, day of the month, month, day of the week'),
  timezone: z.string().min(1).max(64).describe('of the IANA list, such as "America/Sao_Paulo"'),
});

const layout = z.strictObject({
  nodes: z.record(idSchema, positionSchema),
  notes: z.array(noteSchema).optional(),
  groups: z.array(groupSchema).max(1_000).optional(),
});

export const flowDocumentSchema = z.strictObject({
  format: z.literal('eclusa/flow'),
  formatVersion: z.literal(1),
  name: z.string().min(1).max(120).meta({ title: 'Name', description: 'what people call the flow' }),
  description: z.string().max(4000).optional(),
  slots: z
    .record(idSchema, slotSchema)
    .meta({ title: 'Slots', description: 'connections the flow needs, bound where it is installed' }),
  parameters: z
    .record(idSchema, parameterSchema)
    .meta({ title: 'Parameters', description: 'values an installation sets, reached as $params.id' }),
  settings: settingsSchema
    .optional()
    .meta({ title: 'Settings', description: 'how runs treat their rows and each other' }),
  schedule: suggestedScheduleSchema.optional().meta({
    title: 'Schedule',
    description: 'when the flow is meant to run: offered where schedules are made, never set by itself',
  }),
  nodes: z.record(idSchema, nodeSchema).meta({ title: 'Nodes', description: 'the boxes, by id' }),
  edges: z
    .array(edgeSchema)
    .max(20_000)
    .meta({ title: 'Edges', description: 'the arrows, from an output port to an input port' }),
  layout: layout.meta({ title: 'Layout', description: 'where things stand; no part of the logic' }),
});

export type FlowDocument = z.infer<typeof flowDocumentSchema>;
export type FlowNode = FlowDocument['nodes'][string];
export type FlowEdge = FlowDocument['edges'][number];
export type FlowSlot = FlowDocument['slots'][string];
export type FlowParameter = FlowDocument['parameters'][string];
export type SuggestedSchedule = z.infer<typeof suggestedScheduleSchema>;
export type FlowSettings = z.infer<typeof settingsSchema>;
export type FlowNote = z.infer<typeof noteSchema>;
export type FlowGroup = z.infer<typeof groupSchema>;
export type FlowPosition = z.infer<typeof positionSchema>;

/** An empty draft. */
export function emptyFlow(name: string): FlowDocument {
  return {
    format: 'eclusa/flow',
    formatVersion: 1,
    name,
    slots: {},
    parameters: {},
    nodes: {},
    edges: [],
    layout: { nodes: {} },
  };
}

/** One name per edge, stable across saves: `a.out>b.in`. */
export function edgeId(edge: FlowEdge): string {
  return `${edge.from.node}.${edge.from.port}>${edge.to.node}.${edge.to.port}`;
}
