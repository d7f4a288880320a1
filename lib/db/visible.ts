import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import { Prisma } from './generated/client';

/** The articles that an actor may see: those of the actor's team that are not deleted. */
export function visibleArticles(actor: Pick<Actor, 'teamId'>) {
  return { teamId: actor.teamId, deletedAt: null } satisfies Prisma.ArticleWhereInput;
}

/** The annotations that an actor may see: the live ones of visible articles. */
export function visibleAnnotations(actor: Actor) {
  return { deletedAt: null, article: visibleArticles(actor) } satisfies Prisma.AnnotationWhereInput;
}

/** `visibleArticles` for SQL written by hand, where the table `Article` is called `a`. */
export function visibleArticleSql(actor: Actor): Prisma.Sql {
  return Prisma.sql`a."teamId" = ${actor.teamId}::uuid AND a."deletedAt" IS NULL`;
}
