import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import { env } from './env';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];
const ownMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Throws FORBIDDEN for a change that a browser sends from another site's page: with cookies, only pages of
 * Galley's own address may change anything.
 */
export function checkOrigin(request: Request): void {
  if (!safeMethods.includes(request.method)) ensureOwnOrigin(request.headers.get('origin'));
}

/**
 * Throws FORBIDDEN unless `origin`, the header, is Galley's own. Forms ask this by themselves: of a server action Next lets
 * those pass that name no origin, and compares the others with the Host that the request claims, without the scheme.
 */
export function ensureOwnOrigin(origin: string | null): void {
  if (origin !== null && ownOrigins(env.PUBLIC_URL).includes(origin)) return;
  throw new DomainError(
    'FORBIDDEN',
    `This request does not come from a page of Galley at ${env.PUBLIC_URL}. Open Galley at that address.`,
  );
}

/** The public origin; on one's own machine its other names too, since people type either. */
function ownOrigins(publicUrl: string): readonly string[] {
  const url = new URL(publicUrl);
  if (!ownMachine.includes(url.hostname)) return [url.origin];
  return ownMachine.map((name) => `${url.protocol}//${name}${url.port === '' ? '' : `:${url.port}`}`);
}
