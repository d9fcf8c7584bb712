// Which runs must not go on at the same time, and what becomes of one that is asked for meanwhile.
import type { FlowDocument } from './document';
import type { Catalogue } from './node';

/** What becomes of a run that is asked for while another of its key goes on. */
export type Overlap = 'queue' | 'skip' | 'cancel';

/** Whose run it is. */
export interface RunOf {
  flowId: string;
  storeId: string | null;
}

/** What whoever asks for a run may say about it; the flow's own settings hold for the rest. */
export interface TurnWish {
  concurrencyKey?: string;
  overlap?: Overlap;
}

export interface RunTurn {
  concurrencyKey: string;
  overlap: Overlap;
}

/** The turn a run has to keep, or null when it may go on beside any other. */
export function runTurn({ settings = {} }: FlowDocument, of: RunOf, wish: TurnWish = {}): RunTurn | null {
  const { overlap } = settings;
  const ownKey = overlap === 'allow' ? undefined : settings.concurrencyKey;
  const concurrencyKey = wish.concurrencyKey ?? ownKey;
  const chosen = wish.overlap ?? (overlap === 'allow' ? undefined : overlap);
  if (concurrencyKey === undefined && chosen === undefined) return null;
  return { concurrencyKey: concurrencyKey ?? keyOf(of), overlap: chosen ?? 'queue' };
}

/**
 * The key of runs that remember what they sent: what one sends, another would remember, so they wait for each other
 * whatever else was asked for. Null for a flow that remembers nothing.
 */
export function memoryKey(document: FlowDocument, catalogue: Catalogue, of: RunOf): string | null {
  const remembers = Object.values(document.nodes).some(
    ({ type, disabled }) => !disabled && catalogue.get(type)?.behaviour.kind === 'changes',
  );
  return remembers ? keyOf(of) : null;
}

function keyOf({ flowId, storeId }: RunOf): string {
  return `flow ${flowId} ${storeId ?? 'no store'}`;
}
