// What starts a flow from outside: the contract between a box that waits for another system and whoever looks after it.
import type { Connection } from './connection';
import type { Json, Row } from './json';
import type { NodeContext } from './node-context';

/** Something that happened at another system, on its way to start a run. */
export interface TriggerEvent {
  /** What this event is known by wherever it comes from: of one key one event starts a run, for each flow and store. */
  key: string;
  row: Row;
  /** For events that tell of a state: what they are compared by when they come with different dates. */
  state?: EventState;
}

/**
 * `is` is the state that `of` took at some moment from `from` to `until`; an event that happened is one moment. Two that
 * name the same state and share a moment are one event. `once`: of one thing there is only one event at all.
 */
export interface EventState {
  of: string;
  is: string;
  from: Date;
  until: Date;
  once?: boolean;
}

/** How a source learns of what happens elsewhere. It has an address that the other side calls, is attended, or both. */
export interface Trigger<Config> {
  /** The other side calls an address of this flow. */
  address: boolean;
  /** Runs of another flow start it when they end. Its settings are `flow`, `on`, `rows` and `stores`. */
  flows?: true;
  /**
   * What a call to the address tells: no event at all for one that is of no interest, null for one that is not
   * understood. Throws what expressions throw.
   */
  receive?(body: Json, config: Config): TriggerEvent[] | null | Promise<TriggerEvent[] | null>;
  /**
   * Instead of `receive`, for an address that looks at whole calls: their method, proof and bytes. `connection` is the one
   * that the box's field `connection` names, or null where it names none. Never throws for what a caller did wrong.
   */
  answer?(call: HookCall, config: Config, connection: Connection | null): Promise<HookAnswer>;
  /** What a worker does for it. Throws UserError and RemoteError. */
  attend?(context: TriggerContext<Config>): Promise<AttendedTrigger>;
}

/** A call to an address of a flow, as it came. */
export interface HookCall {
  /** In capitals. */
  method: string;
  query: Readonly<Record<string, string>>;
  /** By name in small letters. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
  at: Date;
}

/**
 * What a call is answered with, once its events are stored; or why it is not taken, as a code with its values. `wait`: its
 * run is waited for, this many seconds at most, and what the flow answers takes the place of status and text.
 */
export type HookAnswer =
  | { events: TriggerEvent[]; status: number; text: string; wait?: number }
  | { refused: { status: number; code: string; values: Readonly<Record<string, string | number>> } };

export interface TriggerContext<Config = Record<string, Json>> extends NodeContext<Config> {
  /** Where the other side reaches this flow and store; empty for a trigger without an address. */
  readonly address: string;
  /** What the last lot kept, unless the other side knows by now that its events are stored; null without one. */
  readonly kept?: Json;
}

/** Whom a look at the other side's configuration tells, each before it goes on. */
export interface CheckNotes {
  /** Nothing was sent for a while: written down before that is made good. */
  onLoss(): Promise<void>;
  /** Something is about to be put there, and is to be taken away one day. */
  onWrite(): Promise<void>;
}

/** What was found where the other side keeps what it is to send: as it should be, put there, or put back after a loss. */
export type FoundThere = 'there' | 'written' | 'restored';

export interface AttendedTrigger {
  /** Whose events they are. Of two triggers with one source each would take the other's. */
  source: string;
  /** Seconds between two polls; absent when nothing is polled. */
  pollSeconds?: number;
  /** Waits for what comes, for as long as it is attended: `poll` answers after moments, with or without events. */
  listens?: true;
  /** Seconds between two looks at the configuration. */
  checkSeconds: number;
  /**
   * Makes sure that the other side sends. `written` is the print of what was written here last, or null.
   */
  check(written: string | null, notes: CheckNotes): Promise<{ kept: FoundThere; print: string }>;
  /** Takes away what `check` has put there; false when it is not there, or is another's by now. */
  withdraw?(): Promise<boolean>;
  /** What waits there, in one go; null when the other side has dropped its configuration. */
  poll?(): Promise<Lot | null>;
  /** Called when it is attended no longer, whatever the reason. */
  end?(): Promise<void>;
  /** Events that are found afterwards, for a time in which the other side sent nothing. */
  missed?(from: Date): AsyncIterable<TriggerEvent[]>;
}

export interface Lot {
  events: TriggerEvent[];
  /** More may wait. */
  more: boolean;
  /** Stored with the events, and found in `kept` by whoever attends next. */
  keep?: Json;
  /** Tells the other side that the events are kept. Called after they are, and not before. */
  acknowledge(): Promise<void>;
}
