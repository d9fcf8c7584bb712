// Where flows may go by other ways than HTTP: the same guard against our own network, and the folders an operator allows.
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { UserError, type Reach } from '@eclusa/flow';
import { isPublicAddress } from './public-address';

export interface ReachOptions {
  /** `host:port` pairs let through although they are private. */
  allow?: readonly string[];
  /** Folders of this machine; none when not given. */
  folders?: readonly string[];
}

/**
 * Answers the address that was checked, so that what is connected to is what was allowed. Throws UserError
 * `nodes.address-refused`, `nodes.host-unknown`.
 */
export function guardedReach({ allow = [], folders = [] }: ReachOptions = {}): Reach {
  const allowed = new Set(allow);
  return {
    folders,
    async address(host, port) {
      const bare = host.replace(/^\[|\]$/g, '');
      const mayUse = (address: string) =>
        allowed.has(`${bare}:${port}`) || allowed.has(`${address}:${port}`) || isPublicAddress(address);
      const addresses = isIP(bare) ? [bare] : await resolved(bare);
      // One bad address is enough: a name that mixes public and private ones is not to be trusted.
      const bad = addresses.find((address) => !mayUse(address));
      if (bad !== undefined) {
        throw new UserError('nodes.address-refused', { values: { host: bare, address: bad } });
      }
      return addresses[0] as string;
    },
  };
}

async function resolved(host: string): Promise<string[]> {
  try {
    const found = await lookup(host, { all: true });
    if (found.length > 0) return found.map(({ address }) => address);
  } catch (cause) {
    throw new UserError('nodes.host-unknown', { values: { host }, cause });
  }
  throw new UserError('nodes.host-unknown', { values: { host } });
}
