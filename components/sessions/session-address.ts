import type { Route } from 'next';

/** The address of a session: its board while it is under way, its summary afterwards. */
export function sessionAddress(sessionId: string): Route {
  // Typed routes know a parameter in an address only where the address is used, not in what a function gives back.
  return `/sessions/${sessionId}` as Route;
}

/** The address of the list of sessions, from a cursor on. */
export function sessionsAddress(cursor?: string): Route {
  return cursor === undefined ? '/sessions' : (`/sessions?cursor=${encodeURIComponent(cursor)}` as Route);
}
