import 'server-only';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { db, type Transaction } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/domain/actor';
import { DomainError } from '@/lib/domain/errors';
import { type TokenScope, tokenLives, tokenScopes } from '@/lib/domain/token-scope';
import { apiTokenPrefix } from '../api-token';
import { audit } from '../audit';
import { createSecret, hashSecret } from '../secret-token';

export const tokenFormSchema = z.strictObject({
  name: z.string().trim().min(1, 'Give the token a name, for example what uses it.').max(120),
  scope: z.enum(tokenScopes, 'Choose what the token may do.'),
  life: z.enum(tokenLives, 'Choose how long it works.'),
});
export type TokenForm = z.infer<typeof tokenFormSchema>;

/** Most tokens of a person in a team that work at the same time. */
const mostTokens = 50;

/**
 * A bearer token with which scripts act as this person in this team, within a scope. It is returned once; only its hash
 * is kept. Throws INVALID for the fifty-first.
 */
export async function createApiToken(actor: Actor, { name, scope, life }: TokenForm): Promise<string> {
  const { teamId, userId } = actor;
  const expiresAt = life === '0' ? null : new Date(Date.now() + Number(life) * 24 * 60 * 60 * 1_000);
  return inTransaction(db, async (tx) => {
    const working = await tx.apiToken.count({ where: { teamId, userId, revokedAt: null } });
    if (working >= mostTokens)
      throw new DomainError(
        'INVALID',
        `You have ${mostTokens} tokens that work. Revoke one that nothing uses.`,
      );
    return addToken(tx, { teamId, userId, name, scope, expiresAt, actorId: userId });
  });
}

/** Keeps a new token inside a transaction, with its entry in the team's record. `actorId` null: the operator. */
export async function addToken(
  tx: Transaction,
  {
    actorId,
    ...facts
  }: {
    readonly teamId: string;
    readonly userId: string;
    readonly name: string;
    readonly scope: TokenScope;
    readonly expiresAt: Date | null;
    readonly actorId: string | null;
  },
): Promise<string> {
  const token = `${apiTokenPrefix}${createSecret()}`;
  const id = randomUUID();
  await tx.apiToken.create({ data: { id, ...facts, hash: hashSecret(token) } });
  const { teamId, userId, scope } = facts;
  await audit(tx, { teamId, actorId, type: 'token.created', body: { tokenId: id, userId, scope } });
  return token;
}
