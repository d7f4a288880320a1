import 'server-only';
import type { z } from 'zod';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import { compareRevisions } from '@/lib/domain/compare/compare-revisions';
import type { Page } from '@/lib/domain/lists';
import { inTextOrder } from '@/lib/domain/text-order';
import type { comparedLineShape, pastStateShape } from '../api/past-shapes';
import { presentAnnotation, presentReplyRequest } from '../api/present';
import type { annotationShape } from '../api/shapes';
import { cutPage, type PageQuery } from '../cursor';
import { getComparison } from './get-comparison';
import { getPastState } from './get-past-state';
import { getRevisionState } from './get-revision-state';

type Annotations = Page<z.input<typeof annotationShape>>;

/** An article as it was after event `seq`, as REST v1 shows it: without its annotations. Throws NOT_FOUND. */
export async function presentPastState(
  actor: Actor,
  articleId: string,
  seq: number,
): Promise<z.input<typeof pastStateShape>> {
  const { state, event, last } = await getPastState(actor, articleId, seq);
  const { isSample: _sample, createdById: _by, createdAt: _at, ...article } = state.article;
  const { number, id, hash, text } = state.revision;
  return {
    event: { ...event, body: { ...event.body } },
    last,
    article,
    revision: number,
    revisionId: id,
    hash,
    text,
    annotations: Object.keys(state.annotations).length,
    replyRequests: state.replyRequests.map((request) => presentReplyRequest(request, state.people)),
  };
}

/** The annotations as they were after event `seq`, in the order of the text then. Throws NOT_FOUND. */
export async function findPastAnnotations(
  actor: Actor,
  articleId: string,
  { seq, ...page }: PageQuery & { readonly seq: number },
): Promise<Annotations> {
  return annotationsOf((await getPastState(actor, articleId, seq)).state, page);
}

/** The annotations as they stood at the end of a revision; of the current one, as they stand now. Throws NOT_FOUND. */
export async function findRevisionAnnotations(
  actor: Actor,
  articleId: string,
  { number, ...page }: PageQuery & { readonly number: number },
): Promise<Annotations> {
  return annotationsOf((await getRevisionState(actor, articleId, number)).state, page);
}

/** Two revisions of an article line by line: the newest two unless said. Throws NOT_FOUND. */
export async function compareLines(
  actor: Actor,
  articleId: string,
  { from, to, ...page }: PageQuery & { readonly from?: number | undefined; readonly to?: number | undefined },
): Promise<Page<z.input<typeof comparedLineShape>>> {
  const { before, state } = await getComparison(actor, articleId, { from, to });
  const lines = compareRevisions(before.text, state.revision.text);
  const { items, next } = cutPage(lines, page, (_line, index) => String(index));
  return {
    items: items.map(({ drifts, pieces, ...line }) => ({
      ...line,
      drifts: [...drifts],
      pieces: [...pieces],
    })),
    next,
  };
}

function annotationsOf({ annotations, people }: ArticleState, page: PageQuery): Annotations {
  const { items, next } = cutPage(Object.values(annotations).sort(inTextOrder), page, ({ id }) => id);
  return { items: items.map((annotation) => presentAnnotation(annotation, people)), next };
}
