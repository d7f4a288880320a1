import { Agent, type IncomingMessage, request } from 'node:http';

/** What was answered at last, how long that took from the first try, and which errors came before it. */
export type Acknowledgement = {
  readonly answer: unknown;
  /** When the try began that was answered. */
  readonly began: number;
  readonly ms: number;
  readonly setbacks: readonly string[];
};

/** One change as a careful client sends it: the same words and the same key until it is acknowledged. */
export type Change = {
  readonly path: string;
  readonly body: unknown;
  /** The Idempotency-Key; absent where the body carries ids of commands. */
  readonly key?: string;
};

export type PatientWriter = {
  readonly send: (change: Change) => Promise<Acknowledgement>;
  readonly close: () => void;
};

type Options = {
  /** Where the app answers; asked in turn, another one after each setback. */
  readonly origins: readonly string[];
  readonly token: string;
  /** Keeps one connection between requests unless false. */
  readonly keepAlive?: boolean;
  /** Called whenever a try came to nothing. */
  readonly onSetback?: () => void;
};

const patienceMs = 120_000;
const answerWithinMs = 10_000;

/** A writer that never gives up on a change before two minutes: network errors, 429 and 5xx are tried again. */
export function createPatientWriter({ origins, token, keepAlive = true, onSetback }: Options): PatientWriter {
  const agent = new Agent({ keepAlive, maxSockets: 4 });
  let turn = 0;

  async function send(change: Change): Promise<Acknowledgement> {
    const first = performance.now();
    const setbacks: string[] = [];
    for (;;) {
      const began = performance.now();
      turn += 1;
      const outcome = await post(agent, origins[turn % origins.length] ?? '', token, change).catch(setbackOf);
      if (typeof outcome !== 'string') {
        return { answer: outcome.answer, began, ms: performance.now() - first, setbacks };
      }
      setbacks.push(outcome);
      onSetback?.();
      if (performance.now() - first > patienceMs) throw new Error(`Not acknowledged: ${setbacks.join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 40 + Math.random() * 120));
    }
  }
  return { send, close: () => agent.destroy() };
}

/** The answer, or in words why it has to be sent again. Throws for a refusal and for a broken connection. */
async function post(
  agent: Agent,
  origin: string,
  token: string,
  { path, body, key }: Change,
): Promise<{ readonly answer: unknown } | string> {
  const bytes = Buffer.from(JSON.stringify(body));
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'content-length': bytes.length,
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    };
    const sending = request(new URL(path, origin), { method: 'POST', agent, headers }, (response) => {
      readAll(response).then((whole) => resolve({ status: response.statusCode ?? 0, text: whole }), reject);
    });
    sending.setTimeout(answerWithinMs, () => sending.destroy(new Error('no answer in time')));
    sending.on('error', reject).end(bytes);
  });
  if (status === 429 || status >= 500) return `${status} ${codeIn(text)}`;
  if (status >= 300) throw new Refused(`${path} was answered with ${status}: ${text}`);
  return holdsSetback(text) ? 'a command of several was set back' : { answer: JSON.parse(text) };
}

/** A refusal that sending again cannot change: a test must not survive it. */
class Refused extends Error {}

/** In words why a broken connection has to be tried again. Throws for everything else. */
function setbackOf(error: unknown): string {
  if (error instanceof Refused || !(error instanceof Error)) throw error;
  return 'code' in error ? String(error.code) : error.message;
}

async function readAll(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of response.setEncoding('utf8')) text += part;
  return text;
}

const codeIn = (text: string): string => /"code":"(\w+)"/.exec(text)?.[1] ?? '';

/** Several commands in one request are answered one by one; those that met a fault have to be sent again. */
const holdsSetback = (text: string): boolean => /"code":"(INTERNAL|UNAVAILABLE|TOO_MANY)"/.test(text);
