import 'server-only';
import { Agent, request } from 'undici';
import { type EgressPolicy, egressPolicy, findAddressFault } from './egress-policy';
import { guardedConnector } from './guarded-connector';

const timeoutMs = 10_000;

/**
 * Sends words to a public web address and returns the HTTP status. Redirects are not followed, and the answer is not
 * read. Undefined when there was no answer, or the address may not be reached: the two sound alike.
 */
export async function postToAddress(
  address: string,
  {
    body,
    headers,
    policy = egressPolicy(),
  }: {
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly policy?: EgressPolicy | undefined;
  },
): Promise<number | undefined> {
  if (!URL.canParse(address) || findAddressFault(policy, new URL(address)) !== undefined) return undefined;
  const agent = new Agent({ connect: guardedConnector(policy) });
  try {
    const answer = await request(address, {
      method: 'POST',
      dispatcher: agent,
      signal: AbortSignal.timeout(timeoutMs),
      headers: { ...headers, 'user-agent': 'Galley' },
      body,
    });
    // A body that is thrown away ends in an error, which concerns nobody.
    answer.body.on('error', () => undefined);
    answer.body.destroy();
    return answer.statusCode;
  } catch {
    return undefined; // closed, filtered, too slow: the log of deliveries says that there was no answer
  } finally {
    void agent.destroy();
  }
}
