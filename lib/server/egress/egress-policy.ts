import 'server-only';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { env } from '../env';
import { isPublicAddress } from './is-public-address';

/** One place that a name leads to. */
export type FoundAddress = { readonly address: string; readonly family: number };

/** Where the server may go on the web. */
export type EgressPolicy = {
  /** All addresses of a name. Rejects when there are none. */
  readonly lookup: (hostname: string) => Promise<readonly FoundAddress[]>;
  /** The one server on this machine that plays the web in tests. */
  readonly testWeb: { readonly address: string; readonly port: number } | undefined;
};

/** The policy of this server: the public web, and in tests one named place on this machine. */
export function egressPolicy(): EgressPolicy {
  const [address, port] = env.GALLEY_TEST_WEB?.split(':') ?? [];
  return {
    lookup: (hostname) => lookup(hostname, { all: true }),
    testWeb: address === undefined ? undefined : { address, port: Number(port) },
  };
}

/** Whether a connection to this IP address and port is allowed. */
export function mayConnect({ testWeb }: EgressPolicy, address: string, port: number): boolean {
  if (testWeb !== undefined && testWeb.address === address && testWeb.port === port) return true;
  return isWebPort(port) && isPublicAddress(address);
}

/** Whether an address may be asked for at all, before its name is looked up; what it leads to is asked later again. */
export function findAddressFault(policy: EgressPolicy, url: URL): AddressFault | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme';
  if (url.username !== '' || url.password !== '') return 'user';
  const port = portOf(url);
  if (!isWebPort(port) && port !== policy.testWeb?.port) return 'port';
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !mayConnect(policy, literal, port)) return 'unreachable';
  return url.hostname === '' ? 'unreachable' : undefined;
}

export type AddressFault = 'scheme' | 'user' | 'port' | 'unreachable';

/** The port that an address means. */
export function portOf(url: { readonly protocol: string; readonly port: string }): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

const isWebPort = (port: number): boolean => port === 80 || port === 443;
