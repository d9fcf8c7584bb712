// The node contract: one object that the engine runs, the editor draws and the docs are made from.
import type { NodeArea } from './area';
import type { EclusaError, RecordedRequest } from './errors';
import type { Fields } from './field';
import type { FlowCalls } from './flow-calls';
import type { GivenFields } from './given-fields';
import type { Json, Row } from './json';
import type { Successor } from './successor';
import type { NodeContext } from './node-context';
import type { Text } from './text';
import type { Trigger } from './trigger';

/** `row`: one record. `file`: a record that describes a stored file. Only equal types connect. */
export type PortType = 'row' | 'file';

export interface Port {
  id: string;
  name: Text;
  type: PortType;
}

/** Where rows leave that a transform or action could not handle. Added to those nodes by `defineNode`. */
export const FAILED = 'failed';

export type NodeGroup = 'source' | 'transform' | 'vtex' | 'output';

/** What a repeat does: `read` nothing, `idempotent` the same again, `create` a second thing. */
export type Effect = 'read' | 'idempotent' | 'create';

/** One record as a source saw it: good, or refused with the reason. */
export type SourceRecord = { value: Row } | { raw: Json; error: EclusaError };

export interface SourcePage {
  records: SourceRecord[];
  /** Where to go on after this page has been stored. */
  cursor: Json;
  /** Rows in all, when the other side tells. */
  total?: number;
}

