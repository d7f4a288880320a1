import type { Role } from './team';
import type { TokenScope } from './token-scope';

/** Who is acting: read on the server from the session or the bearer token, never from the request's body. */
export type Actor = {
  readonly userId: string;
  readonly name: string;
  readonly teamId: string;
  readonly role: Role;
  /** How much of it a bearer token may do; absent for a person at the screen. */
  readonly scope?: TokenScope;
  /** On a screen only: the article is frozen, so that whatever would change it is offered to nobody. */
  readonly isKeptOut?: boolean;
};
