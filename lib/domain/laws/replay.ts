import type { Annotation } from '../annotation';
import { type ArticleState, applyEvent } from '../apply';
import type { Article } from '../article';
import { type ArticleEvent, annotationIdOf, type EventBody } from '../events';
import { revising } from '../revised';

/**
 * The state after a stretch of the record: `apply` for each event, in order. Each event of an annotation is applied to
 * that annotation alone, so that a long record on a long article stays fast; the outcome is the same.
 */
export function replay(start: ArticleState, events: readonly ArticleEvent[]): ArticleState {
  const annotations = new Map(Object.entries(start.annotations));
  let state = start;
  for (const event of events) {
    const id = annotationIdOf(event.body);
    const touched = id === undefined ? Object.fromEntries(annotations) : only(annotations, id);
    state = applyEvent({ ...state, annotations: touched }, { ...event, revise });
    const after = state.annotations;
    for (const key of Object.keys(touched)) if (after[key] === undefined) annotations.delete(key);
    for (const [key, annotation] of Object.entries(after)) annotations.set(key, annotation);
  }
  return { ...state, annotations: Object.fromEntries(annotations) };
}

/** A replay begins with the text that it ends with: revisions are immutable, only the anchors have to follow. */
const revise = revising(undefined);

function only(annotations: ReadonlyMap<string, Annotation>, id: string): ArticleState['annotations'] {
  const annotation = annotations.get(id);
  return annotation === undefined ? {} : { [id]: annotation };
}

/**
 * The article as it came in, read backwards from how it is now: the record of the import holds no details, but every
 * later change of them says what was there before. `bodies` are all events of the article itself, in order. An approval
 * that came in with a Galley file and was replaced before anybody withdrew it cannot be read back and is left out.
 */
export function articleAtImport(now: Article, bodies: readonly EventBody[]): Article {
  let article = now;
  for (const body of bodies.toReversed()) {
    if (body.type === 'article.changed') article = { ...article, ...body.before, version: body.version - 1 };
    if (body.type === 'article.signed_off') article = { ...article, signOff: null };
    if (body.type === 'article.sign_off_withdrawn') article = { ...article, signOff: body.before };
  }
  return article;
}