export interface SourceContext<Config = Record<string, Json>> extends NodeContext<Config> {
  /** The cursor of the last page that was stored; null at the start. */
  readonly cursor: Json;
  /** The largest page to yield, in rows. */
  readonly pageSize: number;
  /** What the box noted in earlier runs of the flow for the store, by key: the files it has read, say. */
  readonly notes: {
    load(keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
    /** Resolves once they are durable. A dry run notes nothing. */
    keep(notes: Readonly<Record<string, string>>): Promise<void>;
  };
}

/** A value leaving by a port; `out` when none is named. */
export interface Emit {
  port?: string;
  value: Row;
}

/** How rows become the answer of a run: which status it has, and whether it is the first row or a list of them. */
export interface AnswerRule {
  /** An HTTP status from 200 to 499. */
  status: number;
  list: boolean;
  /** Rows of a list at most; 1 where it is none. */
  most: number;
}

/** What became of one row in a transform: an empty list means it was filtered out. */
export type RowResult = readonly Emit[];

export interface ActionCall {
  readonly signal: AbortSignal;
  /** What the box noted of this row when it collected it; see `NOTE`. */
  readonly note?: Json;
  /** Set when an earlier attempt may have happened and `findExisting` found its result. */
  readonly existing?: Row;
  /**
   * Tells of a request that `fetch` does not carry, before it is sent: a dry run shows it and the node sends nothing. Secrets must
   * be removed before. Throws UserError in a run that may only do what a dry run showed, where this was not shown.
   */
  record(request: RecordedRequest): void;
}

export interface PreparedAction {
  /** Does the work for one row and answers what leaves. Throws RemoteError or UserError for that row. */
  run(row: Row, call: ActionCall): Promise<RowResult>;
  /** For `create`: what an earlier, unanswered attempt made, or null. Without it such rows wait in doubt. */
  findExisting?(row: Row, call: ActionCall): Promise<Row | null>;
  /** Rows of one page with the same key make one call and share its result merged by `mergeShared`. */
  shareKey?(row: Row): string | undefined;
  /** The result for a row whose call was made by `leader`. Needed with `shareKey`. */
  mergeShared?(row: Row, leaderResult: RowResult): RowResult;
}

export interface BarrierContext<Config = Record<string, Json>> extends NodeContext<Config> {
  readonly pageSize: number;
  /** What was kept last, by this attempt or one before it; null at the start. */
  readonly kept: Json;
  /** Room outside memory for rows that do not fit; emptied when the node ends. */
  readonly scratch: {
    write(rows: readonly Row[]): Promise<string>;
    read(chunk: string): AsyncIterable<Row[]>;
    drop(chunk: string): Promise<void>;
  };
  /** Absent where no other flow can be run: outside the service. */
  readonly flows?: FlowCalls | undefined;
}

/** 0: orders, 1: stock, 2: prices, 3: the catalogue and everything else. */
export type Urgency = 0 | 1 | 2 | 3;

/** How a node is executed. Exactly one of these per node. */
export type Behaviour<Config> =
  | {
      kind: 'source';
      /** Its rows come with the call that starts the run; `read` gives examples of them, for trying boxes out. */
      called?: true;
      /** With `called`: what makes such calls when something happens at another system. */
      trigger?: Trigger<Config>;
      read(context: SourceContext<Config>): AsyncIterable<SourcePage>;
    }
  /** Pure and quick: prepared once a run, called for every row. A throw fails that row only. */
  | {
      kind: 'transform';
      /** What leaves by `out` is what the caller of the flow is answered, under this rule. */
      answer?(config: Config): AnswerRule;
      prepare(context: NodeContext<Config>): (row: Row, port: string) => RowResult | Promise<RowResult>;
    }
  /**
   * Compares each row with what landed before under its key: one that differs leaves by `out`, an equal one by
   * `unchanged`. What left by `out` is remembered when it has been written further on, and not before.
   */
  | { kind: 'changes'; prepare(context: NodeContext<Config>): (row: Row) => Identity | Promise<Identity> }
  /**
   * Looks up a code of each row in a table of the store: a known one leaves by `out`, an unknown one by `missing`.
   * With nothing attached to `missing` the row waits until somebody fills the code in.
   */
  | { kind: 'lookup'; prepare(context: NodeContext<Config>): Lookup }
  /** Passes rows on and saves a pair of codes for each, when its page has been finished and not before. */
  | { kind: 'remember'; prepare(context: NodeContext<Config>): Remember }
  | {
      kind: 'action';
      effect: Effect;
      /** With this config it writes nothing, so that a dry run has nothing to tell of it. */
      reads?(config: Config): boolean;
      /** Rows of a page in flight at once; 8 when not given. More where the box sends many with one request. */
      concurrency?: number | ((config: Config) => number);
      /** Whose pages go first where one store has several kinds waiting; the least urgent when not given. */
      urgency?(config: Config): Urgency;
      prepare(context: NodeContext<Config>): Promise<PreparedAction>;
    }
  /**
   * Needs all rows of all its inputs, which may be gone through several times. Must yield the same pages when run again
   * over the same input and what it kept: when it is asked for more, what it yielded before is durable.
   * With several outputs and no `each`, the note of a row is the id of the output it leaves by.
   */
  | {
      kind: 'barrier';
      collect(
        inputs: Readonly<Record<string, AsyncIterable<Row[]>>>,
        context: BarrierContext<Config>,
      ): AsyncIterable<Row[] | Kept>;
      /** What is done with each row that was collected before it leaves. A row that is tried again enters here, without a note. */
      each?: Each<Config>;
      /** Runs the flow that its setting `flow` names. A row that is tried again is collected again. */
      runsFlow?: true;
    };

/** Yielded by a barrier to be found in `kept` when it is run again: the number of a file that was sent, say. */
export interface Kept {
  keep: Json;
  /** Milliseconds after which it goes on, run again from its start. Whoever runs it is free until then. */
  after?: number;
}

/** The work of a barrier on single rows. Nothing of it may make a second thing: whoever collects says what was done. */
export interface Each<Config> {
  effect: Exclude<Effect, 'create'>;
  concurrency?: number | ((config: Config) => number);
  urgency?(config: Config): Urgency;
  prepare(context: NodeContext<Config>): Promise<PreparedAction>;
}

/**
 * The member of a collected row that `each` gets as `call.note`, or that names the output where a barrier has several.
 * It is taken off before, and leaves by no port.
 */
export const NOTE = '_note';

/** What a row is known by, and what of it counts when it is compared with what was there before. */
export interface Identity {
  key: string;
  content: Json;
}

/** Which half of a pair of codes is at hand: the key (the ERP's code) or the value (VTEX's id). */
export type LookupBy = 'key' | 'value';

/** Two codes of one thing: `key` is its code in the ERP, `value` its id in VTEX. */
export interface CodePair {
  key: string;
  value: string;
}

/** What a looking-up node asks of each row. */
export interface Lookup {
  table: string;
  by: LookupBy;
  code(row: Row): string | Promise<string>;
  /** The row as it goes on, with what was found. */
  found(row: Row, code: string): Row;
}

/** What a remembering node saves of each row. */
export interface Remember {
  table: string;
  /** A key that is known keeps its value. */
  keepFirst: boolean;
  pair(row: Row): CodePair | Promise<CodePair>;
}

/** The most characters a table's name may have. */
export const longestTableName = 64;
/** The most characters a code may have, on either side of a pair. */
export const longestCode = 200;

export interface NodeExample {
  config: Record<string, Json>;
  /** Pairs that the tables hold already, by table. */
  codes?: Record<string, CodePair[]>;
  /** Rows of the first input, or by input port where there are several. */
  input: Row[] | Record<string, Row[]>;
  /** Rows by output port, `failed` included. */
  output: Record<string, Row[]>;
}

export interface NodeDefinition<Config> {
  id: string;
  version: number;
  name: Text;
  help: Text;
  group: NodeGroup;
  /** For boxes of the group `vtex`. */
  area?: NodeArea;
  /**
   * With all of these holding (defaults counted), a repeat may make a second thing and nothing can be asked what is
   * there: a row whose answer was lost waits for a person.
   */
  unchecked?: readonly { field: string; is: readonly Json[] }[];
  /** For a box that will go away: what takes its place. */
  successor?: Successor;
  /** The requests it may make, as the reference of the other side prints them: `PUT /pricing/prices/{itemId}`. */
  requests?: readonly string[];
  /** Other words people search for, in any language. */
  keywords?: readonly string[];
  inputs?: readonly Port[];
  outputs?: readonly Port[];
  /** A table field whose rows (`id`, `name`) each add an output port. */
  outputsFrom?: string;
  /** For a box that makes new rows: the settings that name their fields. Others pass rows on, with what their example adds. */
  gives?: GivenFields;
  fields: Fields;
  behaviour: Behaviour<Config>;
  example: NodeExample;
  /** `migrate[n]` turns config of version n+1 into n+2. */
  migrate?: readonly ((config: Record<string, Json>) => Record<string, Json>)[];
}

/** A registered node, its config type forgotten. */
export type NodeType = NodeDefinition<Record<string, Json>> & {
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
};

/** What the editor, validation and docs know of a node: everything but its functions. */
export interface NodeDescription extends Omit<NodeType, 'behaviour' | 'migrate'> {
  behaviour: {
    kind: Behaviour<never>['kind'];
    effect?: Effect;
    called?: true;
    /** `address`: another system calls an address of the flow. `flows`: runs of another flow start it. */
    trigger?: { address: boolean; flows?: true };
    /** Its rows are what the caller of the flow is answered. */
    answers?: true;
    /** It runs the flow that its setting `flow` names. */
    runsFlow?: true;
  };
}

/** The catalogue as everything outside `nodes` sees it: by node id. */
export type Catalogue = ReadonlyMap<string, NodeDescription>;

export const rowIn: Port = { id: 'in', type: 'row', name: { en: 'Rows', es: 'Filas', pt: 'Linhas' } };
export const rowOut: Port = { id: 'out', type: 'row', name: { en: 'Rows', es: 'Filas', pt: 'Linhas' } };
const failedPort: Port = { id: FAILED, type: 'row', name: { en: 'Failed', es: 'Fallidas', pt: 'Com falha' } };

/** Declares a node: fills in the usual ports and adds `failed` where a single row can fail. */
export function defineNode<Config = Record<string, Json>>(definition: NodeDefinition<Config>): NodeType {
  const { behaviour } = definition;
  const inputs = definition.inputs ?? (behaviour.kind === 'source' ? [] : [rowIn]);
  const outputs = definition.outputs ?? [rowOut];
  const isWhole = behaviour.kind === 'source' || (behaviour.kind === 'barrier' && !behaviour.each);
  const withFailed = isWhole ? outputs : [...outputs, failedPort];
  return { ...(definition as unknown as NodeDefinition<Record<string, Json>>), inputs, outputs: withFailed };
}

/** What of a node acts on single rows with an effect: an action, or what a barrier does with each; undefined for others. */
export function actingPart({ behaviour }: Pick<NodeType, 'behaviour'>): Acting | undefined {
  if (behaviour.kind === 'action') return behaviour;
  return behaviour.kind === 'barrier' ? behaviour.each : undefined;
}

type Acting = Extract<NodeType['behaviour'], { kind: 'action' }> | Each<Record<string, Json>>;

/** Everything but the functions, as JSON for the editor. */
export function describeNode(node: NodeType): NodeDescription {
  const { behaviour, migrate: _functions, ...rest } = node;
  const acting = actingPart(node);
  const effect = acting ? { effect: acting.effect } : {};
  const { called, trigger } = behaviour.kind === 'source' ? behaviour : {};
  const described = trigger && { address: trigger.address, ...(trigger.flows && { flows: trigger.flows }) };
  const calls = { ...(called && { called }), ...(described && { trigger: described }) };
  const answers = behaviour.kind === 'transform' && behaviour.answer ? { answers: true as const } : {};
  const runs = behaviour.kind === 'barrier' && behaviour.runsFlow ? { runsFlow: true as const } : {};
  return { ...rest, behaviour: { kind: behaviour.kind, ...effect, ...calls, ...answers, ...runs } };
}

/** The output ports of one placed node, those its config adds included. */
export function outputPorts(
  node: Pick<NodeDescription, 'outputs' | 'outputsFrom'>,
  config: Record<string, Json>,
): Port[] {
  const added = node.outputsFrom ? config[node.outputsFrom] : undefined;
  if (!Array.isArray(added)) return [...node.outputs];
  const ports = added.flatMap((line): Port[] => {
    const { id, name } = (line ?? {}) as { id?: Json; name?: Json };
    if (typeof id !== 'string' || id === '') return [];
    const label = typeof name === 'string' && name !== '' ? name : id;
    return [{ id, type: 'row', name: { en: label, es: label, pt: label } }];
  });
  return [...ports, ...node.outputs];
}
