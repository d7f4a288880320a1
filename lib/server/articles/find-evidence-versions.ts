import 'server-only';
import { db } from '@/lib/db/client';
import { toEvidence } from '@/lib/db/rows';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { EventBody } from '@/lib/domain/events';
import { evidenceFieldsOf } from '@/lib/domain/evidence';
import type { EvidenceVersion } from '@/lib/domain/lists';

/** More changes than anybody makes of a piece of evidence; the latest are given. */
const most = 200;

/**
 * All that a piece of evidence has said, oldest first, as it stands now last: its present fields, from which the record
 * takes back one change after the other. Throws NOT_FOUND when the actor may not see the article, or has no such evidence.
 */
export async function findEvidenceVersions(
  actor: Actor,
  articleId: string,
  evidenceId: string,
): Promise<readonly EvidenceVersion[]> {
  const row = await db.evidence.findFirst({
    where: { id: evidenceId, deletedAt: null, annotation: { articleId, article: visibleArticles(actor) } },
    include: { file: true },
  });
  if (row === null) throw notFound('evidence');
  const evidence = toEvidence(row);
  const changes = await db.$queryRaw<{ at: Date; actorId: string; body: EventBody }[]>`
    SELECT "at", "actorId", "body" FROM "ArticleEvent"
    WHERE "articleId" = ${articleId}::uuid AND "type" = 'evidence.changed' AND "body"->>'evidenceId' = ${evidenceId}
    ORDER BY "seq" DESC LIMIT ${most}`;
  let fields = evidenceFieldsOf(evidence);
  const versions: EvidenceVersion[] = [];
  for (const { at, actorId, body } of changes) {
    if (body.type !== 'evidence.changed') continue;
    versions.push({ version: body.version, at: at.toISOString(), byId: actorId, fields });
    fields = { ...fields, ...body.before };
  }
  if (changes.length < most)
    versions.push({ version: 1, at: evidence.createdAt, byId: evidence.authorId, fields });
  return versions.reverse();
}
