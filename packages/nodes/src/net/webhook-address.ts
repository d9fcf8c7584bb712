// The address of a webhook, which is a secret: what a person is shown of it is the host.
import { UserError, type Connection } from '@eclusa/flow';

/** Throws UserError `connections.webhook-address`, which does not repeat it. */
export function webhookAddress({ values }: Connection): URL {
  const typed = String(values['address'] ?? '').trim();
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '') {
    throw new UserError('connections.webhook-address');
  }
  return url;
}
