import 'server-only';
import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { type EgressPolicy, mayConnect, portOf } from './egress-policy';

const connectTimeoutMs = 10_000;

/**
 * Opens connections only to where the policy allows: every address that a name leads to is asked about, and whoever
 * answers in the end is asked about once more, so that a name which changes between the two gains nothing.
 */
export function guardedConnector(policy: EgressPolicy): buildConnector.connector {
  return (options, callback) => {
    const port = portOf(options);
    const connect = buildConnector({ timeout: connectTimeoutMs, lookup: guardedLookup(policy, port) });
    connect(options, (...result) => {
      const [error, socket] = result;
      if (error !== null) return callback(error, null);
      if (mayConnect(policy, socket.remoteAddress ?? '', socket.remotePort ?? 0))
        return callback(null, socket);
      socket.destroy();
      callback(new Error('Connected to a place that is not allowed'), null);
    });
  };
}

function guardedLookup(policy: EgressPolicy, port: number): LookupFunction {
  return (hostname, options, callback) => {
    const refuse = (): void => callback(new Error('Leads to a place that is not allowed'), []);
    policy.lookup(hostname).then((found) => {
      const [first] = found;
      if (first === undefined || !found.every(({ address }) => mayConnect(policy, address, port))) refuse();
      else if (options.all === true) callback(null, [...found]);
      else callback(null, first.address, first.family);
    }, refuse);
  };
}
