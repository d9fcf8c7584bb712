// How the lanes of one worker are shared: each store has a window, in which less urgent work never stands in the way of
// more urgent work. Pure.

/** The lanes of a worker, in pages at once. */
export interface LaneSizes {
  /** Of one store. */
  window: number;
  /** Of all stores. */
  lanes: number;
  /** Beside these, for pages of at most `smallRows` rows, which must not wait behind large ones. */
  smallLanes: number;
  smallRows: number;
}

/** `window` is the setting: pages of one store at once. Three stores with much to do fill the lanes. */
export function laneSizes(window: number): LaneSizes {
  return { window, lanes: window * 3, smallLanes: 2, smallRows: 50 };
}

/** A page this process works on. */
export interface BusyPage {
  share: string;
  urgency: number;
}

/** What the process may take next. */
export interface Room {
  /** Shares of which nothing may be taken that is as urgent as this or less. */
  closed: { share: string; from: number }[];
  /** Rows a page may have; Infinity while a common lane is free. */
  mostRows: number;
}

/**
 * The room beside the pages at work. A page may be taken while fewer than a window of pages of its store are at work
 * that are as urgent or more, and fewer than two windows in all.
 */
export function roomBeside(busy: Iterable<BusyPage>, { window, lanes, smallRows }: LaneSizes): Room {
  const byShare = new Map<string, number[]>();
  let total = 0;
  for (const { share, urgency } of busy) {
    byShare.set(share, [...(byShare.get(share) ?? []), urgency]);
    total += 1;
  }
  const closed = [...byShare].flatMap(([share, urgencies]) => {
    const sorted = urgencies.sort((a, b) => a - b);
    // The page that fills the window closes it to all that are no more urgent than itself.
    const from = sorted.length >= window * 2 ? 0 : sorted[window - 1];
    return from === undefined ? [] : [{ share, from }];
  });
  return { closed, mostRows: total < lanes ? Infinity : smallRows };
}
