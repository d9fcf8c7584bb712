// Tells addresses of the internet from addresses of our own network. Refuses what it does not know.
import ipaddr from 'ipaddr.js';

/** Azure answers metadata on an address that is public by its number. */
const METADATA = new Set(['168.63.129.16']);
/** ::/96 once carried IPv4 addresses (RFC 4291 §2.5.5.1); the library calls it unicast. */
const IPV4_COMPATIBLE = ipaddr.IPv6.parseCIDR('::/96');

/** True for global unicast addresses only: no loopback, private, link-local, CGNAT, multicast, tunnel or metadata address. */
export function isPublicAddress(text: string): boolean {
  const bare = text.replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const address = ipaddr.process(bare);
  if (address.range() !== 'unicast' || METADATA.has(address.toString())) return false;
  return !(address instanceof ipaddr.IPv6 && address.match(IPV4_COMPATIBLE));
}
