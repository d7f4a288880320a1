import 'server-only';
import type { Actor } from '@/lib/domain/actor';
import type { Annotation } from '@/lib/domain/annotation';
import type { Command } from '@/lib/domain/commands';
import { DomainError, notFound } from '@/lib/domain/errors';
import type { ArticleEvent, EventBody } from '@/lib/domain/events';
import type { Instant } from '@/lib/domain/ids';
import { decide, type Given } from '@/lib/domain/laws/decide';
import { decideSession } from '@/lib/domain/laws/decide-session';
import { isSessionCommand } from '@/lib/domain/session-command';
import type { TextCommand } from '@/lib/domain/text-commands';
import { advance } from './advance';
import { sha256 } from './canonical';
import { changeText } from './change-text';
import { db, type Transaction } from './client';
import { counterChange } from './counters';
import { findNamed } from './given';
import { type LockedArticle, lockArticle } from './lock';
import { notify } from './notify';
import { findPeople } from './people';
import { toEvent } from './record';
import { getRevisionText, type RevisionText } from './revision-text';
import { toArticle } from './rows';
import { findSessionGiven } from './session-given';
import { ensureStorable } from './storable';
import { inTransaction } from './transaction';
import { writeRows } from './write';

/** One request to change an article. `now` gives the time of the server when it is this request's turn. */
export type ChangeRequest = {
  readonly actor: Actor;
  readonly articleId: string;
  readonly command: Command | TextCommand;
  readonly now: () => Date;
};

/**
 * The one transaction in which anything changes: visible, its turn, asked before, allowed, rows, event. A command id
 * that this actor has used on this article gets its first answer again and changes nothing. A refusal (NOT_FOUND,
 * FORBIDDEN, STALE, INVALID) leaves no trace.
 */
export async function change(request: ChangeRequest): Promise<ArticleEvent> {
  ensureStorable(request.command);
  return inTransaction(db, (tx) => changeOnce(tx, request));
}

async function changeOnce(
  tx: Transaction,
  { actor, articleId, command, now }: ChangeRequest,
): Promise<ArticleEvent> {
  const aboutDeletion = command.type === 'article.delete' || command.type === 'article.restore';
  const article = await lockArticle(tx, actor, articleId, { alsoDeleted: aboutDeletion });
  const answered = await findFirstAnswer(tx, actor, articleId, command.commandId);
  if (answered !== undefined) return answered;
  if (aboutDeletion) ensureDeletion(article, command.type === 'article.restore');
  const at = latest(now(), article.changedAt);
  if (command.type === 'article.revise' || command.type === 'article.append')
    return changeText(tx, command, { actor, article, at });
  const revision = await getRevisionText(tx, article.currentRevisionId);
  const nextSeq = article.seq + 1;
  const { body, before } = await decideUnderLock(tx, { actor, at, article, revision, nextSeq }, command);
  const event: ArticleEvent = {
    articleId,
    seq: nextSeq,
    commandId: command.commandId,
    actor: { id: actor.userId, name: actor.name },
    revisionId: article.currentRevisionId,
    at,
    body,
  };
  await writeRows(tx, body, { articleId, teamId: article.teamId, actorId: actor.userId, at });
  await notify(tx, event, article.teamId, before);
  await advance(tx, event, article.eventHash, counterChange(body, before, revision.sentences));
  return event;
}

type Locked = Pick<Given, 'actor' | 'at'> & {
  readonly article: LockedArticle;
  readonly revision: RevisionText;
  readonly nextSeq: number;
};

/** What a command makes happen, and the annotation that it names as it was before. */
async function decideUnderLock(
  tx: Transaction,
  { article, ...given }: Locked,
  command: Command,
): Promise<{ readonly body: EventBody; readonly before: Annotation | undefined }> {
  if (isSessionCommand(command)) {
    const about = await findSessionGiven(tx, article, command);
    return { body: decideSession(command, { ...given, ...about }), before: undefined };
  }
  const { actor, revision } = given;
  const frozenAt = article.frozenAt?.toISOString();
  const named = await findNamed(tx, actor, article, revision, command);
  const body = decide(command, { ...given, article: toArticle(article), frozenAt, hashOf: sha256, ...named });
  return { body, before: named.annotation };
}

/** The answer that a command id got when it was first sent. Throws when the id is somebody else's. */
async function findFirstAnswer(
  tx: Transaction,
  actor: Actor,
  articleId: string,
  commandId: string,
): Promise<ArticleEvent | undefined> {
  const row = await tx.articleEvent.findUnique({ where: { articleId_commandId: { articleId, commandId } } });
  if (row === null) return undefined;
  if (row.actorId !== actor.userId) {
    throw new DomainError('INVALID', 'Somebody else has used this command id already. Send a new one.');
  }
  const people = await findPeople(tx, actor.teamId, [row.actorId]);
  const event = toEvent(row, people[row.actorId] ?? { id: actor.userId, name: actor.name });
  if (event === undefined) throw notFound('article');
  return event;
}

function ensureDeletion(article: LockedArticle, restoring: boolean): void {
  const isDeleted = article.deletedAt !== null;
  if (restoring && !isDeleted) throw new DomainError('INVALID', 'This article is not deleted.');
  if (!restoring && isDeleted) throw notFound('article');
}

/** Time never runs backwards in an article's record, whatever the clock does. */
function latest(now: Date, before: Date): Instant {
  return new Date(Math.max(now.getTime(), before.getTime())).toISOString();
}
