import 'server-only';
import { db } from '@/lib/db/client';
import { findPeople } from '@/lib/db/people';
import { toEvent } from '@/lib/db/record';
import { readBlindness } from '@/lib/db/team-rules';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import { idSchema } from '@/lib/domain/ids';
import type { Page } from '@/lib/domain/lists';
import { sealEventFor } from '../annotations/seal-for';

/**
 * The events of an article after a `seq`, oldest first; `next` is the `after` of the following page. At most 100 at
 * a time unless `limit` says fewer. Throws NOT_FOUND when the actor may not see the article.
 */
export async function findEvents(
  actor: Actor,
  articleId: string,
  { after, limit = 100 }: { readonly after: number; readonly limit?: number | undefined },
): Promise<Page<ArticleEvent>> {
  if (!idSchema.safeParse(articleId).success) throw notFound('article');
  const page = await readEvents(actor, articleId, { after, limit });
  if (page === undefined) throw notFound('article');
  const items = page.events.map((event) => sealEventFor(actor, page.rules, event));
  return { items, next: page.last < page.seq ? String(page.last) : null };
}

/** Events as they were written, sealed for nobody: what is handed to a reader goes through `sealEventFor` first. */
export type UnsealedEvents = {
  readonly events: readonly ArticleEvent[];
  readonly rules: Parameters<typeof sealEventFor>[1];
  /** The `seq` up to which `events` go; they have no gaps but those of erased events. */
  readonly last: number;
  /** The latest `seq` of the article. */
  readonly seq: number;
};

/** A page of an article's events for all its readers in a team; undefined when the team may not see the article. */
export async function readEvents(
  team: Pick<Actor, 'teamId'>,
  articleId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<UnsealedEvents | undefined> {
  const article = await db.article.findFirst({
    where: { id: articleId, ...visibleArticles(team) },
    select: { seq: true },
  });
  if (article === null) return undefined;
  const { seq } = article;
  const rules = await readBlindness(db, team.teamId);
  if (after >= seq) return { events: [], rules, last: seq, seq };
  const rows = await db.articleEvent.findMany({
    where: { articleId, seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: Math.min(100, Math.max(1, limit)),
  });
  const people = await findPeople(
    db,
    team.teamId,
    rows.map((row) => row.actorId),
  );
  const events = rows.flatMap(
    (row) => toEvent(row, people[row.actorId] ?? { id: row.actorId, name: '' }) ?? [],
  );
  return { events, rules, last: rows.at(-1)?.seq ?? after, seq };
}

/** How far these articles are, by id, in one query; those that are deleted are left out. */
export async function readSeqs(articleIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db.article.findMany({
    where: { id: { in: [...articleIds] }, deletedAt: null },
    select: { id: true, seq: true },
  });
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}
