import { createServer } from 'node:net';
import { CommandError } from './command';

/** A port number from text; refuses anything that no server can listen on. */
export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new CommandError(`PORT must be a whole number from 1 to 65535, and "${text}" is not.`);
}

/** True when nobody listens on the port at the address, nor at the loopback addresses a browser would try. */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  for (const address of new Set(['127.0.0.1', '::1', host])) {
    if (!(await canListen(port, address))) return false;
  }
  return true;
}

/** A port of 127.0.0.1 that nobody uses at this moment. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    // A machine without IPv6 cannot listen there, and nobody else can either.
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
