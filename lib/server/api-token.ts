import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { roleSchema } from '@/lib/domain/team';
import { tokenScopes } from '@/lib/domain/token-scope';
import { hashSecret } from './secret-token';

/** What every bearer token begins with, so that people and scanners recognise a leaked one. */
export const apiTokenPrefix = 'galley_';

const rowSchema = z.object({
  tokenId: z.string(),
  hash: z.string(),
  userId: z.string(),
  name: z.string(),
  teamId: z.string(),
  role: roleSchema,
  scope: z.enum(tokenScopes),
  needsSecondFactor: z.boolean(),
  isTouchDue: z.boolean(),
});

/** Who a token acts for. `needsSecondFactor` is that of a Session. */
export type TokenActor = { readonly id: string; readonly actor: Actor; readonly needsSecondFactor: boolean };

/** Who a bearer token acts for, read in one query; undefined when it is unknown, revoked, expired or its person disabled. */
export async function findTokenActor(bearer: string): Promise<TokenActor | undefined> {
  const hash = hashBearer(bearer);
  const found = hash === undefined ? undefined : (await readTokens([hash])).get(hash);
  if (found?.isTouchDue) {
    await db.$executeRaw`UPDATE "ApiToken" SET "lastUsedAt" = now() WHERE "id" = ${found.id}::uuid`;
  }
  return found;
}

/** The hash under which a bearer token is kept; undefined for what cannot be one of ours. */
export function hashBearer(bearer: string): string | undefined {
  return bearer.startsWith(apiTokenPrefix) && bearer.length <= 200 ? hashSecret(bearer) : undefined;
}

/** Many tokens at once, by hash, in one query; those that let nobody in any more are left out. */
export async function readTokens(
  hashes: readonly string[],
): Promise<ReadonlyMap<string, TokenActor & { readonly isTouchDue: boolean }>> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT k."id" AS "tokenId", k."hash", u."id" AS "userId", u."name", k."teamId", m."role", k."scope",
           t."ownersNeedSecondFactor" AND m."role" = 'owner' AND u."totpSecret" IS NULL AS "needsSecondFactor",
           coalesce(k."lastUsedAt" < now() - interval '1 minute', true) AS "isTouchDue"
    FROM "ApiToken" k
    JOIN "User" u ON u."id" = k."userId"
    JOIN "Team" t ON t."id" = k."teamId"
    JOIN "Membership" m ON m."userId" = k."userId" AND m."teamId" = k."teamId" AND m."disabledAt" IS NULL
    WHERE k."hash" = ANY(${hashes}::text[]) AND k."revokedAt" IS NULL AND (k."expiresAt" IS NULL OR k."expiresAt" > now())`;
  return new Map(
    rows.map((row) => {
      const { tokenId: id, hash, userId, name, teamId, role, scope, ...rest } = rowSchema.parse(row);
      return [hash, { id, actor: { userId, name, teamId, role, scope }, ...rest }];
    }),
  );
}
