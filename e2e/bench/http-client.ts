import { Agent, type IncomingMessage, request } from 'node:http';

/** An answer, read to its end, and how long it took. */
export type Answer = { readonly status: number; readonly body: Buffer; readonly ms: number };

/** A caller that keeps its connection open between requests, as a program would. */
export type Client = {
  readonly get: (path: string) => Promise<Answer>;
  readonly post: (path: string, body: unknown) => Promise<Answer>;
  readonly close: () => void;
};

/** A client with one connection to `origin` and a bearer token. Throws for any answer that is not a success. */
export function createClient(origin: string, token: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });

  async function send(method: 'GET' | 'POST', path: string, body?: string): Promise<Answer> {
    const began = performance.now();
    const answer = await new Promise<{ status: number; body: Buffer }>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${token}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      request(new URL(path, origin), { method, agent, headers }, (response) => {
        readAll(response).then((bytes) => resolve({ status: response.statusCode ?? 0, body: bytes }), reject);
      })
        .on('error', reject)
        .end(body);
    });
    const ms = performance.now() - began;
    if (answer.status < 200 || answer.status > 299)
      throw new Error(
        `${method} ${path} was answered with ${answer.status}: ${answer.body.toString('utf8')}`,
      );
    return { ...answer, ms };
  }

  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, JSON.stringify(body)),
    close: () => agent.destroy(),
  };
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return Buffer.concat(parts);
}
