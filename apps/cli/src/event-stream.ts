// Server-sent events, read as they come; whoever loses the line comes back with the id of the last one.
import type { Service } from './service';
import { isPassing } from './service';
import { ApiProblem } from '@eclusa/client';
import { setTimeout as sleep } from 'node:timers/promises';

export interface StreamEvent {
  event: string;
  data: string;
  id: string | undefined;
}

/** How long a service that does not answer is asked again, in milliseconds. */
const patience = 5 * 60_000;
const usualRetry = 2_000;

/**
 * The events of `open` until one is called `end`. `open` is given the id of the event seen last. Throws what it throws
 * when that is no fault of the line, or the line stays away.
 */
export async function* follow(
  { signal }: Pick<Service, 'signal'>,
  open: (lastId: string | undefined) => Promise<ReadableStream<Uint8Array>>,
): AsyncGenerator<StreamEvent> {
  let lastId: string | undefined;
  let retry = usualRetry;
  let heardAt = Date.now();
  for (;;) {
    try {
      for await (const event of eventsOf(await open(lastId), (ms) => (retry = ms))) {
        heardAt = Date.now();
        lastId = event.id ?? lastId;
        yield event;
        if (event.event === 'end') return;
      }
      heardAt = Date.now();
    } catch (error) {
      signal.throwIfAborted();
      const passes = !(error instanceof ApiProblem) || isPassing(error.status);
      if (!passes || Date.now() - heardAt > patience) throw error;
    }
    await sleep(retry, undefined, { signal });
  }
}

/** The events of one answer. A name that is not there is `message`; comments and empty events are passed over. */
export async function* eventsOf(
  body: ReadableStream<Uint8Array>,
  onRetry: (ms: number) => void = () => undefined,
): AsyncGenerator<StreamEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  let found: { event: string; data: string[]; id?: string } = { event: 'message', data: [] };
  for await (const piece of body) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (found.data.length > 0) yield { event: found.event, data: found.data.join('\n'), id: found.id };
        found = { event: 'message', data: [] };
        continue;
      }
      const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
      if (name === 'event') found.event = value;
      else if (name === 'data') found.data.push(value);
      else if (name === 'id') found.id = value;
      else if (name === 'retry' && /^\d{1,5}$/.test(value)) onRetry(Number(value));
    }
  }
}
