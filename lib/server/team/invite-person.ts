import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import { emailSchema, roleSchema } from '@/lib/domain/team';
import { createInvitation } from './create-invitation';

export const inviteSchema = z.strictObject({
  email: emailSchema,
  name: z.string().trim().max(120, 'A name has at most 120 characters.').default(''),
  role: roleSchema,
});

/** Invites somebody into the actor's team; answers with the link to send them, valid once within seven days. */
export async function invitePerson(
  actor: Actor,
  given: z.output<typeof inviteSchema>,
): Promise<{ readonly invitationUrl: string }> {
  ensureCan(actor, 'team.invite', { targetRole: given.role });
  const { teamId, userId: invitedById } = actor;
  return await inTransaction(db, async (tx) => ({
    invitationUrl: await createInvitation(tx, { ...given, teamId, invitedById }),
  }));
}
