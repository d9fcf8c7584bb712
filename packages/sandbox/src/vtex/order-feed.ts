// Routes of the order feed: configuration, reading, committing. One feed for each application key.
import { objectBody, type JsonObject } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import { listenTo } from '../store/order-audience';
import type { Feed, FeedQueue } from '../store/order-feed';
import { problem, readFilter } from '../store/order-filter';
import type { Store } from '../store/store';
import { keyOf, valueNotFound } from './order-key';

const config = '/api/orders/feed/config';

export function orderFeedRoutes(store: Store, clock: () => number): Route[] {
  const { feeds, orders } = store;
  const heard = listenTo(
    orders,
    () => feeds.all(),
    (feed, notice) => feeds.hear(feed, notice),
  );
  const own = async (call: Call): Promise<Feed> => {
    orders.settle(clock());
    await heard();
    return feeds.find(keyOf(call), clock()) ?? valueNotFound();
  };
  return [
    { request: `POST ${config}`, handler: (call) => configure(store, call, clock()) },
    { request: `GET ${config}`, handler: async (call) => json(shown(await own(call), clock())) },
    {
      request: `DELETE ${config}`,
      handler: (call) => (feeds.drop(keyOf(call)) ? empty() : valueNotFound()),
    },
    {
      request: 'GET /api/orders/feed',
      handler: async (call) => {
        const most = Number(call.query.get('maxlot'));
        if (!Number.isInteger(most) || most < 1)
          throw problem(400, 'maxLot', 'The maxLot field is required.');
        return json(feeds.read(await own(call), most, clock()));
      },
    },
    {
      request: 'POST /api/orders/feed',
      handler: async (call) => {
        const { handles } = objectBody(call.body);
        if (!Array.isArray(handles)) throw problem(400, 'Handles', 'The Handles field is required.');
        feeds.commit(await own(call), handles.map(String));
        return empty();
      },
    },
  ];
}

function configure({ feeds }: Store, call: Call, now: number): Reply {
  const body = objectBody(call.body);
  const filter = readFilter(body.filter);
  feeds.configure(keyOf(call), filter, readQueue(body.queue), now);
  return empty();
}

function readQueue(given: unknown): FeedQueue {
  if (given === null || typeof given !== 'object')
    throw problem(400, 'Queue', 'The Queue field is required.');
  const queue = given as JsonObject;
  const visibility = Number(queue.visibilityTimeoutInSeconds);
  const kept = Number(queue.MessageRetentionPeriodInSeconds ?? queue.messageRetentionPeriodInSeconds);
  if (!(visibility >= 0)) refuse(400, 'visibilityTimeoutInSeconds must be a number');
  if (!(kept >= 345_600 && kept <= 1_209_600)) {
    refuse(400, 'MessageRetentionPeriodInSeconds must be between 345600 and 1209600');
  }
  return { visibilityTimeoutInSeconds: visibility, messageRetentionPeriodInSeconds: kept };
}

function shown({ filter, queue, messages }: Feed, now: number): object {
  const oldest = Math.min(now, ...messages.map(({ at }) => at));
  return {
    filter,
    queue,
    quantity: messages.length,
    approximateAgeOfOldestMessageInSeconds: Math.floor((now - oldest) / 1000),
  };
}
