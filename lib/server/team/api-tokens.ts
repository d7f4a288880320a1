import 'server-only';
import { db } from '@/lib/db/client';
import { known } from '@/lib/db/rows';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { Instant } from '@/lib/domain/ids';
import { type TokenScope, tokenScopes } from '@/lib/domain/token-scope';
import { audit } from '../audit';

/** A bearer token as its owner sees it: never the token itself. */
export type OwnApiToken = {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly expiresAt: Instant | null;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
};

/** The actor's tokens for this team that still work, the newest first; at most a hundred. */
export async function findApiTokens(actor: Actor): Promise<readonly OwnApiToken[]> {
  const rows = await db.apiToken.findMany({
    where: {
      userId: actor.userId,
      teamId: actor.teamId,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: 100,
  });
  return rows.map(({ id, name, scope, expiresAt, createdAt, lastUsedAt }) => ({
    id,
    name,
    scope: known(tokenScopes, scope),
    expiresAt: expiresAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

/** Makes one of the actor's own tokens useless at once. Revoking a revoked one changes nothing. */
export async function revokeApiToken(actor: Actor, tokenId: string): Promise<void> {
  const { teamId, userId } = actor;
  await inTransaction(db, async (tx) => {
    const token = await tx.apiToken.findFirst({ where: { id: tokenId, teamId, userId } });
    if (token === null) throw notFound('token');
    if (token.revokedAt !== null) return;
    await tx.apiToken.update({ where: { id: tokenId }, data: { revokedAt: new Date() } });
    await audit(tx, { teamId, actorId: userId, type: 'token.revoked', body: { tokenId } });
  });
}
