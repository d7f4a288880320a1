/**
 * Loaded before everything else in the parser process: closes every way to the network. Node's permissions close files,
 * programs and threads there; in Node 24 they do not know the network.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const closed = () => {
  throw Object.assign(new Error('There is no network here'), { code: 'ERR_ACCESS_DENIED' });
};

net.Socket.prototype.connect = closed;
net.Server.prototype.listen = closed;
for (const name of ['bind', 'connect', 'send']) dgram.Socket.prototype[name] = closed;
for (const asking of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(asking)) {
    if (/^(lookup|resolve|reverse)/.test(name) && typeof asking[name] === 'function') asking[name] = closed;
  }
}
syncBuiltinESMExports();
