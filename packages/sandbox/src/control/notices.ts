// The sandbox's own addresses for feed and hook: what VTEX does behind one's back, on demand.
import { empty, json, type Reply } from '../http/wire';
import type { Store } from '../store/store';

/** Answers an address below `/_sandbox/` that is about feed or hook, undefined for another. */
export function controlNotices(
  { feeds, hooks }: Store,
  now: number,
  action: string,
  body: unknown,
): Reply | undefined {
  const given = (body ?? {}) as Record<string, unknown>;
  switch (action) {
    case 'DELETE feed':
      feeds.drop();
      return empty(204);
    case 'DELETE hook':
      hooks.drop();
      return empty(204);
    case 'GET feed':
      return json({
        feeds: [...feeds.all()].map(({ key, filter, queue, messages }) => ({
          ...{ key, filter, queue, waiting: messages.length },
          hidden: messages.filter(({ visibleAt }) => visibleAt > now).length,
        })),
      });
    case 'GET hook':
      return json({
        hooks: [...hooks.all()].map(({ key, filter, url, deliveries }) => ({
          ...{ key, filter, url },
          waiting: deliveries.map(({ notice, tries }) => ({ ...notice, tries })),
        })),
      });
    case 'PUT feed':
      feeds.duplicates = Math.max(0, Number(given.duplicates) || 0);
      feeds.reversed = given.reversed === true;
      return json({ duplicates: feeds.duplicates, reversed: feeds.reversed });
    case 'PUT hook':
      hooks.duplicates = Math.max(0, Number(given.duplicates) || 0);
      return json({ duplicates: hooks.duplicates });
    default:
      return undefined;
  }
}
