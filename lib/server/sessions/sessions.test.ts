import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/domain/actor';
import { applyEvent } from '@/lib/domain/apply';
import { frozenSentence } from '@/lib/domain/policy';
import type { SessionFields } from '@/lib/domain/session';
import { makeArticle } from '@/prisma/builders/article';
import { buildMember, makeTeam } from '@/prisma/builders/team';
import { seedDemo } from '@/prisma/seed';
import { getAnnotation } from '../annotations/find-annotations';
import { findEvents } from '../articles/find-events';
import { findHistory } from '../articles/find-history';
import { getArticleState } from '../articles/get-article-state';
import { getPastState } from '../articles/get-past-state';
import { execute, executeAll } from '../execute';
import { findInbox } from '../inbox/find-inbox';
import { eraseDeletedArticles } from '../jobs/erase-deleted-articles';
import { exportArticle } from '../reports/export-article';
import { exportQuery } from '../reports/export-query';
import { command, desk, refusal, traces } from '../testing/commands';
import { verifyChains } from '../verify-chains';
import { exportSession } from './export-session';
import { findClosedSessions, findSessionsUnderWay } from './find-sessions';
import { getSession, getSessionReport } from './get-session';

const text = 'The port grew by 40 percent. That is splendid news. The quay cost 12 million.';
let team: Awaited<ReturnType<typeof makeTeam>>;
let second: Actor;

beforeAll(async () => {
  team = await makeTeam();
  second = await buildMember(team.id, { name: 'The second reviewer', role: 'reviewer' });
});

/** An article with one claim and a session on it that everybody takes part in. */
async function open(fields: Partial<SessionFields> = {}) {
  const { articleId, revisionId } = await makeArticle(team.editor, { text });
  const annotationId = await desk(team.reviewer, articleId, revisionId).mark(0, 28);
  const sessionId = randomUUID();
  const ballotId = randomUUID();
  const by = (actor: Actor) => desk(actor, articleId, revisionId);
  await by(team.editor).run({
    type: 'session.open',
    sessionId,
    fields: {
      goal: 'Check the harbour',
      deadlineAt: null,
      participantIds: [team.reviewer.userId, second.userId],
      firstCome: false,
      ...fields,
    },
  } as Parameters<ReturnType<typeof desk>['run']>[0]); // its lists are only readonly
  const vote = (actor: Actor, note: string, round = 1) =>
    by(actor).run({
      type: 'session.vote',
      sessionId,
      ballotId,
      round,
      fields: { outcome: 'incorrect', verdict: null, note },
    });
  const call = () => by(team.editor).run({ type: 'session.call_vote', sessionId, ballotId, annotationId });
  return { articleId, revisionId, annotationId, sessionId, ballotId, by, vote, call };
}

/** Everything that leaves the server about an article and its session, as one text, for a reader. */
async function everyWayOut(reader: Actor, articleId: string, sessionId: string, annotationId: string) {
  const { seq } = await getArticleState(reader, articleId);
  const texts = [
    await getArticleState(reader, articleId),
    await findEvents(reader, articleId, { after: 0 }),
    await findHistory(reader, articleId, {}),
    await getAnnotation(reader, annotationId),
    ...(await Promise.all(Array.from({ length: seq }, (_, at) => getPastState(reader, articleId, at + 1)))),
    await getSessionReport(reader, sessionId, new Date()),
    await findSessionsUnderWay(reader),
    await findClosedSessions(reader, {}),
    await findInbox(reader, { split: 'all' }),
  ].map((value) => JSON.stringify(value));
  const files = [
    await exportSession(reader, sessionId, { format: 'html' }),
    await exportSession(reader, sessionId, { format: 'json' }),
    ...(await Promise.all(
      (['html', 'json'] as const).map((format) =>
        exportArticle(reader, articleId, exportQuery.parse({ format })),
      ),
    )),
  ];
  return [...texts, ...(await Promise.all(files.map((file) => file.text())))].join('\n');
}

