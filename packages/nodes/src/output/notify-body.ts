// What a message looks like to whom it goes: a text for chats, a card for Teams, JSON of one's own for any system. Pure.
import { isJsonObject, type Json, type JsonObject, type Row } from '@eclusa/flow';

export type NotifyFormat = 'text' | 'teams' | 'json';

/** Teams refuses more than some 28 kB, and no chat shows more than this. */
export const longestText = 8_000;
/** Lines of a card. */
const mostLines = 60;

/** As Slack, Google Chat and Mattermost take it. */
export function textBody(text: string): JsonObject {
  return { text };
}

/** As Microsoft Teams takes it: an Adaptive Card in a message. */
export function teamsBody(title: string, text: string): JsonObject {
  const block = (line: string, more: JsonObject = {}): Json => ({
    type: 'TextBlock',
    text: line,
    wrap: true,
    ...more,
  });
  const lines = text.split(/\r?\n/).slice(0, mostLines);
  const head = title === '' ? [] : [block(title, { size: 'Medium', weight: 'Bolder' })];
  const body = [...head, ...lines.map((line, at) => block(line, at > 0 ? { spacing: 'None' } : {}))];
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    ...{ type: 'AdaptiveCard', version: '1.4', body },
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

/** Words by which chats call everybody, or somebody: within values of rows they are only words. */
const calling = /<(?=[!@#]|users\/)|@(?=channel\b|all\b|here\b|everyone\b)/gi;

/** The row with its texts written so that none of them calls people. */
export function withoutCalls<T extends Json>(value: T): T {
  if (typeof value === 'string') return value.replace(calling, (sign) => `${sign}\u200b`) as T;
  if (Array.isArray(value)) return value.map(withoutCalls) as T;
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value as Row).map(([name, one]) => [name, withoutCalls(one)]),
  ) as T;
}
