import 'server-only';
import type { z } from 'zod';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import type { meShape } from '../api/team-shapes';
import { findOwnTeams } from './find-team';

/** Whom a program acts for, and how much of what they may do it may do. */
export async function getMe(actor: Actor): Promise<z.input<typeof meShape>> {
  ensureCan(actor, 'team.read');
  const { userId: id, teamId, role, scope = null } = actor;
  const [{ name, email }, team, teams] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id }, select: { name: true, email: true } }),
    db.team.findUniqueOrThrow({ where: { id: teamId }, select: { id: true, name: true } }),
    findOwnTeams(actor),
  ]);
  return { id, name, email, role, scope, team, teams: [...teams] };
}