describe('a session', () => {
  it('is opened once at a time, and only for an article of the team', async () => {
    const { articleId, by, sessionId } = await open();
    const fields = { goal: 'Again', deadlineAt: null, participantIds: [], firstCome: false };
    const again = { type: 'session.open', sessionId: randomUUID(), fields } as const;
    await refusal(by(team.owner).run(again), 'INVALID');
    await refusal(by(team.reviewer).run(again), 'FORBIDDEN');
    const other = await makeTeam('Others');
    await refusal(execute(other.editor, articleId, command(again)), 'NOT_FOUND');
    await refusal(getSession(other.owner, sessionId), 'NOT_FOUND');
    await refusal(getSessionReport(other.owner, sessionId, new Date()), 'NOT_FOUND');
    await refusal(exportSession(other.owner, sessionId, { format: 'json' }), 'NOT_FOUND');
    expect((await findSessionsUnderWay(other.owner)).items).toEqual([]);
    const elsewhere = await makeArticle(team.editor, { text });
    const join = command({ type: 'session.join', sessionId });
    await refusal(execute(team.viewer, elsewhere.articleId, join), 'NOT_FOUND');
  });

  it('writes into the tables what the events say, at every moment', async () => {
    const { articleId, annotationId, sessionId, ballotId, by, vote, call } = await open();
    const start = await getArticleState(team.viewer, articleId);
    await by(team.reviewer).run({ type: 'check.begin', annotationId, version: 1 });
    await by(team.viewer).run({ type: 'session.join', sessionId });
    await call();
    await vote(team.reviewer, 'First.');
    await by(team.editor).run({ type: 'session.reveal', sessionId, ballotId });
    await by(team.editor).run({ type: 'session.freeze', sessionId, version: 2, afterMinutes: 0 });
    await by(team.editor).run({ type: 'session.close', sessionId, version: 3, conclusion: 'Print.' });
    await by(team.editor).run({ type: 'session.reopen', sessionId, version: 4 });
    const { items } = await findEvents(team.viewer, articleId, { after: start.seq });
    const after = await getArticleState(team.viewer, articleId);
    expect(items.reduce(applyEvent, start)).toEqual(after);
    expect(after.session).toMatchObject({ version: 5, closing: null, frozenAt: null });
    expect(after.clocks[annotationId]?.since).toBe(items.at(-1)?.at);
    for (const { seq } of items) {
      const { state } = await getPastState(team.viewer, articleId, seq);
      const replayed = items.filter((event) => event.seq <= seq).reduce(applyEvent, start);
      expect(state.session).toEqual(replayed.session);
      expect(state.clocks).toEqual(replayed.clocks);
    }
    expect((await verifyChains()).faults).toEqual([]);
  });

  it('tells those who are invited, once, and whose vote is asked', async () => {
    const { articleId, sessionId, by, call } = await open({ goal: 'Canary-goal' });
    await by(team.editor).run({
      type: 'session.change',
      sessionId,
      version: 1,
      changes: {
        participantIds: [team.reviewer.userId, second.userId, team.viewer.userId, team.editor.userId],
      },
    });
    await call();
    const kindsFor = async (actor: Actor) =>
      (await findInbox(actor, { split: 'all' })).items
        .filter((item) => item.articleId === articleId)
        .map(({ kind }) => kind);
    expect(await kindsFor(team.reviewer)).toEqual(['vote_called', 'session_invitation']);
    expect(await kindsFor(team.viewer)).toEqual(['session_invitation']);
    expect(await kindsFor(team.editor)).toEqual([]);
    const rows = await db.notification.findMany({ where: { articleId } });
    expect(JSON.stringify(rows)).not.toContain('Canary');
  });
});

describe('sealed votes', () => {
  it('leave the server by no way before they are revealed, except to who cast them', async () => {
    const { articleId, annotationId, sessionId, ballotId, by, vote, call } = await open();
    await call();
    const answer = await vote(team.reviewer, 'Canary-one');
    expect(JSON.stringify(answer)).toContain('Canary-one');
    expect(JSON.stringify(await vote(second, 'Canary-two'))).not.toContain('Canary-one');
    for (const reader of [team.owner, team.editor, team.viewer]) {
      const out = await everyWayOut(reader, articleId, sessionId, annotationId);
      expect(out).toContain('sealed');
      expect(out).not.toMatch(/Canary-one|Canary-two/);
    }
    const own = await everyWayOut(team.reviewer, articleId, sessionId, annotationId);
    expect(own).toContain('Canary-one');
    expect(own).not.toContain('Canary-two');
    await by(team.editor).run({ type: 'session.reveal', sessionId, ballotId });
    const open_ = await everyWayOut(team.viewer, articleId, sessionId, annotationId);
    expect(open_).toMatch(/Canary-one/);
    expect(open_).toMatch(/Canary-two/);
    // What was sealed when it happened stays so in the record of that moment.
    const { state } = await getPastState(team.viewer, articleId, 5);
    expect(JSON.stringify(state.ballots)).not.toContain('Canary');
  });

  it('all count when everybody votes in the same moment, each sent several times', async () => {
    const { articleId, sessionId, ballotId, vote: _vote, call } = await open();
    await call();
    const voters = [team.reviewer, second, team.editor];
    const cast = voters.map((actor, index) => ({
      actor,
      request: command({
        type: 'session.vote',
        sessionId,
        ballotId,
        round: 1,
        fields: { outcome: 'confirmed', verdict: null, note: `Vote ${index}` },
      }),
    }));
    const sent = [...cast, ...cast, ...cast];
    const answers = await Promise.all(sent.map(({ actor, request }) => execute(actor, articleId, request)));
    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(3);
    const { ballots } = await getArticleState(team.viewer, articleId);
    const [round] = ballots[0]?.rounds ?? [];
    expect(round?.votes.map(({ byId }) => byId).sort()).toEqual(voters.map(({ userId }) => userId).sort());
    expect(round?.revealed).toMatchObject({ byId: null });
    expect(await db.articleEvent.count({ where: { articleId, type: 'session.voted' } })).toBe(3);
  });
});

