import 'server-only';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address belongs to the public internet. Everything else is refused: this machine, its networks, the
 * metadata services of clouds, multicast, and IPv6 that carries an IPv4 address inside (mapped, NAT64, 6to4, Teredo).
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast' && !metadata.has(parsed.toString());
  // Only 2000::/3 is handed out (RFC 4291); in the rest lie spellings that the library takes for public, as ::7f00:1.
  const isHandedOut = (parsed.parts[0] ?? 0) >> 13 === 1;
  return isHandedOut && parsed.range() === 'unicast';
}

/** Azure's metadata and health service: a public number that leads to the machine's own host. */
const metadata = new Set(['168.63.129.16']);
