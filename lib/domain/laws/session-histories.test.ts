import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '../actor';
import { DomainError } from '../errors';
import { summaryOf } from '../report/session-summary';
import { sealBallot } from '../sealed-ballot';
import { isVoting, stateOfSession } from '../session';
import { article, at, claim, claimId, idOf, people, sentence, type Wish } from '../testing/desk';
import { type Room, roomAfter } from '../testing/room';

const actors: readonly Actor[] = Object.values(people);
const otherId = idOf(11);
const start: Room = { state: article(claim(), { ...claim(), id: otherId }), events: [] };

/** What somebody does next; numbers choose among what is there. */
type Doing = {
  readonly who: number;
  readonly what: number;
  readonly which: number;
  readonly minutes: number;
};
const doings = fc.array(
  fc.record({
    who: fc.nat({ max: actors.length - 1 }),
    what: fc.nat({ max: 24 }),
    which: fc.nat({ max: 30 }),
    minutes: fc.nat({ max: 4 }),
  }),
  { minLength: 10, maxLength: 60 },
);

function wishOf({ what, which }: Doing, { state }: Room, number: number): Wish {
  const sessionId = state.session?.id ?? idOf(500);
  const version = state.session?.version ?? 1;
  const annotationId = which % 2 === 0 ? claimId : otherId;
  const check = state.annotations[annotationId]?.check;
  const ballot = state.ballots[which % Math.max(state.ballots.length, 1)];
  const ballotId = ballot?.id ?? idOf(1);
  // Whoever votes says a word that stands nowhere else.
  const note = `canary-${number}`;
  const outcome = which % 3 === 0 ? 'incorrect' : 'confirmed';
  const ids = actors.slice(which % 4).map(({ userId }) => userId);
  const fields = { goal: 'Check it', deadlineAt: null, participantIds: ids, firstCome: which % 2 === 0 };
  switch (what) {
    case 0:
      return { type: 'session.open', sessionId: idOf(500 + number), fields };
    case 1:
      return { type: 'session.change', sessionId, version, changes: { participantIds: ids } };
    case 2:
      return { type: 'session.join', sessionId };
    case 3:
    case 11:
      return { type: 'session.call_vote', sessionId, ballotId: idOf(2_000 + number), annotationId };
    case 4:
    case 12:
      return { type: 'session.reveal', sessionId, ballotId };
    case 5:
    case 13:
      return { type: 'session.freeze', sessionId, version, afterMinutes: which % 3 };
    case 6:
      return { type: 'session.thaw', sessionId, version };
    case 7:
      return { type: 'session.close', sessionId, version, conclusion: '' };
    case 8:
      return { type: 'session.reopen', sessionId, version };
    case 9:
      return { type: 'check.begin', annotationId, version: check?.version ?? 1 };
    case 10:
      return { type: 'check.release', annotationId, version: check?.version ?? 1 };
    default:
      return {
        type: 'session.vote',
        sessionId,
        ballotId,
        round: ballot?.rounds.length ?? 1,
        fields: { outcome, verdict: null, note },
      };
  }
}

function play(list: readonly Doing[], see: (room: Room, before: Room, now: string) => void): Room {
  let room = roomAfter(
    start,
    people.editor,
    {
      type: 'session.open',
      sessionId: idOf(500),
      fields: {
        goal: 'Go',
        deadlineAt: null,
        participantIds: actors.map(({ userId }) => userId),
        firstCome: false,
      },
    },
    at,
  );
  let now = Date.parse(at);
  list.forEach((doing, number) => {
    now += doing.minutes * 60_000;
    // Editors lead sessions: half of all is done by one.
    const leads = doing.what < 14 && doing.which % 2 === 0;
    const actor = leads ? people.editor : (actors[doing.who] ?? people.editor);
    const instant = new Date(now).toISOString();
    try {
      const after = roomAfter(room, actor, wishOf(doing, room, number), instant);
      see(after, room, instant);
      room = after;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      expect(error.message).toMatch(sentence);
    }
  });
  return room;
}

it('shows no vote of somebody else before it is revealed, in whatever order things happen', () => {
  let hidden = 0;
  let shown = 0;
  fc.assert(
    fc.property(doings, (list) => {
      play(list, ({ state }) => {
        for (const { userId } of actors) {
          for (const ballot of state.ballots) {
            const seen = sealBallot(ballot, userId);
            for (const [index, round] of ballot.rounds.entries()) {
              const others = round.votes.filter(({ byId }) => byId !== userId);
              const inSight = JSON.stringify(seen.rounds[index]?.votes.filter(({ byId }) => byId !== userId));
              if (round.revealed === null) {
                hidden += others.length;
                expect(inSight).not.toMatch(/canary|confirmed|incorrect/);
              } else {
                shown += others.length;
                expect(inSight).toBe(JSON.stringify(others));
              }
              expect(seen.rounds[index]?.votes.map(({ byId }) => byId)).toEqual(
                round.votes.map(({ byId }) => byId),
              );
            }
          }
        }
      });
    }),
    { numRuns: 150 },
  );
  expect(hidden).toBeGreaterThan(100);
  expect(shown).toBeGreaterThan(100);
});

it('leaves nothing of the article changed while it is frozen, and closes over no sealed vote', () => {
  let frozenSteps = 0;
  fc.assert(
    fc.property(doings, (list) => {
      play(list, (after, before, now) => {
        const { session } = before.state;
        if (session !== null && stateOfSession(session, now) === 'frozen') {
          frozenSteps += 1;
          expect(after.state.annotations).toEqual(before.state.annotations);
          expect(after.state.article).toEqual(before.state.article);
          expect(['session.thawed', 'session.closed', 'session.revealed']).toContain(
            after.events.at(-1)?.body.type,
          );
        }
        if (after.events.at(-1)?.body.type === 'session.closed')
          expect(
            after.state.ballots.filter(({ sessionId }) => sessionId === session?.id).some(isVoting),
          ).toBe(false);
      });
    }),
    { numRuns: 150 },
  );
  expect(frozenSteps).toBeGreaterThan(10);
});

it('sums up exactly the events between opening and closing', () => {
  let sums = 0;
  fc.assert(
    fc.property(doings, (list) => {
      const { state, events } = play(list, () => {});
      const { session } = state;
      if (session === null) return;
      const own = events.filter(
        ({ seq }) => seq >= session.openedSeq && seq <= (session.closing?.seq ?? state.seq),
      );
      const summary = summaryOf(session, state, own, { decided: 0, total: 2 });
      const counted = summary.people
        .flatMap(({ counts }) => Object.values(counts))
        .reduce((a, b) => a + b, 0);
      expect(counted).toBe(own.length);
      const voted = own.flatMap(({ body }) => ('ballot' in body ? [body.ballot.id] : []));
      expect(new Set(summary.votes.map(({ ballot }) => ballot.id))).toEqual(new Set(voted));
      sums += 1;
    }),
    { numRuns: 100 },
  );
  expect(sums).toBeGreaterThan(90);
});
