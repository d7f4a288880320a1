import { z } from 'zod';
import type { Instant } from './ids';

export const roles = ['owner', 'editor', 'reviewer', 'viewer'] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);

/** A person as the rest of the team sees them. */
export type Person = { readonly id: string; readonly name: string };

/** Somebody who belongs to a team. `disabledAt` is null while they may sign in. */
export type Member = Person & {
  readonly email: string;
  readonly role: Role;
  readonly joinedAt: Instant;
  readonly disabledAt: Instant | null;
};

/** An e-mail address, NFKC and lower case before it is compared with anything. */
export const emailSchema = z
  .string()
  .transform((address) => address.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email('This is not a whole e-mail address.').max(254));

export const personNameSchema = z
  .string()
  .trim()
  .min(1, 'Give a name.')
  .max(120, 'A name has at most 120 characters.');
export const teamNameSchema = z.string().trim().min(1, 'Give the team a name.').max(120);

/** Length rules only (ASVS 5.0, 6.2): any character, 15 to 128 of them. The common-password list is on the server. */
export const passwordSchema = passwordOf(
  15,
  'A password has at least 15 characters. Four or five random words are easy to remember.',
);

/** The same where a second factor may be on; without one, the server asks for the 15 characters. */
export const passwordBesideFactorSchema = passwordOf(8, 'A password has at least 8 characters.');

function passwordOf(shortest: number, sentence: string) {
  return z.string().min(shortest, sentence).max(128, 'A password has at most 128 characters.');
}
