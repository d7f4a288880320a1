import 'server-only';
import { headers } from 'next/headers';
import { clientAddress } from './client-address';
import { limitAddress } from './sign-in-limit';

/** The network address of whoever sent this form, for limits. */
export async function visitorAddress(): Promise<string> {
  return clientAddress(await headers());
}

/** The origin that this form says it comes from; null when it says none. */
export async function visitorOrigin(): Promise<string | null> {
  return (await headers()).get('origin');
}

/** Counts this form against its sender's address. Throws TOO_MANY when there were too many in an hour. */
export async function limitVisitor(): Promise<void> {
  await limitAddress(await visitorAddress());
}
