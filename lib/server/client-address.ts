import 'server-only';
import { isIP } from 'node:net';
import { env } from './env';

/**
 * The network address that a request comes from, for limits only. Behind `GALLEY_TRUSTED_PROXIES` proxies it is
 * the entry that the outermost of them wrote; without proxies it is the peer, because `dropForgedHeaders`
 * has removed whatever the request itself claims. `unknown` when nobody says.
 */
export function clientAddress(headers: Headers): string {
  const entries = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  const hops = Math.max(1, env.GALLEY_TRUSTED_PROXIES);
  const address = entries.at(-hops) ?? '';
  return isIP(address) === 0 ? 'unknown' : networkOf(address);
}

/** IPv6 by its /64, because one household has all of that; IPv4 as it is, also when written as IPv6. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIP(address) === 4) return address;
  const [head = '', tail] = address.split('::', 2);
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0');
  return [...groups, ...zeros, ...rest]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