describe('a frozen article', () => {
  it('refuses every change by every door, leaves no trace and can be closed', async () => {
    const { articleId, annotationId, sessionId, by } = await open();
    await by(team.editor).run({ type: 'session.freeze', sessionId, version: 1, afterMinutes: 0 });
    const before = await traces(articleId);
    for (const actor of [team.owner, team.editor, team.reviewer]) {
      const [note, begun, mark] = await executeAll(actor, articleId, [
        command({
          type: 'note.create',
          annotationId,
          noteId: randomUUID(),
          body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Late.' }] }] },
        }),
        command({ type: 'check.begin', annotationId, version: 1 }),
        command({ type: 'annotation.delete', annotationId, version: 1 }),
      ]);
      for (const answer of [note, begun, mark])
        expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID', message: frozenSentence } });
    }
    await refusal(by(team.owner).run({ type: 'article.delete' }), 'INVALID');
    expect(await traces(articleId)).toEqual(before);
    await refusal(by(team.reviewer).run({ type: 'session.thaw', sessionId, version: 2 }), 'FORBIDDEN');
    await by(team.editor).run({ type: 'session.close', sessionId, version: 2, conclusion: '' });
    await by(team.reviewer).run({ type: 'check.begin', annotationId, version: 1 });
  });

  it('lets everything through until the last call is over', async () => {
    const { annotationId, sessionId, by } = await open();
    await by(team.editor).run({ type: 'session.freeze', sessionId, version: 1, afterMinutes: 10 });
    await by(team.reviewer).run({ type: 'check.begin', annotationId, version: 1 });
    await by(team.editor).run({ type: 'session.thaw', sessionId, version: 2 });
  });
});

describe('a closed session', () => {
  it('is summed up as it was, whatever happens on the article afterwards', async () => {
    const { articleId, revisionId, annotationId, sessionId, by, vote, call } = await open();
    await call();
    await vote(team.reviewer, 'Wrong figure.');
    await vote(second, 'Wrong figure.');
    await vote(team.editor, '<script>alert(1)</script>');
    await by(second).mark(52, 76);
    await by(team.editor).run({ type: 'session.close', sessionId, version: 1, conclusion: 'Print <it>.' });
    await by(team.reviewer).mark(29, 51);
    await by(team.reviewer).run({ type: 'check.begin', annotationId, version: 1 });
    const { summary, passages } = await getSessionReport(team.viewer, sessionId, new Date());
    expect(summary).toMatchObject({
      coverage: { before: { decided: 1, total: 3 }, after: { decided: 2, total: 3 } },
      claims: { total: 2, signedOff: 0 },
      agreement: { before: { unanimous: 1, rounds: 1, outcomes: { value: undefined, why: 'one_category' } } },
    });
    expect(summary.openItems.map(({ status }) => status)).toEqual(['unchecked', 'unchecked']);
    expect(passages[annotationId]).toBe('The port grew by 40 percent.');
    const counted = summary.people.flatMap(({ counts }) => Object.values(counts)).reduce((a, b) => a + b);
    expect(counted).toBe((summary.session.closing?.seq ?? 0) - summary.session.openedSeq + 1);
    const html = await (await exportSession(team.viewer, sessionId, { format: 'html' })).text();
    expect(html).toContain('Print &#60;it&#62;.');
    expect(html).not.toMatch(/<script|<it>/);
    expect(
      await db.auditEvent.count({ where: { teamId: team.id, type: 'report.exported' } }),
    ).toBeGreaterThan(0);
    expect(
      (await findClosedSessions(team.viewer, { limit: 100 })).items.map(({ session }) => session.id),
    ).toContain(sessionId);
    expect(await getSession(team.viewer, sessionId)).toMatchObject({ articleId, isLatest: true });
    expect(revisionId).toBeTruthy();
  });

  it('goes with its article, votes and all', async () => {
    const { articleId, by, vote, call } = await open();
    await call();
    await vote(team.reviewer, 'Canary-erased');
    await by(team.owner).run({ type: 'article.delete' });
    await eraseDeletedArticles(new Date(Date.now() + 48 * 3_600_000));
    expect(await db.session.count({ where: { articleId } })).toBe(0);
    expect(await db.ballot.count({ where: { articleId } })).toBe(0);
    expect(JSON.stringify(await db.articleEvent.findMany({ where: { articleId } }))).not.toContain('Canary');
  });
});

it('is there to be looked at in the demo team, with a vote sealed by somebody', async () => {
  await seedDemo();
  const { teamId, userId } = await db.membership.findFirstOrThrow({
    where: { role: 'owner', user: { email: 'olga@demo.example' } },
  });
  const owner: Actor = { userId, teamId, name: 'Olga Brandt', role: 'owner' };
  const [line, ...others] = (await findSessionsUnderWay(owner)).items;
  expect(others).toEqual([]);
  const { ballots } = await getArticleState(owner, line?.article.id ?? '');
  expect(ballots[0]?.rounds[0]?.votes).toMatchObject([{ sealed: true }]);
});
