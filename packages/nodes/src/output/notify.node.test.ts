import type { Json, JsonObject, Row } from '@eclusa/flow';
import kind from '../connections/outgoing-webhook.connection';
import { memoryFiles, type ContextOptions } from '../harness.testing';
import { guardedReach } from '../net/reach';
import { prove } from '../source/webhook-signature';
import notify from './notify.node';
import { startChat, type ChatAnswer, type TestChat } from './notify.testing';
import { noticesOf } from './notices.testing';

const chats: TestChat[] = [];
afterEach(async () => {
  for (const chat of chats.splice(0)) await chat.close();
});

async function chatOf(answer?: (call: number) => ChatAnswer | undefined, secret?: string): Promise<TestChat> {
  const chat = await startChat(answer, secret);
  chats.push(chat);
  return chat;
}

function sent(
  to: TestChat,
  config: Record<string, Json>,
  rows: Row[],
  more: ContextOptions & { kept?: Json } = {},
) {
  return noticesOf(notify, rows, {
    config: { text: '{{count}} linhas, a primeira é {{first.sku}}', ...config },
    connection: { ...to.connection?.values },
    allow: to.allow,
    kind: 'outgoing-webhook',
    ...more,
  });
}

const five: Row[] = ['A', 'B', 'C', 'D', 'E'].map((sku) => ({ sku }));
const bodies = ({ requests }: TestChat) => requests.map(({ body }) => JSON.parse(body) as JsonObject);
const failing = async (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('notifying', () => {
  it('sends one text about all rows of a run', async () => {
    const chat = await chatOf();
    const { given } = await sent(chat, {}, five);
    expect(bodies(chat)).toEqual([{ text: '5 linhas, a primeira é A' }]);
    expect(given).toEqual([{ message: { text: '5 linhas, a primeira é A' }, rows: 5, sent: true }]);
  });

  it('sends one for every few rows up to the limit, and passes the others on without', async () => {
    const chat = await chatOf();
    const { given } = await sent(chat, { each: 'rows', size: 2, most: 2 }, five);
    expect(bodies(chat).map(({ text }) => text)).toEqual([
      '2 linhas, a primeira é A',
      '2 linhas, a primeira é C',
    ]);
    expect(given.at(-1)).toEqual({ sku: 'E', sent: false });
    const single = await chatOf();
    await sent(single, { each: 'rows', text: 'SKU {{sku}}' }, five.slice(0, 2));
    expect(bodies(single)).toEqual([{ text: 'SKU A' }, { text: 'SKU B' }]);
  });

  it('sends nothing for a run without rows, and nothing in a dry run, which tells what it would say', async () => {
    const chat = await chatOf();
    expect((await sent(chat, {}, [])).given).toEqual([]);
    const { given } = await sent(chat, {}, five, { dryRun: true });
    expect(given).toMatchObject([{ message: { text: '5 linhas, a primeira é A' }, sent: false }]);
    expect(chat.requests).toEqual([]);
  });

  it('writes a card for Teams, and JSON with the fields that are mapped', async () => {
    const chat = await chatOf();
    await sent(chat, { format: 'teams', title: '{{count}} falhas', text: 'Primeira\n{{first.sku}}' }, five);
    const [card] = bodies(chat) as unknown as { attachments: { content: { body: Row[] } }[] }[];
    expect(card).toMatchObject({
      type: 'message',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
    });
    expect(card?.attachments[0]?.content.body.map(({ text }) => text)).toEqual(['5 falhas', 'Primeira', 'A']);
    const mapping = [
      { target: 'alert.count', expression: 'count' },
      { target: 'skus', expression: 'rows.sku' },
    ];
    await sent(chat, { format: 'json', mapping }, five);
    expect(bodies(chat)[1]).toEqual({ alert: { count: 5 }, skus: ['A', 'B', 'C', 'D', 'E'] });
  });

  it('lets no row call people, and the template still can', async () => {
    const chat = await chatOf();
    await sent(chat, { text: '<!here> {{first.sku}}' }, [{ sku: '<!channel> @all <users/all>' }]);
    expect(bodies(chat)).toEqual([{ text: '<!here> <\u200b!channel> @\u200ball <\u200busers/all>' }]);
  });

  it('is signed as Standard Webhooks has it, under an id that every try shares', async () => {
    const secret = `whsec_${Buffer.from('um segredo bem comprido').toString('base64')}`;
    const chat = await chatOf((call) => (call === 1 ? { status: 503 } : undefined), secret);
    const now = new Date();
    await sent(chat, {}, five, { now });
    const [first, again] = chat.requests;
    const headers = again?.headers as Record<string, string>;
    const call = { method: 'POST', query: {}, headers, body: Buffer.from(again?.body ?? ''), at: now };
    expect(prove(call, { secret })).toEqual({ id: headers['webhook-id'] });
    expect(prove({ ...call, body: Buffer.from('{}') }, { secret })).toBeNull();
    expect(first?.headers['webhook-id']).toBe(again?.headers['webhook-id']);
  });

  it('goes on after a crash with the message that was under way, under the id it had', async () => {
    const chat = await chatOf();
    const config = { each: 'rows', text: '{{sku}}' };
    const first = await sent(chat, config, five);
    const again = await sent(chat, config, five, { kept: first.kept[3]?.keep as Json });
    expect(again.given).toEqual(first.given);
    const ids = chat.requests.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(7);
    expect(ids.slice(5)).toEqual(ids.slice(3, 5));
  });

  it('says what was refused, and never the address', async () => {
    const gone = await chatOf(() => ({ status: 404, text: 'no_service' }));
    const error = await failing(sent(gone, {}, five));
    expect(error).toMatchObject({ code: 'nodes.http-status', values: { status: 404 } });
    expect(JSON.stringify(error)).not.toContain('geheim');
    const teams = await chatOf(() => ({
      status: 200,
      text: 'Webhook message delivery failed with error: 413 with ContextId tcid=5290429',
    }));
    expect(await failing(sent(teams, {}, five))).toMatchObject({
      code: 'nodes.notice-refused',
      retryable: false,
    });
    const busy = await chatOf(() => ({
      status: 200,
      text: 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429 with ContextId tcid=0',
    }));
    expect(await failing(sent(busy, {}, five, { attempts: 1 }))).toMatchObject({ retryable: true });
    await gone.close();
    const away = await failing(sent(gone, {}, five, { attempts: 1 }));
    expect(away).toMatchObject({ code: 'nodes.http-unreachable' });
    expect(JSON.stringify(away)).not.toContain('geheim');
  });

  it('follows no redirect, and goes to no private address that is not allowed', async () => {
    const other = await chatOf();
    const location = String(other.connection?.values['address']);
    const chat = await chatOf(() => ({ status: 307, headers: { location } }));
    expect(await failing(sent(chat, {}, five))).toMatchObject({ code: 'nodes.http-status' });
    expect(await failing(sent(chat, {}, five, { allow: [] }))).toMatchObject({
      code: 'nodes.address-refused',
    });
    expect(other.requests).toEqual([]);
  });
});

describe('the connection', () => {
  const tried = async (values: Record<string, Json>, allow: string[]) =>
    kind.test({
      connection: { id: 'c', kind: 'outgoing-webhook', values },
      fetch: () => Promise.reject(new Error('unused')),
      reach: guardedReach({ allow }),
      signal: new AbortController().signal,
      files: memoryFiles(),
    });

  it('is looked at and not called: whatever is sent there is read by people', async () => {
    const chat = await chatOf();
    const values = { ...chat.connection?.values };
    expect((await tried(values, chat.allow)).en).toContain(chat.allow[0]);
    await expect(tried(values, [])).rejects.toMatchObject({ code: 'nodes.address-refused' });
    await expect(tried({ address: 'hooks.slack.com/x' }, [])).rejects.toMatchObject({
      code: 'connections.webhook-address',
    });
    expect(chat.requests).toEqual([]);
  });
});
