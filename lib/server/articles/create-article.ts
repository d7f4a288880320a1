import 'server-only';
import { randomUUID } from 'node:crypto';
import { sha256 } from '@/lib/db/canonical';
import { db } from '@/lib/db/client';
import { eachInTurns } from '@/lib/db/each-in-turns';
import { insertArticle, type NewArticle } from '@/lib/db/insert-article';
import type { Actor } from '@/lib/domain/actor';
import { type ArticleDetails, maxArticleLength, type Passage, type Revision } from '@/lib/domain/article';
import { type ArticleDoc, canonicalText } from '@/lib/domain/article-doc';
import type { DraftComment } from '@/lib/domain/draft-comment';
import { DomainError } from '@/lib/domain/errors';
import { ensureCan } from '@/lib/domain/policy';
import { eachSentence } from '@/lib/domain/text/sentences';
import { derivedId } from '../derived-id';
import { annotateComments } from './comment-annotations';

/** What a new article is made of. With `commandId`, sending it again gives the first answer again. */
export type ArticleRequest = {
  readonly id?: string | undefined;
  readonly commandId?: string | undefined;
  readonly details: ArticleDetails;
  readonly doc: ArticleDoc;
  /** Comments that came with it; they become annotations. */
  readonly comments?: readonly DraftComment[] | undefined;
  readonly isSample?: boolean | undefined;
};

/** Where the new article is found; `seq` is that of its latest event. */
export type CreatedArticle = {
  readonly articleId: string;
  readonly revisionId: string;
  readonly seq: number;
};

/**
 * Puts an article into the actor's team, with its first revision: canonical text, hash and sentences are made here.
 * Throws FORBIDDEN, INVALID (no text, id taken) or TOO_LARGE; nothing half-made stays behind.
 */
export async function createArticle(actor: Actor, request: ArticleRequest): Promise<CreatedArticle> {
  ensureCan(actor, 'article.import');
  const commandId = request.commandId ?? randomUUID();
  const id = request.id ?? derivedId('article', actor.userId, commandId);
  const at = new Date().toISOString();
  const revision = await firstRevision(request.doc, request.details.language, at);
  const commented = await annotateComments(actor, request.comments ?? [], { articleId: id, revision, at });
  return insertOnce(actor, {
    id,
    commandId,
    details: request.details,
    isSample: request.isSample ?? false,
    revision,
    ...commented,
    annotationCommandIds: commented.annotations.map(() => randomUUID()),
    at,
  });
}

/** The first revision of a document. Throws INVALID when there is no text in it and TOO_LARGE when too much. */
export async function firstRevision(doc: ArticleDoc, language: string | null, at: string): Promise<Revision> {
  let text = '';
  await eachInTurns(doc.content, (block) => {
    text += canonicalText({ type: 'doc', content: [block] });
  });
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new DomainError('INVALID', 'There is no text in this article. Give at least one sentence.');
  }
  if (text.length > maxArticleLength) {
    throw new DomainError(
      'TOO_LARGE',
      `This article is longer than ${maxArticleLength} characters. Divide it into parts.`,
    );
  }
  const sentences: Passage[] = [];
  await eachInTurns(eachSentence(text, language), (sentence) => {
    if (sentence !== undefined) sentences.push(sentence);
  });
  return { id: randomUUID(), number: 1, doc, text, hash: sha256(text), sentences, createdAt: at };
}

/** Inserts the article, or finds the one that this request has made before. */
export async function insertOnce(
  actor: Actor,
  article: NewArticle,
  before?: Parameters<typeof insertArticle>[2],
): Promise<CreatedArticle> {
  const made = await findCreated(actor, article);
  if (made !== undefined) return made;
  try {
    const seq = await insertArticle(actor, article, before);
    return { articleId: article.id, revisionId: article.revision.id, seq };
  } catch (error) {
    // The same request may have been on its way twice; whoever came second finds the other's article now.
    const meanwhile = await findCreated(actor, article);
    if (meanwhile !== undefined) return meanwhile;
    throw error;
  }
}

async function findCreated(
  actor: Actor,
  { id: articleId, commandId, annotations }: NewArticle,
): Promise<CreatedArticle | undefined> {
  const event = await db.articleEvent.findFirst({
    where: {
      articleId,
      commandId,
      actorId: actor.userId,
      type: 'article.imported',
      article: { teamId: actor.teamId, deletedAt: null },
    },
    select: { revisionId: true, seq: true },
  });
  if (event === null) return undefined;
  // What came in with it stands after the event, or before it where it brought a record of its own.
  const seq = event.seq === 1 ? 1 + annotations.length : event.seq;
  return { articleId, revisionId: event.revisionId, seq };
}
