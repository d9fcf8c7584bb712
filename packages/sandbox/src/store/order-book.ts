// Every order of the store with its workflow: legal moves only, the ones due by the clock, and an event for each.
// Knows no HTTP, no stock and no price; whoever must follow an order listens.
import type { OrderDocument } from './order';
import {
  domainOf,
  firstStatus,
  mayMove,
  onward,
  orderStatuses,
  usualTimes,
  type OrderFlow,
  type OrderPayment,
  type OrderStatus,
  type OrderTimes,
} from './order-status';

/** One change of status, with the fields a feed or a hook tells. Dates are ISO 8601 in UTC. */
export interface OrderEvent {
  orderId: string;
  state: OrderStatus;
  lastState: OrderStatus | null;
  /** When this change happened. */
  currentChange: string;
  /** When the change before it happened. */
  lastChange: string;
  domain: 'Marketplace' | 'Fulfillment';
}

export interface OrderEntry {
  document: OrderDocument;
  flow: OrderFlow;
  payment: OrderPayment;
  /** What the clock will do next; `at` in milliseconds since 1970. */
  due: { at: number; to: OrderStatus | 'incomplete' } | null;
  /** Where a denied request to cancel goes back to. */
  returnTo: OrderStatus | null;
  /** Id of the open request to cancel. */
  cancellationRequestId: string | null;
  history: OrderEvent[];
  /** What List orders can see, oldest first: each version from `at` plus the lag of the index on. */
  indexed: { at: number; document: OrderDocument }[];
  changes: OrderChangeRequest[];
  interactions: { source: string; message: string; at: string }[];
  /** Payment notifications that were accepted. */
  notified: number;
  /** Receipts given so far. */
  receipts: number;
}

/** An order change, from the moment it was accepted. */
export interface OrderChangeRequest {
  requestId: string;
  workflowId: string;
  status: 'processing' | 'done' | 'failed' | 'canceled';
  at: number;
  dueAt: number;
  body: Record<string, unknown>;
  errors: string[];
}

export type OrderListener = (event: OrderEvent, entry: OrderEntry) => void;
/** Told of every change of a document, also those that leave the status alone. */
export type OrderEditListener = (entry: OrderEntry, at: number) => void;

export class OrderBook {
  readonly entries = new Map<string, OrderEntry>();
  readonly idBySequence = new Map<string, string>();
  /** What a reset goes back to. */
  usual: OrderTimes = usualTimes;
  times: OrderTimes = { ...usualTimes };
  private readonly waiting = new Set<string>();
  private listeners: OrderListener[] = [];
  private editListeners: OrderEditListener[] = [];
  private settlers: ((now: number) => void)[] = [];
  private lastIds = { order: 0 };

  /** No orders and the usual times. Whoever listens goes on listening. */
  reset(): void {
    this.entries.clear();
    this.idBySequence.clear();
    this.waiting.clear();
    this.times = { ...this.usual };
    this.lastIds = { order: 0 };
  }

  /** Calls `listener` after every change of status, in order. The answer stops it. */
  onChange(listener: OrderListener): () => void {
    this.listeners.push(listener);
    return () => {
      this.listeners = this.listeners.filter((known) => known !== listener);
    };
  }

  /** Calls `listener` after every change of a document, a change of status included. The answer stops it. */
  onEdit(listener: OrderEditListener): () => void {
    this.editListeners.push(listener);
    return () => {
      this.editListeners = this.editListeners.filter((known) => known !== listener);
    };
  }

  /** Calls `settler` at the end of every `settle`, for what is due beside a change of status. */
  onSettle(settler: (now: number) => void): void {
    this.settlers.push(settler);
  }

  /** The next number of an order, from 1. */
  takeNumber(): number {
    this.lastIds.order += 1;
    return this.lastIds.order;
  }

  /** By order id, or by sequence as Get order allows. */
  find(id: string): OrderEntry | undefined {
    return this.entries.get(id) ?? this.entries.get(this.idBySequence.get(id) ?? '');
  }

  /** Puts a new order in. With `complete` false it has no status until `complete()`, and stays without one when that is late. */
  add(
    document: OrderDocument,
    kind: { flow: OrderFlow; payment: OrderPayment; complete?: boolean },
    now: number,
  ): OrderEntry {
    const entry: OrderEntry = {
      document,
      flow: kind.flow,
      payment: kind.payment,
      due: null,
      returnTo: null,
      cancellationRequestId: null,
      history: [],
      indexed: [],
      changes: [],
      interactions: [],
      notified: 0,
      receipts: 0,
    };
    this.entries.set(document.orderId, entry);
    this.idBySequence.set(document.sequence, document.orderId);
    if (kind.complete === false) {
      this.wait(entry, { at: now + this.times.checkout, to: 'incomplete' });
      this.index(entry, now);
    } else this.complete(entry, now);
    return entry;
  }

