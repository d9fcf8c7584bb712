// A chat for tests that takes webhooks: what came, and what it refuses.
import { serve, type ExampleSetup, type LocalServer } from '../harness.testing';

export interface TestChat extends ExampleSetup {
  requests: LocalServer['requests'];
  allow: string[];
  close(): Promise<void>;
}

export type ChatAnswer = { status: number; text?: string; headers?: Record<string, string> };

/** `answer` may refuse a call; the number counts from 1. */
export async function startChat(
  answer: (call: number) => ChatAnswer | undefined = () => undefined,
  secret?: string,
): Promise<TestChat> {
  const server = await serve((_request, response) => {
    const { status, text = 'ok', headers = {} } = answer(server.requests.length) ?? { status: 200 };
    response.writeHead(status, headers).end(text);
  });
  const values = { address: `${server.url}/services/T0/B0/geheim`, ...(secret && { secret }) };
  return {
    requests: server.requests,
    connection: { id: 'chat', kind: 'outgoing-webhook', values },
    allow: [server.host],
    close: () => server.close(),
  };
}

export const setup = (): Promise<ExampleSetup> => startChat();
