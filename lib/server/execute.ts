import 'server-only';
import { randomUUID } from 'node:crypto';
import { change } from '@/lib/db/change';
import { db } from '@/lib/db/client';
import { readBlindness } from '@/lib/db/team-rules';
import type { Actor } from '@/lib/domain/actor';
import { type Command, type CommandAnswer, commandSchema } from '@/lib/domain/commands';
import { DomainError, notFound } from '@/lib/domain/errors';
import type { ArticleEvent } from '@/lib/domain/events';
import { idSchema } from '@/lib/domain/ids';
import type { TextCommand } from '@/lib/domain/text-commands';
import { sealCurrentFor, sealEventFor } from './annotations/seal-for';
import { refusalOf } from './error-answer';
import { log } from './log';
import { sentenceOfIssues } from './validate';

/**
 * Carries out one command for an actor and answers with its event. The same command sent again by the same actor
 * changes nothing and gets the same event. Throws the refusal of `decide`, or NOT_FOUND for an unseen article.
 */
export async function execute(
  actor: Actor,
  articleId: string,
  command: Command | TextCommand,
): Promise<ArticleEvent> {
  if (!idSchema.safeParse(articleId).success) throw notFound('article');
  try {
    const event = await change({ actor, articleId, command, now: () => new Date() });
    const holdsSealed = ['check', 'checks', 'annotation', 'ballot'].some((part) => part in event.body);
    return holdsSealed ? sealEventFor(actor, await readBlindness(db, actor.teamId), event) : event;
  } catch (error) {
    throw await sealedRefusal(actor, error);
  }
}

/** A refusal may carry what stands there now, and that may be a proposal which the actor must not see yet. */
async function sealedRefusal(actor: Actor, error: unknown): Promise<unknown> {
  if (!(error instanceof DomainError) || error.details?.current === undefined) return error;
  const current = sealCurrentFor(actor, await readBlindness(db, actor.teamId), error.details.current);
  return new DomainError(error.code, error.message, { ...error.details, current });
}

/**
 * Carries out several commands in order, one answer each; one that is refused or is no command at all does not stop
 * the next. Throws NOT_FOUND when the article is unseen, and UNAVAILABLE when the database is away: then all may be
 * sent again.
 */
export async function executeAll(
  actor: Actor,
  articleId: string,
  requests: readonly unknown[],
): Promise<CommandAnswer[]> {
  await ensureArticleOfTeam(actor, articleId);
  const answers: CommandAnswer[] = [];
  for (const request of requests) {
    answers.push(
      await executeRequest(actor, articleId, request).then(
        (event) => ({ ok: true, event }),
        (error: unknown) => refusalAnswer(error, { actorId: actor.userId, articleId }),
      ),
    );
  }
  return answers;
}

/** Reads one command as it came to a door and carries it out. Throws INVALID when it is none. */
export async function executeRequest(
  actor: Actor,
  articleId: string,
  request: unknown,
): Promise<ArticleEvent> {
  const parsed = commandSchema.safeParse(request);
  if (!parsed.success) throw new DomainError('INVALID', sentenceOfIssues(parsed.error.issues));
  return execute(actor, articleId, parsed.data);
}

/** Deleted articles pass here, because one can be restored; `change` looks again under the lock. */
async function ensureArticleOfTeam(actor: Actor, id: string): Promise<void> {
  const isId = idSchema.safeParse(id).success;
  const found = isId && (await db.article.count({ where: { id, teamId: actor.teamId, erasedAt: null } })) > 0;
  if (!found) throw notFound('article');
}

function refusalAnswer(error: unknown, about: { actorId: string; articleId: string }): CommandAnswer {
  const id = randomUUID();
  const refusal = refusalOf(error);
  if (refusal === undefined) {
    log.error('A command failed', { ...about, id, error });
    return { ok: false, error: { code: 'INTERNAL', message: 'Something went wrong. Try again.', id } };
  }
  if (refusal.code === 'UNAVAILABLE') throw error;
  const { code, message, details } = refusal;
  return { ok: false, error: { code, message, id, ...(details && { current: details.current }) } };
}
