import type { Role } from './team';

/**
 * Why the server ended a live stream; its last frame says so. `access`: signed out, removed, or with another role.
 * `slow`: the reader did not take what was sent. `restart`: this process stops; another goes on.
 * `gone`: the article was deleted. `behind`: too much was missed, the article is to be read anew.
 */
export type StreamEnd = 'access' | 'slow' | 'restart' | 'gone' | 'behind';

/** A person's own numbers: unread in the inbox, and open flags that wait in the queue. */
export type PersonCounts = { readonly inbox: number; readonly queue: number };

/** What a stream tells a person about themself: their numbers, and the role that they have now. */
export type PersonNews = PersonCounts & { readonly role: Role };

/** The most articles that one stream carries. */
export const mostFollowed = 20;
