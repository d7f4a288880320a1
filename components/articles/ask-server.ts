import { articles as articlesWords } from '../messages/articles';

/** A request that was refused or never answered; `message` is a sentence for the person at the screen. */
export class Refusal extends Error {
  readonly code: string;
  readonly error: unknown;

  constructor(code: string, message: string, error?: unknown) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.error = error;
  }
}

export type Asking = {
  /** POST with something to send and GET without, unless said. */
  readonly method?: 'PUT' | 'DELETE';
  /** Sent as JSON; without it and without `form` the request is a GET. */
  readonly body?: unknown;
  readonly form?: FormData;
  /** Makes a repeat harmless. */
  readonly key?: string;
  readonly signal?: AbortSignal | undefined;
};

/**
 * The JSON answer of one of our own addresses; undefined when it has none. Throws `Refusal` with the server's
 * sentence, or with ours when there was no answer, and AbortError when `signal` took it back.
 */
export async function askServer(path: string, asking: Asking = {}): Promise<unknown> {
  const response = await send(path, asking, 'application/json');
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  throw refusalOf(answer);
}

/** A file of one of our own addresses. Throws as `askServer` does. */
export async function sendForFile(path: string, signal?: AbortSignal): Promise<Response> {
  const response = await send(path, { signal }, '*/*');
  if (response.ok) return response;
  throw refusalOf(await response.json().catch(() => undefined));
}

/** Sends a request to one of our own addresses. Throws `Refusal` when there is no answer. */
export async function send(
  path: string,
  { method, body, form, key, signal }: Asking,
  accept: string,
): Promise<Response> {
  return fetch(path, {
    method: method ?? (body === undefined && form === undefined ? 'GET' : 'POST'),
    headers: {
      accept,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(form === undefined ? {} : { 'x-galley-request': '1' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(form === undefined ? {} : { body: form }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Refusal('OFFLINE', articlesWords.offline);
  });
}

/** The refusal that an answer of ours means, with the server's sentence. */
export function refusalOf(answer: unknown): Refusal {
  const error = isRecord(answer) ? answer.error : undefined;
  if (!isRecord(error) || typeof error.message !== 'string') {
    return new Refusal('INTERNAL', articlesWords.noAnswer);
  }
  const code = typeof error.code === 'string' ? error.code : 'INTERNAL';
  return new Refusal(code, code === 'UNAUTHENTICATED' ? articlesWords.signedOut : error.message, error);
}

/** Whether something is an object with names. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