  /** Starts the workflow of an order that has none yet. */
  complete(entry: OrderEntry, now: number): void {
    entry.document.isCompleted = true;
    this.enter(entry, firstStatus[entry.flow], now);
  }

  /** Moves on when the workflow allows it; false leaves everything as it was. */
  move(entry: OrderEntry, to: OrderStatus, now: number): boolean {
    const from = entry.document.status as OrderStatus | null;
    if (from === null || !mayMove(from, to)) return false;
    this.enter(entry, to, now);
    return true;
  }

  /** Changes the document and tells so. The status only moves through `move`. */
  edit(entry: OrderEntry, now: number, change: (document: OrderDocument) => void): void {
    change(entry.document);
    this.index(entry, now);
    for (const listener of this.editListeners) listener(entry, now);
  }

  /** Everything that is due by `now` happens, in the order of its time and dated with it. */
  settle(now: number): void {
    for (;;) {
      const entry = this.nextDue(now);
      if (!entry?.due) break;
      const { at, to } = entry.due;
      if (to === 'incomplete') this.wait(entry, null);
      else this.enter(entry, to, at);
    }
    for (const settler of this.settlers) settler(now);
  }

  /** Brings an order to `status` without waiting for the clock. False when its way does not lead there. */
  hurry(entry: OrderEntry, status: OrderStatus, now: number): boolean {
    for (let steps = 0; steps < 20 && entry.document.status !== status; steps += 1) {
      const next = entry.due?.to;
      if (next !== undefined && next !== 'incomplete' && next !== 'cancel') this.enter(entry, next, now);
      else if (!this.step(entry, status, now)) return false;
    }
    return entry.document.status === status;
  }

  /** The document as the index knew it at `now`, undefined while it does not know the order. */
  indexedAt(entry: OrderEntry, now: number): OrderDocument | undefined {
    const seen = now - this.times.indexLag;
    return entry.indexed.findLast(({ at }) => at <= seen)?.document;
  }

  private step(entry: OrderEntry, status: OrderStatus, now: number): boolean {
    if (this.move(entry, status, now)) return true;
    if (entry.document.status === 'payment-pending') return this.move(entry, 'approve-payment', now);
    if (entry.document.status === 'ready-for-handling') return this.move(entry, 'start-handling', now);
    return false;
  }

  private enter(entry: OrderEntry, to: OrderStatus, now: number): void {
    const { document } = entry;
    const before = document.status as OrderStatus | null;
    const lastChange = document.lastChange;
    const currentChange = new Date(now).toISOString();
    document.status = to;
    document.statusDescription = orderStatuses[to];
    document.lastChange = currentChange;
    document.allowCancellation = mayMove(to, 'cancel');
    if (to === 'payment-approved' || to === 'authorize-fulfillment')
      document.authorizedDate ??= currentChange;
    if (to === 'invoiced') document.invoicedDate = currentChange;
    const event: OrderEvent = {
      orderId: document.orderId,
      state: to,
      lastState: before,
      currentChange,
      lastChange,
      domain: domainOf(entry.flow, to),
    };
    entry.history.push(event);
    const next = onward(to, entry.flow, entry.payment, this.times);
    this.wait(entry, next && next.after > 0 ? { at: now + next.after, to: next.to } : null);
    this.index(entry, now);
    for (const listener of this.listeners) listener(event, entry);
    for (const listener of this.editListeners) listener(entry, now);
    if (next?.after === 0 && document.status === to) this.enter(entry, next.to, now);
  }

  private wait(entry: OrderEntry, due: OrderEntry['due']): void {
    entry.due = due;
    if (due) this.waiting.add(entry.document.orderId);
    else this.waiting.delete(entry.document.orderId);
  }

  private nextDue(now: number): OrderEntry | undefined {
    let first: OrderEntry | undefined;
    for (const id of this.waiting) {
      const entry = this.entries.get(id);
      if (!entry?.due || entry.due.at > now) continue;
      if (!first?.due || entry.due.at < first.due.at) first = entry;
    }
    return first;
  }

  // One version of a moment is enough, and of those the index has passed only the newest.
  private index(entry: OrderEntry, now: number): void {
    const seen = now - this.times.indexLag;
    const known = entry.indexed.findLastIndex(({ at }) => at <= seen);
    if (known > 0) entry.indexed.splice(0, known);
    if (entry.indexed.at(-1)?.at === now) entry.indexed.pop();
    entry.indexed.push({ at: now, document: structuredClone(entry.document) });
  }
}
