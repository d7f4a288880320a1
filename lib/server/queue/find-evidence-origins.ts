import 'server-only';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import { visibleAnnotations, visibleArticleSql } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { EvidenceOrigin } from '@/lib/domain/claim-match';
import { notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';

const mostOrigins = 200;

/**
 * Where the reused evidence of an annotation comes from: of each piece the claim that it was copied from, as far as it is
 * still there. Throws NOT_FOUND for an annotation that the actor may not see.
 */
export async function findEvidenceOrigins(
  actor: Actor,
  annotationId: string,
): Promise<readonly EvidenceOrigin[]> {
  ensureCan(actor, 'article.read');
  const isSeen =
    (await db.annotation.count({ where: { id: annotationId, ...visibleAnnotations(actor) } })) > 0;
  if (!isSeen) throw notFound('annotation');
  const rows = await db.$queryRaw<(Omit<EvidenceOrigin, 'author'> & { readonly authorId: string })[]>`
    SELECT e."id" AS "evidenceId", n."id" AS "annotationId", a."id" AS "articleId", a."title" AS "articleTitle", o."authorId"
    FROM "Evidence" e
    JOIN "Evidence" o ON o."id" = e."reusedFromId"
    JOIN "Annotation" n ON n."id" = o."annotationId" AND n."deletedAt" IS NULL
    JOIN "Article" a ON a."id" = n."articleId" AND ${visibleArticleSql(actor)}
    WHERE e."annotationId" = ${annotationId}::uuid AND e."deletedAt" IS NULL
    ORDER BY e."createdAt", e."id" LIMIT ${mostOrigins}`;
  const people = await findPeople(
    db,
    actor.teamId,
    rows.map(({ authorId }) => authorId),
  );
  return rows.map(({ authorId, ...origin }) => ({
    ...origin,
    author: people[authorId] ?? { id: authorId, name: '' },
  }));
}
