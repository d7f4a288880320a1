import { expect, it } from 'vitest';
import type { SessionReport } from '@/lib/domain/report/session-report';
import { summaryOf } from '@/lib/domain/report/session-summary';
import { article, at, claim, claimId, idOf, people } from '@/lib/domain/testing/desk';
import { type Room, roomAfter } from '@/lib/domain/testing/room';
import { sessionToHtml } from './session-html';
import { sessionToJson } from './session-json';

const nasty = '<img src=x onerror=alert(1)> & "quotes"';
const { editor, mara, tom } = people;
const sessionId = idOf(500);
const ballotId = idOf(501);

function report(): SessionReport {
  const start: Room = { state: article(claim()), events: [] };
  const fields = {
    goal: nasty,
    deadlineAt: null,
    participantIds: [mara.userId, tom.userId],
    firstCome: false,
  };
  let room = roomAfter(start, editor, { type: 'session.open', sessionId, fields }, at);
  const run = (actor: typeof editor, wish: Parameters<typeof roomAfter>[2]): void => {
    room = roomAfter(room, actor, wish, at);
  };
  run(editor, { type: 'session.call_vote', sessionId, ballotId, annotationId: claimId });
  for (const [actor, outcome] of [
    [mara, 'incorrect'],
    [tom, 'confirmed'],
    [editor, 'confirmed'],
  ] as const)
    run(actor, {
      type: 'session.vote',
      sessionId,
      ballotId,
      round: 1,
      fields: { outcome, verdict: null, note: nasty },
    });
  run(editor, { type: 'session.close', sessionId, version: 1, conclusion: nasty });
  const { session } = room.state;
  if (session === null) throw new Error('There is no session.');
  return {
    summary: summaryOf(session, room.state, room.events, { decided: 1, total: 2 }),
    article: { id: room.state.article.id, title: nasty, language: 'en' },
    teamName: nasty,
    people: { [mara.userId]: { id: mara.userId, name: nasty } },
    passages: { [claimId]: nasty, [idOf(77)]: 'Not named anywhere' },
    made: { at, by: { id: editor.userId, name: nasty } },
  };
}

it('writes a page that loads nothing, runs nothing and says what happened', () => {
  const html = sessionToHtml(report());
  expect(html).not.toMatch(/<img|<script|src=x onerror=alert\(1\)>/);
  expect(html).toContain('&#60;img src=x');
  expect(html).toContain("default-src 'none'");
  expect(html).toMatch(/Dissent kept:<\/b> &#60;img/);
  expect(html).toContain('Krippendorff’s alpha before discussion');
  expect(html).not.toMatch(/https?:\/\//);
});

it('writes the same for machines, with the passages that it names', () => {
  const json = JSON.parse(sessionToJson(report()));
  expect(json).toMatchObject({
    format: 'galley-session',
    version: 1,
    session: { id: sessionId, goal: nasty },
    votes: [{ annotationId: claimId, majority: 'confirmed' }],
  });
  expect(Object.keys(json.passages)).toEqual([claimId]);
  expect(json.votes[0].dissent).toHaveLength(1);
});
