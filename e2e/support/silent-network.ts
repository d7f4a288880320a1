import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';

/** A network between a browser and the app that may fall silent: nothing passes, nothing is closed, nobody is told. */
export type SilentNetwork = {
  /** To be given to the browser as its proxy. */
  readonly url: string;
  readonly fallSilent: () => void;
  /** What was held back passes now, in its order. */
  readonly speak: () => void;
  readonly stop: () => Promise<void>;
};

/** Listens on a free port of this machine. */
export async function startSilentNetwork(): Promise<SilentNetwork> {
  const held: (() => void)[] = [];
  let isSilent = false;
  const pass = (step: () => void): void => {
    if (isSilent) held.push(step);
    else step();
  };
  const server = createServer((asked, answer) => pass(() => carry(asked, answer, pass)));
  // Requests of the test itself, beside the browser's, come through a tunnel, which is never silent.
  server.on('connect', ({ url = '' }, client) => {
    const app = connect(Number(new URL(`http://${url}`).port), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      app.pipe(client).pipe(app);
    });
    app.on('error', () => client.destroy());
    client.on('error', () => app.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    fallSilent() {
      isSilent = true;
    },
    speak() {
      isSilent = false;
      for (const step of held.splice(0)) step();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function carry(asked: IncomingMessage, answer: ServerResponse, pass: (step: () => void) => void): void {
  const { method, headers, url = '' } = asked;
  const onward = request(url, { ...(method && { method }), headers }, (reply) => {
    pass(() => answer.writeHead(reply.statusCode ?? 502, reply.headers).flushHeaders());
    reply.on('data', (piece) => pass(() => answer.write(piece)));
    reply.on('end', () => pass(() => answer.end()));
  });
  onward.on('error', () => answer.destroy());
  answer.on('close', () => onward.destroy()).on('error', () => onward.destroy());
  asked.pipe(onward);
}
