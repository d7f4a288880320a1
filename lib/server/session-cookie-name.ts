import { isSecure } from './env';

/** The name of the session cookie; bound to host and https when the public address is https. */
export function sessionCookieName(): string {
  return isSecure() ? '__Host-galley-session' : 'galley-session';
}
