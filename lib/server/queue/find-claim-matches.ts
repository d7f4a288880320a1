import 'server-only';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { withParts } from '@/lib/db/parts';
import { visibleAnnotations, visibleArticleSql } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import { openProposal } from '@/lib/domain/check';
import { type ClaimMatch, matchGroups, mostMatches } from '@/lib/domain/claim-match';
import { notFound } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { sealFor } from '../annotations/seal-for';

/** Likeness below which two claims only share words. */
const leastLikeness = 0.3;
/** Spelling so much alike that no word needs to agree. */
const spelledAlike = 0.6;
/** A claim with so few groups of words is looked for by its spelling too; for a long one that takes seconds. */
const fewGroups = 3;
/** As many claims with the same words are compared at most, for each group of words. */
const mostCompared = 200;

/**
 * Claims of the team's archive that say much the same as one claim, the most alike first, at most five: found by
 * their words (full text), ranked by their spelling (groups of three letters). What is blind to the actor is sealed.
 * Throws NOT_FOUND.
 */
export async function findClaimMatches(actor: Actor, annotationId: string): Promise<readonly ClaimMatch[]> {
  ensureCan(actor, 'queue.read');
  const [claim] = await db.$queryRaw<{ exact: string; words: string[] }[]>`
    SELECT n."exact", tsvector_to_array("words_of"(left(n."exact", 2000))) AS "words"
    FROM "Annotation" n JOIN "Article" a ON a."id" = n."articleId" AND ${visibleArticleSql(actor)}
    WHERE n."id" = ${annotationId}::uuid AND n."deletedAt" IS NULL`;
  if (claim === undefined) throw notFound('annotation');
  const ranked = await findRanked(actor, annotationId, claim);
  const rows = await db.annotation.findMany({
    where: { id: { in: ranked.map(({ id }) => id) }, ...visibleAnnotations(actor) },
  });
  const { blindSecondCheck } = await db.team.findUniqueOrThrow({
    where: { id: actor.teamId },
    select: { blindSecondCheck: true },
  });
  const annotations = new Map(
    (await withParts(db, rows, { wanted: ['evidence'] })).map((annotation) => [annotation.id, annotation]),
  );
  return ranked.flatMap((match) => {
    const annotation = annotations.get(match.id);
    return annotation === undefined
      ? []
      : [toMatch(match, annotation, sealFor(actor, { blindSecondCheck }, annotation))];
  });
}

type Ranked = { readonly id: string; readonly title: string; readonly likeness: number };

/** Only claims that the index holds; longer ones are no claims but whole texts. */
const inArchive = Prisma.sql`n."deletedAt" IS NULL AND n."mark" IN ('claim', 'sourced_fact') AND length(n."exact") < 20000`;

async function findRanked(
  actor: Actor,
  annotationId: string,
  { exact, words }: { readonly exact: string; readonly words: readonly string[] },
): Promise<readonly Ranked[]> {
  const claim = exact.slice(0, 2_000);
  // Each group asked by itself: an index reads no more of it than its rarest word has.
  const groups = matchGroups(words);
  const byWords = groups.map((group) => {
    const query = group.map(quoted).join(' & ');
    return Prisma.sql`(SELECT n."id" FROM "Annotation" n
      WHERE ${inArchive} AND "words_of"(n."exact") @@ ${query}::tsquery LIMIT ${mostCompared})`;
  });
  const bySpelling = Prisma.sql`(SELECT n."id" FROM "Annotation" n
    WHERE ${inArchive} AND n."exact" % ${claim} LIMIT ${mostCompared})`;
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('pg_trgm.similarity_threshold', ${String(spelledAlike)}, TRUE)`;
    return tx.$queryRaw<Ranked[]>`
      WITH found AS (
        ${Prisma.join(groups.length > fewGroups ? byWords : [...byWords, bySpelling], ' UNION ')}
      ), ranked AS (
        SELECT n."id", a."title", n."createdAt", n."signedOffAt",
          ((similarity(n."exact", ${claim}) + word_similarity(${claim}, n."exact")) / 2)::float8 AS "likeness"
        FROM found JOIN "Annotation" n ON n."id" = found."id" AND n."id" <> ${annotationId}::uuid
        JOIN "Article" a ON a."id" = n."articleId" AND ${visibleArticleSql(actor)}
      )
      SELECT "id", "title", "likeness" FROM ranked WHERE "likeness" >= ${leastLikeness}
      ORDER BY "likeness" DESC, "signedOffAt" DESC NULLS LAST, "createdAt" DESC, "id" LIMIT ${mostMatches}`;
  });
}

/** A word inside a tsquery. */
const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

function toMatch({ title, likeness }: Ranked, whole: Annotation, seen: Annotation): ClaimMatch {
  const proposal = openProposal(seen.check);
  return {
    annotationId: seen.id,
    articleId: seen.articleId,
    articleTitle: title,
    mark: seen.mark,
    exact: seen.anchor.exact,
    status: seen.check.status,
    outcome: proposal?.outcome ?? null,
    verdict: proposal?.verdict?.label ?? null,
    isSealed: seen.check !== whole.check,
    createdAt: seen.createdAt,
    evidence: seen.evidence,
    likeness,
  };
}
