import 'server-only';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import type { Page } from '@/lib/domain/lists';
import { ensureCan } from '@/lib/domain/policy';
import type { Person } from '@/lib/domain/team';

/**
 * The enabled people of the actor's team whose name holds every word of `search`, by name; at most `limit` (8).
 * Without words nobody.
 */
export async function findPeopleNamed(
  actor: Actor,
  { search, limit = 8 }: { readonly search: string; readonly limit?: number | undefined },
): Promise<Page<Person>> {
  ensureCan(actor, 'team.read');
  const words = search.replaceAll('\0', ' ').split(/\s+/).filter(Boolean).slice(0, 8);
  if (words.length === 0) return { items: [], next: null };
  const items = await db.user.findMany({
    where: {
      memberships: { some: { teamId: actor.teamId, disabledAt: null } },
      AND: words.map((word) => ({ name: { contains: word, mode: 'insensitive' as const } })),
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: Math.min(50, Math.max(1, limit)),
  });
  return { items, next: null };
}
