import type { Role } from './team';

/** Who is acting: read on the server from the session or the bearer token, never from the request's body. */
export type Actor = {
  readonly userId: string;
  readonly name: string;
  readonly teamId: string;
  readonly role: Role;
};
