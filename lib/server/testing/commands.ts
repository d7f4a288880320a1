import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleState } from '@/lib/domain/apply';
import type { Command } from '@/lib/domain/commands';
import { coverageOf } from '@/lib/domain/coverage';
import { DomainError, type ErrorCode } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import { plainToRichText } from '@/lib/domain/rich-text';
import { getArticleState } from '../articles/get-article-state';
import { execute } from '../execute';
import { command, portStatistics, type WithoutId } from './new-command';

// Apart from the rest, which needs the runner of these tests.
export { command, portStatistics } from './new-command';

/** The desk of a test: an actor at an article, with short words for what is done there. */
export function desk(actor: Actor, articleId: string, revisionId: string) {
  const run = (request: WithoutId<Command>): Promise<ArticleEvent> =>
    execute(actor, articleId, command(request));
  return {
    run,
    mark: async (start: number, end: number, mark: 'claim' | 'opinion' = 'claim'): Promise<string> => {
      const annotationId = randomUUID();
      await run({ type: 'annotation.create', annotationId, revisionId, mark, passage: { start, end } });
      return annotationId;
    },
    note: async (annotationId: string, words: string): Promise<string> => {
      const noteId = randomUUID();
      await run({ type: 'note.create', annotationId, noteId, body: plainToRichText(words) });
      return noteId;
    },
    attach: async (annotationId: string): Promise<string> => {
      const evidenceId = randomUUID();
      await run({ type: 'evidence.create', annotationId, evidenceId, fields: portStatistics });
      return evidenceId;
    },
    flag: async (annotationId: string, reason = 'The figure looks wrong.'): Promise<string> => {
      const flagId = randomUUID();
      await run({ type: 'flag.raise', annotationId, flagId, fields: { reason, priority: 'high' } });
      return flagId;
    },
  };
}

/** Expects a refusal with this code, whose sentence a person can read; returns it. */
export async function refusal(promise: Promise<unknown>, code: ErrorCode): Promise<DomainError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DomainError))
    throw error ?? new Error(`Expected a refusal (${code}), got an answer.`);
  expect(error.code).toBe(code);
  expect(error.message).toMatch(/^[A-Z0-9].*[.?!]$/);
  return error;
}

/** Everything that a refused change could have left behind: the article's row and the number of rows that hang on it. */
export async function traces(articleId: string): Promise<unknown> {
  const ofAnnotation = { annotation: { articleId } };
  return {
    article: await db.article.findUniqueOrThrow({ where: { id: articleId } }),
    events: await db.articleEvent.count({ where: { articleId } }),
    annotations: await db.annotation.findMany({ where: { articleId }, orderBy: { id: 'asc' } }),
    notes: await db.note.findMany({ where: ofAnnotation, orderBy: { id: 'asc' } }),
    evidence: await db.evidence.findMany({ where: ofAnnotation, orderBy: { id: 'asc' } }),
    flags: await db.flag.findMany({ where: ofAnnotation, orderBy: { id: 'asc' } }),
    threads: await db.thread.findMany({ where: ofAnnotation, orderBy: { id: 'asc' } }),
    replies: await db.reply.findMany({ where: { thread: ofAnnotation }, orderBy: { id: 'asc' } }),
  };
}

/** Expects the counters that lists show to be what counting everything gives. */
export async function expectCountersRight(actor: Actor, articleId: string): Promise<ArticleState> {
  const state = await getArticleState(actor, articleId);
  const annotations = Object.values(state.annotations);
  const coverage = coverageOf(state.revision.sentences, annotations);
  const row = await db.article.findUniqueOrThrow({ where: { id: articleId } });
  expect({
    sentences: row.sentenceCount,
    decided: row.decidedCount,
    annotations: row.annotationCount,
    openFlags: row.openFlagCount,
  }).toEqual({
    sentences: coverage.total,
    decided: coverage.decided,
    annotations: annotations.length,
    openFlags: annotations.flatMap(({ flags }) => flags).filter(({ looked }) => looked === null).length,
  });
  return state;
}
