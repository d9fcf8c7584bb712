// Where a request names its account: host label, first segment of a Pricing or stock file path, `?an=`, or in its key.
import type { IncomingHttpHeaders } from 'node:http';

const host =
  /^([^.]+)\.(?:vtexcommercestable|vtexcommercebeta)\.com\.br(?::\d+)?$|^webservice-([^.]+)\.vtexcommerce\.com\.br(?::\d+)?$|^([^.]+)\.myvtex\.com(?::\d+)?$/i;

/** `account` is undefined when the request names none; `path` comes without the account segment. */
export function accountOf(
  url: URL,
  hostHeader: string | undefined,
): { account: string | undefined; path: string } {
  const pricing = /^\/([^/]+)(\/(?:pricing|availability)(?:\/.*)?)$/i.exec(url.pathname);
  if (pricing?.[1] && pricing[2] && pricing[1].toLowerCase() !== 'pricing') {
    return { account: pricing[1], path: pricing[2] };
  }
  const label = host.exec(hostHeader ?? '');
  return {
    account: url.searchParams.get('an') ?? label?.[1] ?? label?.[2] ?? label?.[3],
    path: url.pathname,
  };
}

/** The account an application key belongs to: keys are `vtexappkey-{account}-XXXXXX`. SOAP has it as the user of Basic. */
export function accountOfKey(headers: IncomingHttpHeaders): string | undefined {
  const key = headers['x-vtex-api-appkey'] ?? basicUser(headers);
  return typeof key === 'string' ? /^vtexappkey-(.+)-[^-]+$/i.exec(key)?.[1] : undefined;
}

/** The user of a Basic sign-in. */
function basicUser({ authorization }: IncomingHttpHeaders): string | undefined {
  const pair = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')?.[1];
  return pair === undefined ? undefined : Buffer.from(pair, 'base64').toString('utf8').split(':')[0];
}
