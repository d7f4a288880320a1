import 'server-only';
import { db } from '@/lib/db/client';
import { readTeamRules } from '@/lib/db/team-rules';
import type { Actor } from '@/lib/domain/actor';
import { ensureCan } from '@/lib/domain/policy';
import type { TeamRules } from '@/lib/domain/team-rules';

/** How the actor's team checks now and who is in it, as every article carries it along. */
export async function getTeamRules(actor: Actor): Promise<TeamRules> {
  ensureCan(actor, 'article.read');
  return readTeamRules(db, actor.teamId);
}
