import { randomUUID } from 'node:crypto';
import type { Actor } from '@/lib/domain/actor';
import { act } from './articles';

/** Opens a session on an article as an editor would; answers with its id. */
export async function makeSession(
  editor: Actor,
  articleId: string,
  participants: readonly Actor[],
  goal = 'Every claim before noon',
): Promise<string> {
  const sessionId = randomUUID();
  const participantIds = participants.map(({ userId }) => userId);
  const fields = { goal, deadlineAt: null, participantIds, firstCome: false };
  await act(editor, articleId, { type: 'session.open', sessionId, fields });
  return sessionId;
}

/** Calls a vote on a claim; answers with the ballot's id. */
export async function callVote(
  editor: Actor,
  articleId: string,
  sessionId: string,
  annotationId: string,
): Promise<string> {
  const ballotId = randomUUID();
  await act(editor, articleId, { type: 'session.call_vote', sessionId, ballotId, annotationId });
  return ballotId;
}

/** Ends a session that nobody has changed since it was opened. */
export async function closeSession(editor: Actor, articleId: string, sessionId: string): Promise<void> {
  await act(editor, articleId, { type: 'session.close', sessionId, version: 1, conclusion: 'Print it.' });
}
