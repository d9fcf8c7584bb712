// Opens sockets for guardedFetch. The check sits here, below DNS and keep-alive, so that a name cannot
// resolve to one address when asked and to another when connected.
import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { UserError } from '@eclusa/flow';
import { isPublicAddress } from './public-address';

type Done = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** An undici connector that refuses addresses that are not public unless `host:port` is in `allow`. */
export function guardedConnector(allow: ReadonlySet<string>): buildConnector.connector {
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    const port = options.port || (options.protocol === 'https:' ? '443' : '80');
    const mayUse = (address: string) =>
      allow.has(`${host}:${port}`) || allow.has(`${address}:${port}`) || isPublicAddress(address);
    if (isIP(host) && !mayUse(host)) {
      callback(refused(host, host), null);
      return;
    }
    // Typed as a lookup that answers one address; Node asks for all of them when it races families.
    const lookup = guardedLookup(mayUse) as unknown as LookupFunction;
    buildConnector({ lookup, timeout: 10_000, allowH2: false })(options, callback);
  };
}

function guardedLookup(mayUse: (address: string) => boolean) {
  return (host: string, options: LookupOptions, done: Done): void => {
    dnsLookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      // One bad address is enough: a name that mixes public and private ones is not to be trusted.
      const bad = addresses.find(({ address }) => !mayUse(address));
      if (bad) return done(refused(host, bad.address), []);
      const [first] = addresses;
      if (options.all || !first) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}

function refused(host: string, address: string): UserError {
  return new UserError('nodes.address-refused', { values: { host, address } });
}
