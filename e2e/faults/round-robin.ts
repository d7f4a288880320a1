import { connect, createServer, type Socket } from 'node:net';

/** A balancer before several apps: each connection goes to the next one that says it is ready, and takes it. */
export type RoundRobin = { readonly url: string; readonly stop: () => Promise<void> };

/** Listens on a free port of this machine. */
export async function startRoundRobin(urls: readonly string[]): Promise<RoundRobin> {
  const places = urls.map((url) => ({ url, port: Number(new URL(url).port), isReady: true }));
  // As a cluster's probes do, only more often.
  const asking = setInterval(() => {
    for (const place of places)
      void isReady(place.url).then((answer) => Object.assign(place, { isReady: answer }));
  }, 250);
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => {
    open.add(client);
    client.on('close', () => open.delete(client)).on('error', () => client.destroy());
    turn += 1;
    const inTurn = [...places.slice(turn % places.length), ...places.slice(0, turn % places.length)];
    join(
      client,
      inTurn.filter((place) => place.isReady).map(({ port }) => port),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        clearInterval(asking);
        server.close(() => resolve());
        for (const client of open) client.destroy();
      }),
  };
}

async function isReady(url: string): Promise<boolean> {
  const asked = fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(2_000) });
  return asked.then(
    (answer) => answer.ok,
    () => false,
  );
}

/** Leads a connection to the first of these ports that takes it; closes it when none does. */
function join(client: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) {
    client.destroy();
    return;
  }
  const upstream = connect(port, '127.0.0.1');
  const tryNext = (): void => join(client, others);
  upstream.once('error', tryNext);
  upstream.once('connect', () => {
    upstream.off('error', tryNext).on('error', () => client.destroy());
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
    client.pipe(upstream).pipe(client);
  });
}
