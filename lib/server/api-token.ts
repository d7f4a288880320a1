import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { roleSchema } from '@/lib/domain/team';
import { hashSecret } from './secret-token';

/** What every bearer token begins with, so that people and scanners recognise a leaked one. */
export const apiTokenPrefix = 'galley_';

const rowSchema = z.object({
  tokenId: z.string(),
  userId: z.string(),
  name: z.string(),
  teamId: z.string(),
  role: roleSchema,
  needsSecondFactor: z.boolean(),
  isTouchDue: z.boolean(),
});

/**
 * Who a bearer token acts for, read in one query; undefined when it is unknown, revoked or its person disabled.
 * `needsSecondFactor` is that of a Session.
 */
export async function findTokenActor(
  bearer: string,
): Promise<{ id: string; actor: Actor; needsSecondFactor: boolean } | undefined> {
  if (!bearer.startsWith(apiTokenPrefix) || bearer.length > 200) return undefined;
  const rows = await db.$queryRaw<unknown[]>`
    SELECT k."id" AS "tokenId", u."id" AS "userId", u."name", k."teamId", m."role",
           t."ownersNeedSecondFactor" AND m."role" = 'owner' AND u."totpSecret" IS NULL AS "needsSecondFactor",
           coalesce(k."lastUsedAt" < now() - interval '1 minute', true) AS "isTouchDue"
    FROM "ApiToken" k
    JOIN "User" u ON u."id" = k."userId"
    JOIN "Team" t ON t."id" = k."teamId"
    JOIN "Membership" m ON m."userId" = k."userId" AND m."teamId" = k."teamId" AND m."disabledAt" IS NULL
    WHERE k."hash" = ${hashSecret(bearer)} AND k."revokedAt" IS NULL`;
  if (rows.length === 0) return undefined;
  const { tokenId, userId, name, teamId, role, isTouchDue, needsSecondFactor } = rowSchema.parse(rows[0]);
  if (isTouchDue) {
    await db.$executeRaw`UPDATE "ApiToken" SET "lastUsedAt" = now() WHERE "id" = ${tokenId}::uuid`;
  }
  return { id: tokenId, actor: { userId, name, teamId, role }, needsSecondFactor };
}
