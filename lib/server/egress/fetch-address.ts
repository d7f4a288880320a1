import 'server-only';
import { STATUS_CODES } from 'node:http';
import { Agent, type Dispatcher, request } from 'undici';
import { DomainError } from '@/lib/domain/errors';
import { type AddressFault, type EgressPolicy, egressPolicy, findAddressFault } from './egress-policy';
import { guardedConnector } from './guarded-connector';
import { maxDecodedBytes, readDecoded } from './read-decoded';

/** What an address answered. `address` is where the redirects ended; `charset` what the server said, in small letters. */
export type FetchedPage = {
  readonly address: string;
  readonly status: number;
  readonly type: string;
  readonly charset: string | null;
  readonly bytes: Uint8Array;
};

export type FetchOptions = {
  readonly signal?: AbortSignal | undefined;
  readonly policy?: EgressPolicy | undefined;
  /** How long all of it may take. */
  readonly totalMs?: number | undefined;
};

const maxRedirects = 5;
const totalTimeoutMs = 30_000;

/**
 * Fetches a public web address: the only way in which this server asks another one for something that a person named.
 * No cookies, no referrer; redirects are followed by hand and each is checked anew. Answers of any HTTP status come
 * back. Throws INVALID or TOO_LARGE in words; what cannot be reached, may not be reached and does not exist sound alike.
 */
export async function fetchAddress(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const { policy = egressPolicy(), totalMs = totalTimeoutMs } = options;
  const clock = AbortSignal.timeout(totalMs);
  const signal = options.signal === undefined ? clock : AbortSignal.any([clock, options.signal]);
  const agent = new Agent({ connect: guardedConnector(policy), maxResponseSize: -1 });
  try {
    return await follow(address, { policy, signal, agent });
  } catch (error) {
    if (error instanceof DomainError) throw error;
    throw clock.aborted ? tooSlow(totalMs) : refusalOf('unreachable');
  } finally {
    void agent.destroy();
  }
}

type Trip = { readonly policy: EgressPolicy; readonly signal: AbortSignal; readonly agent: Agent };

async function follow(start: string, { policy, signal, agent }: Trip): Promise<FetchedPage> {
  let address = start;
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    if (!URL.canParse(address)) throw refusalOf('scheme');
    const url = new URL(address);
    const fault = findAddressFault(policy, url);
    if (fault !== undefined) throw refusalOf(fault);
    url.hash = '';
    const answer = await request(url, { dispatcher: agent, signal, headers });
    // A body that is thrown away ends in an error, which concerns nobody.
    answer.body.on('error', () => undefined);
    const next = redirectOf(answer);
    if (next === undefined) return pageOf(url.href, answer);
    answer.body.destroy();
    if (!URL.canParse(next, url)) throw refusalOf('unreachable');
    address = new URL(next, url).href;
  }
  throw new DomainError(
    'INVALID',
    `This address leads on to others more than ${maxRedirects} times. Give the address at which it ends.`,
  );
}

const headers = {
  accept: 'text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.8,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'Galley',
};

function redirectOf({ statusCode, headers: answered }: Dispatcher.ResponseData): string | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  return [answered.location].flat()[0];
}

async function pageOf(address: string, answer: Dispatcher.ResponseData): Promise<FetchedPage> {
  const announced = Number([answer.headers['content-length']].flat()[0] ?? 0);
  if (announced > maxDecodedBytes) throw tooLarge();
  const bytes = await readDecoded(answer.body, [answer.headers['content-encoding']].flat()[0]);
  if (bytes === 'too large') throw tooLarge();
  const [type = '', ...parameters] = ([answer.headers['content-type']].flat()[0] ?? '').split(';');
  const charset = /^\s*charset\s*=\s*"?([\w.:-]+)"?\s*$/i;
  return {
    address,
    status: answer.statusCode,
    type: type.trim().toLowerCase(),
    charset: parameters.map((parameter) => charset.exec(parameter)?.[1]?.toLowerCase()).find(Boolean) ?? null,
    bytes,
  };
}

/** The refusal of an answer that says the page is not there; undefined when it is. */
export function findStatusFault({ status }: FetchedPage): DomainError | undefined {
  if (status >= 200 && status < 300) return undefined;
  const name = STATUS_CODES[status];
  return new DomainError(
    'INVALID',
    `The page answered “${status}${name === undefined ? '' : ` ${name}`}”. Open it in a browser and paste its text.`,
  );
}

function refusalOf(fault: AddressFault): DomainError {
  return new DomainError('INVALID', sentences[fault]);
}

const sentences: Readonly<Record<AddressFault, string>> = {
  scheme: 'Give a whole web address that begins with http:// or https://.',
  user: 'This address holds a user name or a password. Take them out.',
  port: 'Only the usual ports of the web, 80 and 443, can be asked.',
  unreachable: 'This address cannot be reached from here. Check it, or paste the text of the page.',
};

function tooSlow(ms: number): DomainError {
  return new DomainError(
    'INVALID',
    `The page took longer than ${Math.round(ms / 1000)} seconds to come. Try again later, or paste its text.`,
  );
}

function tooLarge(): DomainError {
  return new DomainError('TOO_LARGE', 'This page is larger than 5 MB. Paste the part that is needed.');
}
