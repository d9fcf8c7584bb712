// The feeds of orders, one for each application key, as a queue that tells at least once and in no order: what is read
// is hidden for a while and comes again until its handle is committed. Knows no HTTP.
import type { Listening } from './order-audience';
import type { OrderFilter, OrderNotice } from './order-filter';

export interface FeedQueue {
  visibilityTimeoutInSeconds: number;
  messageRetentionPeriodInSeconds: number;
}

export interface FeedItem extends OrderNotice {
  eventId: string;
  handle: string;
}

interface Message {
  notice: OrderNotice;
  eventId: string;
  at: number;
  visibleAt: number;
  /** Of the newest reading; an older one commits nothing. */
  handle: string | null;
}

export interface Feed extends Listening {
  key: string;
  queue: FeedQueue;
  messages: Message[];
  /** When it was set up, or last heard of an order. */
  aliveAt: number;
}

/** Most items of one reading. */
const mostItems = 10;

export class OrderFeeds {
  private readonly feeds = new Map<string, Feed>();
  private lastId = 0;
  /** So many more messages stay visible when they are read, and come twice. */
  duplicates = 0;
  /** The newest first instead of the oldest. */
  reversed = false;

  reset(): void {
    this.feeds.clear();
    this.duplicates = 0;
    this.reversed = false;
  }

  all(): Iterable<Feed> {
    return this.feeds.values();
  }

  /** A new configuration keeps what is queued. */
  configure(key: string, filter: OrderFilter, queue: FeedQueue, now: number): void {
    const messages = this.find(key, now)?.messages ?? [];
    this.feeds.set(key, { key, filter, queue, messages, fired: new Set(), aliveAt: now });
  }

  /** Without new events for as long as it keeps them, a feed is gone. */
  find(key: string, now: number): Feed | undefined {
    const feed = this.feeds.get(key);
    if (!feed) return undefined;
    const kept = feed.queue.messageRetentionPeriodInSeconds * 1000;
    feed.messages = feed.messages.filter(({ at }) => now - at < kept);
    if (now - feed.aliveAt < kept) return feed;
    this.feeds.delete(key);
    return undefined;
  }

  /** False when there was none. All feeds, when no key is named. */
  drop(key?: string): boolean {
    if (key !== undefined) return this.feeds.delete(key);
    this.feeds.clear();
    return true;
  }

  hear(feed: Feed, notice: OrderNotice): void {
    const at = Date.parse(notice.currentChange);
    feed.aliveAt = Math.max(feed.aliveAt, at);
    this.lastId += 1;
    const eventId = this.lastId.toString(16).toUpperCase().padStart(32, '0');
    feed.messages.push({ notice, eventId, at, visibleAt: 0, handle: null });
  }

  read(feed: Feed, most: number, now: number): FeedItem[] {
    const visible = feed.messages.filter(({ visibleAt }) => visibleAt <= now);
    if (this.reversed) visible.reverse();
    return visible.slice(0, Math.min(most, mostItems)).map((message) => {
      if (this.duplicates > 0) this.duplicates -= 1;
      else message.visibleAt = now + feed.queue.visibilityTimeoutInSeconds * 1000;
      this.lastId += 1;
      message.handle = `sandbox.${message.eventId}.${this.lastId}`;
      return { eventId: message.eventId, handle: message.handle, ...message.notice };
    });
  }

  /** Handles that nobody knows, or that are older than the newest reading, do nothing. */
  commit(feed: Feed, handles: readonly string[]): void {
    const done = new Set(handles);
    feed.messages = feed.messages.filter(({ handle }) => handle === null || !done.has(handle));
  }
}
