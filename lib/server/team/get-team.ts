import 'server-only';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import type { Role } from '@/lib/domain/team';
import { type CheckRules, findCheckRules } from './find-check-rules';
import { findMembers, findPendingInvitations, type MemberLine, type PendingInvitation } from './find-team';

/** A team as a program needs it: who is in it, who is invited, and by which rules and scales it checks. */
export type TeamAnswer = CheckRules & {
  readonly id: string;
  readonly name: string;
  /** Whom the program acts for. */
  readonly me: { readonly id: string; readonly role: Role };
  readonly members: readonly MemberLine[];
  readonly invitations: readonly PendingInvitation[];
};

/** The actor's team. */
export async function getTeam(actor: Actor): Promise<TeamAnswer> {
  const [team, members, invitations, rules] = await Promise.all([
    db.team.findUniqueOrThrow({ where: { id: actor.teamId }, select: { id: true, name: true } }),
    findMembers(actor),
    findPendingInvitations(actor),
    findCheckRules(actor),
  ]);
  return {
    ...team,
    me: { id: actor.userId, role: actor.role },
    members: members.items,
    invitations: invitations.items,
    ...rules,
  };
}
