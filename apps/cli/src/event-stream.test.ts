import { ApiProblem } from '@eclusa/client';
import { eventsOf, follow } from './event-stream';
import type { StreamEvent } from './event-stream';

/** An answer that comes in these pieces. */
const answer = (...pieces: string[]) => new Blob(pieces).stream() as ReadableStream<Uint8Array>;

function inPieces(text: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += size)));
    },
  });
}

async function all(events: AsyncIterable<StreamEvent>): Promise<StreamEvent[]> {
  const found: StreamEvent[] = [];
  for await (const event of events) found.push(event);
  return found;
}

test.each([1, 2, 7, 1_000])('events are read however their bytes are cut, %i at a time', async (size) => {
  const text =
    ': hello\n\nid: 1\nevent: progress\ndata: {"ação":1}\n\r\ndata: a\ndata: b\r\n\r\nevent: end\ndata: {}\n\n';
  expect(await all(eventsOf(inPieces(text, size)))).toEqual([
    { event: 'progress', data: '{"ação":1}', id: '1' },
    { event: 'message', data: 'a\nb', id: undefined },
    { event: 'end', data: '{}', id: undefined },
  ]);
});

test('who loses the line comes back with the id of the last event', async () => {
  const asked: (string | undefined)[] = [];
  const signal = new AbortController().signal;
  const open = async (lastId: string | undefined) => {
    asked.push(lastId);
    if (asked.length === 1) return answer('retry: 1\n\nid: 7\ndata: x\n\n');
    if (asked.length === 2)
      throw new ApiProblem({ status: 0, code: 'client.unreachable', detail: '' } as never);
    return answer('event: end\ndata: {}\n\n');
  };
  expect((await all(follow({ signal }, open))).map(({ data }) => data)).toEqual(['x', '{}']);
  expect(asked).toEqual([undefined, '7', '7']);
});

test('a refusal ends it at once', async () => {
  const refusal = new ApiProblem({ status: 404, code: 'api.run-not-found', detail: 'gone' } as never);
  const open = () => Promise.reject(refusal);
  await expect(all(follow({ signal: new AbortController().signal }, open))).rejects.toBe(refusal);
});
