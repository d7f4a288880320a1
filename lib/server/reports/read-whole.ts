import 'server-only';
import { db, type Reader } from '@/lib/db/client';
import { withParts } from '@/lib/db/parts';
import { toEvidence, toNote, toReply } from '@/lib/db/rows';
import { toBallot, toSession } from '@/lib/db/session-rows';
import { readTeamRules } from '@/lib/db/team-rules';
import { visibleArticles } from '@/lib/db/visible';
import type { Actor } from '@/lib/domain/actor';
import { notFound } from '@/lib/domain/errors';
import { sealBallot } from '@/lib/domain/sealed-ballot';
import type { TeamRules } from '@/lib/domain/team-rules';
import type { GalleyWhole } from '@/lib/exchange/galley/whole-schema';
import { annotationOut } from '@/lib/exchange/galley-json';
import { sealFor } from '../annotations/seal-for';

/** The parts of an article beside its present state that are few: the long ones are read while they are written. */
export type FewParts = Pick<GalleyWhole, 'frozenAt' | 'sessions' | 'ballots' | 'corrections' | 'deleted'>;

/** These parts as the actor may see them, and the number of the latest event when they were read. Throws NOT_FOUND. */
export async function readFewParts(
  actor: Actor,
  articleId: string,
): Promise<{ readonly seq: number; readonly rules: TeamRules; readonly parts: FewParts }> {
  return db.$transaction((tx) => read(tx, actor, articleId), { isolationLevel: 'RepeatableRead' });
}

async function read(reader: Reader, actor: Actor, articleId: string) {
  const article = await reader.article.findFirst({
    where: { id: articleId, ...visibleArticles(actor) },
    select: { seq: true, frozenAt: true },
  });
  if (article === null) throw notFound('article');
  const rules = await readTeamRules(reader, actor.teamId);
  const sessions = await reader.session.findMany({
    where: { articleId },
    orderBy: [{ openedSeq: 'asc' }, { id: 'asc' }],
  });
  const ballots = await reader.ballot.findMany({ where: { articleId }, orderBy: { id: 'asc' } });
  const corrections = await reader.correction.findMany({
    where: { articleId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  const parts = {
    frozenAt: article.frozenAt?.toISOString() ?? null,
    sessions: sessions.map(toSession).map((session) => ({
      ...session,
      participantIds: [...session.participantIds],
    })),
    ballots: ballots.map((row) => ballotOut(sealBallot(toBallot(row), actor.userId))),
    corrections: corrections.map(({ id, text, byId, at }) => ({ id, text, byId, at: at.toISOString() })),
    deleted: await readDeleted(reader, actor, rules, articleId),
  };
  return { seq: article.seq, rules, parts };
}

/** What can be brought back, with what hung on it. */
async function readDeleted(
  reader: Reader,
  actor: Actor,
  rules: TeamRules,
  articleId: string,
): Promise<FewParts['deleted']> {
  const gone = { deletedAt: { not: null } };
  const byTime = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  const rows = await reader.annotation.findMany({ where: { articleId, ...gone }, orderBy: byTime });
  const annotations = await withParts(reader, rows);
  const inArticle = { annotation: { articleId }, ...gone };
  const notes = await reader.note.findMany({ where: inArticle, orderBy: byTime });
  const evidence = await reader.evidence.findMany({
    where: inArticle,
    orderBy: byTime,
    include: { file: true },
  });
  const replies = await reader.reply.findMany({
    where: { thread: { annotation: { articleId } }, ...gone },
    orderBy: byTime,
  });
  return {
    annotations: annotations.map((annotation, index) => ({
      ...at(rows[index]),
      annotation: annotationOut(sealFor(actor, rules, annotation)),
    })),
    notes: notes.map((row) => ({ ...at(row), annotationId: row.annotationId, note: toNote(row) })),
    evidence: evidence.map((row) => ({
      ...at(row),
      annotationId: row.annotationId,
      evidence: toEvidence(row),
    })),
    replies: replies.map((row) => {
      const reply = toReply(row);
      return { ...at(row), threadId: row.threadId, reply: { ...reply, mentions: [...reply.mentions] } };
    }),
  };
}

const at = (row: { readonly deletedAt: Date | null } | undefined) => ({
  deletedAt: (row?.deletedAt ?? new Date(0)).toISOString(),
});

function ballotOut({ rounds, ...ballot }: ReturnType<typeof sealBallot>): FewParts['ballots'][number] {
  return {
    ...ballot,
    rounds: rounds.map((round) => ({
      ...round,
      voterIds: [...round.voterIds],
      votes: [...round.votes],
    })),
  };
}
