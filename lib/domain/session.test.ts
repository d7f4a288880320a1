import { describe, expect, it } from 'vitest';
import type { Actor } from './actor';
import { freshCheck } from './check';
import { refusalInSession, type SessionAct, sessionActs } from './laws/session-laws';
import { frozenSentence } from './policy';
import { summaryOf } from './report/session-summary';
import { sealBallot } from './sealed-ballot';
import { isFrozenAt, lastRound, type Session, type SessionState, stateOfSession } from './session';
import { clocksAfter, heldUntil } from './session-clock';
import { article, at, claim, claimId, idOf, people, rating, refusalOf, sentence } from './testing/desk';
import { type Room, roomAfter } from './testing/room';
import { resultOf } from './vote-result';

const sessionId = idOf(500);
const ballotId = idOf(501);
const { owner, editor, mara, tom, ines, writer } = people;
const later = (minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const fields = {
  goal: 'Check the budget',
  deadlineAt: null,
  participantIds: [mara.userId, tom.userId],
  firstCome: false,
};
const start: Room = { state: article(claim()), events: [] };
const opened = roomAfter(start, editor, { type: 'session.open', sessionId, fields }, at);
const called = roomAfter(
  opened,
  editor,
  { type: 'session.call_vote', sessionId, ballotId, annotationId: claimId },
  at,
);
const says = (room: Room, actor: Actor, outcome: 'confirmed' | 'incorrect', note = '', when = at): Room =>
  roomAfter(
    room,
    actor,
    {
      type: 'session.vote',
      sessionId,
      ballotId,
      round: room.state.ballots[0]?.rounds.length ?? 1,
      fields: { outcome, verdict: rating(outcome === 'confirmed' ? 'true' : 'false'), note },
    },
    when,
  );
const frozen = roomAfter(
  opened,
  editor,
  { type: 'session.freeze', sessionId, version: 1, afterMinutes: 0 },
  at,
);
const closed = roomAfter(
  opened,
  editor,
  { type: 'session.close', sessionId, version: 1, conclusion: 'Print it.' },
  later(30),
);
const refused = (act: () => unknown): string => {
  const { message } = refusalOf(act);
  expect(message).toMatch(sentence);
  return message;
};
const sessionOf = ({ state }: Room): Session => {
  if (state.session === null) throw new Error('There is no session.');
  return state.session;
};

/** For each act: by state none, open, frozen, closed what owner, editor, reviewer, viewer may: y or n. */
const table: Readonly<Record<SessionAct, readonly [string, string, string, string]>> = {
  open: ['yynn', 'nnnn', 'nnnn', 'yynn'],
  change: ['nnnn', 'yynn', 'nnnn', 'nnnn'],
  join: ['nnnn', 'yyyy', 'nnnn', 'nnnn'],
  call_vote: ['nnnn', 'yynn', 'nnnn', 'nnnn'],
  vote: ['nnnn', 'yyyn', 'nnnn', 'nnnn'],
  reveal: ['nnnn', 'yynn', 'yynn', 'nnnn'],
  freeze: ['nnnn', 'yynn', 'nnnn', 'nnnn'],
  thaw: ['nnnn', 'nnnn', 'yynn', 'nnnn'],
  close: ['nnnn', 'yynn', 'yynn', 'nnnn'],
  reopen: ['nnnn', 'nnnn', 'nnnn', 'yynn'],
};

describe('the laws of sessions', () => {
  const outsiders = [owner, { ...editor, userId: idOf(950) }, ines, writer];
  const states: readonly (readonly ['none' | SessionState, Session | null])[] = [
    ['none', null],
    ['open', sessionOf(opened)],
    ['frozen', sessionOf(frozen)],
    ['closed', sessionOf(closed)],
  ];
  const cells = sessionActs.flatMap((act) =>
    states.flatMap(([name, session], row) =>
      outsiders.map((actor, column) => [act, name, actor, session, table[act][row]?.[column]] as const),
    ),
  );
  it.each(cells)('%s in a session that is %s', (act, _name, actor, session, expected) => {
    const refusal = refusalInSession(act, actor, session, later(40));
    expect(refusal === undefined ? 'y' : 'n').toBe(expected);
    if (refusal !== undefined) expect(refusal).toMatch(sentence);
  });

  it('has the opener take part, and only people of the team', () => {
    expect(sessionOf(opened).participantIds).toEqual([editor.userId, mara.userId, tom.userId]);
    expect(sessionOf(opened).openedSeq).toBe(2);
    const strangers = { ...fields, participantIds: [idOf(999)] };
    expect(
      refused(() => roomAfter(start, editor, { type: 'session.open', sessionId, fields: strangers }, at)),
    ).toContain('not in the team');
  });

  it('is one at a time, and reopened only while no newer one was held', () => {
    const another = { type: 'session.open', sessionId: idOf(600), fields } as const;
    expect(refused(() => roomAfter(opened, editor, another, at))).toContain('already');
    const second = roomAfter(closed, editor, another, later(31));
    const reopen = { type: 'session.reopen', sessionId, version: 2 } as const;
    expect(refusalOf(() => roomAfter(second, editor, reopen, later(32))).code).toBe('NOT_FOUND');
    const again = roomAfter(closed, editor, reopen, later(31));
    expect(stateOfSession(sessionOf(again), later(31))).toBe('open');
  });

  it('refuses what was meant for an overtaken session', () => {
    const joined = roomAfter(opened, ines, { type: 'session.join', sessionId }, at);
    const change = { type: 'session.change', sessionId, version: 1, changes: { goal: 'Faster' } } as const;
    expect(refusalOf(() => roomAfter(joined, editor, change, at)).code).toBe('STALE');
    expect(refused(() => roomAfter(joined, ines, { type: 'session.join', sessionId }, at))).toContain(
      'already',
    );
  });
});

describe('a freeze', () => {
  const note = {
    type: 'note.create',
    annotationId: claimId,
    noteId: idOf(77),
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Seen.' }] }] },
  } as const;

  it('keeps the article as it is for everybody, the owner too, and says so', () => {
    for (const actor of [owner, editor, mara]) {
      expect(refused(() => roomAfter(frozen, actor, note, later(1)))).toBe(frozenSentence);
      expect(
        refused(() =>
          roomAfter(frozen, actor, { type: 'check.begin', annotationId: claimId, version: 1 }, later(1)),
        ),
      ).toBe(frozenSentence);
    }
    expect(refused(() => roomAfter(frozen, owner, { type: 'article.delete' }, later(1)))).toBe(
      frozenSentence,
    );
  });

  it('comes after the last call, and until then everything goes on', () => {
    const last = roomAfter(
      opened,
      editor,
      { type: 'session.freeze', sessionId, version: 1, afterMinutes: 5 },
      at,
    );
    expect(isFrozenAt(sessionOf(last).frozenAt, later(4))).toBe(false);
    expect(roomAfter(last, mara, note, later(4)).state.seq).toBe(4);
    expect(refused(() => roomAfter(last, mara, note, later(5)))).toBe(frozenSentence);
    const thawed = roomAfter(last, editor, { type: 'session.thaw', sessionId, version: 2 }, later(2));
    expect(roomAfter(thawed, mara, note, later(6)).state.seq).toBe(5);
  });

  it('ends with the session', () => {
    const over = roomAfter(
      frozen,
      editor,
      { type: 'session.close', sessionId, version: 2, conclusion: '' },
      later(2),
    );
    expect(roomAfter(over, mara, note, later(3)).state.seq).toBe(5);
  });
});

describe('a sealed vote', () => {
  it('asks the participants who check, and at least two of them', () => {
    expect(lastRound(called.state.ballots[0] ?? { ...neverBallot })?.voterIds).toEqual([
      editor.userId,
      mara.userId,
      tom.userId,
    ]);
    const alone = roomAfter(
      start,
      editor,
      { type: 'session.open', sessionId, fields: { ...fields, participantIds: [writer.userId] } },
      at,
    );
    const call = { type: 'session.call_vote', sessionId, ballotId, annotationId: claimId } as const;
    expect(refused(() => roomAfter(alone, editor, call, at))).toContain('at least two');
    expect(refused(() => says(called, ines, 'confirmed'))).toContain('not asked');
    expect(refused(() => roomAfter(called, editor, { ...call, ballotId: idOf(502) }, at))).toContain(
      'under way',
    );
  });

  it('shows each voter their own vote and nobody another one, until the last has voted', () => {
    const one = says(called, mara, 'incorrect', 'Canary one');
    const two = says(one, tom, 'confirmed', 'Canary two');
    const seen = (userId: string, room: Room) =>
      JSON.stringify(room.state.ballots.map((ballot) => sealBallot(ballot, userId)));
    expect(seen(mara.userId, two)).toContain('Canary one');
    expect(seen(mara.userId, two)).not.toContain('Canary two');
    expect(seen(editor.userId, two)).not.toMatch(/Canary|incorrect/);
    expect(seen(editor.userId, two)).toContain(tom.userId);
    const all = says(two, editor, 'confirmed');
    expect(all.state.ballots[0]?.rounds[0]?.revealed).toEqual({ byId: null, at });
    expect(seen(writer.userId, all)).toMatch(/Canary one.*Canary two/s);
  });

  it('can be changed until it is revealed, then stays', () => {
    const again = says(says(called, mara, 'incorrect'), mara, 'confirmed');
    expect(lastRound(again.state.ballots[0] ?? neverBallot)?.votes).toHaveLength(1);
    const revealed = roomAfter(again, editor, { type: 'session.reveal', sessionId, ballotId }, later(1));
    expect(refused(() => says(revealed, tom, 'confirmed'))).toContain('open already');
    expect(
      refused(() => roomAfter(revealed, editor, { type: 'session.reveal', sessionId, ballotId }, later(1))),
    ).toContain('open already');
  });

  it('is held again after the discussion; agreement before and after and dissent are kept', () => {
    const first = says(says(says(called, mara, 'incorrect'), tom, 'confirmed'), editor, 'confirmed');
    const secondCall = roomAfter(
      first,
      editor,
      { type: 'session.call_vote', sessionId, ballotId: idOf(503), annotationId: claimId },
      later(1),
    );
    expect(secondCall.state.ballots).toHaveLength(1);
    const late = {
      type: 'session.vote',
      sessionId,
      ballotId,
      round: 1,
      fields: { outcome: 'confirmed', verdict: null, note: '' },
    } as const;
    expect(refusalOf(() => roomAfter(secondCall, mara, late, later(1))).code).toBe('STALE');
    const done = says(says(says(secondCall, mara, 'confirmed'), tom, 'confirmed'), editor, 'confirmed');
    const { before, after, dissent, majority } = resultOf(done.state.ballots[0] ?? neverBallot);
    expect(before?.votes).toHaveLength(3);
    expect(after?.votes.every((vote) => 'outcome' in vote && vote.outcome === 'confirmed')).toBe(true);
    expect([dissent, majority]).toEqual([[], 'confirmed']);
    const summary = summaryOf(sessionOf(done), done.state, done.events, { decided: 1, total: 2 });
    const once = summaryOf(sessionOf(first), first.state, first.events, { decided: 1, total: 2 });
    expect(once.agreement.after).toBeNull();
    expect(summary.agreement.before).toMatchObject({ unanimous: 0, rounds: 1 });
    expect(summary.agreement.before.outcomes.value).toBeCloseTo(0);
    expect(summary.agreement.after).toMatchObject({
      unanimous: 1,
      outcomes: { value: undefined, why: 'one_category' },
      kappa: null,
    });
    expect(resultOf({ ...(first.state.ballots[0] ?? neverBallot) }).dissent.map(({ byId }) => byId)).toEqual([
      mara.userId,
    ]);
  });

  it('must be revealed before the session is closed, also in a frozen one', () => {
    const close = (version: number) =>
      ({ type: 'session.close', sessionId, version, conclusion: '' }) as const;
    expect(refused(() => roomAfter(called, editor, close(1), at))).toContain('Reveal it');
    const still = roomAfter(
      called,
      editor,
      { type: 'session.freeze', sessionId, version: 1, afterMinutes: 0 },
      at,
    );
    expect(refused(() => says(still, mara, 'confirmed', '', later(1)))).toBe(frozenSentence);
    const revealed = roomAfter(still, editor, { type: 'session.reveal', sessionId, ballotId }, later(1));
    expect(roomAfter(revealed, editor, close(2), later(2)).state.session?.closing?.seq).toBe(6);
  });
});

describe('the clock of a claim', () => {
  const held = { holder: { byId: mara.userId, at } };
  const free = { holder: null };
  const on = (check: { readonly holder: object | null }) => ({
    type: 'check.x',
    annotationId: claimId,
    check,
  });

  it('runs while somebody is on the claim, also when another takes over, and rests while nobody is', () => {
    let clocks = clocksAfter({}, on(held), later(0));
    clocks = clocksAfter(clocks, on(held), later(3));
    clocks = clocksAfter(clocks, on(free), later(10));
    clocks = clocksAfter(clocks, on(free), later(20));
    expect(clocks[claimId]).toEqual({ heldMs: 600_000, since: null });
    clocks = clocksAfter(clocks, on(held), later(30));
    expect(heldUntil(clocks[claimId] ?? { heldMs: 0, since: null }, later(35))).toBe(900_000);
    clocks = clocksAfter(clocks, { type: 'session.closed' }, later(40));
    expect(clocks[claimId]).toEqual({ heldMs: 1_200_000, since: null });
  });

  it('counts from the opening for a claim that was held before, and goes on after a reopening', () => {
    const before: Room = {
      state: article(claim({ ...freshCheck, ...held, status: 'in_progress' })),
      events: [],
    };
    const open = roomAfter(before, editor, { type: 'session.open', sessionId, fields }, later(0));
    expect(open.state.clocks[claimId]).toEqual({ heldMs: 0, since: later(0) });
    const shut = roomAfter(
      open,
      editor,
      { type: 'session.close', sessionId, version: 1, conclusion: '' },
      later(10),
    );
    const again = roomAfter(shut, editor, { type: 'session.reopen', sessionId, version: 2 }, later(60));
    expect(again.state.clocks[claimId]).toEqual({ heldMs: 600_000, since: later(60) });
    const summary = summaryOf(sessionOf(again), again.state, again.events, { decided: 0, total: 2 });
    expect(summary.held).toEqual([{ annotationId: claimId, ms: 600_000 }]);
  });
});

const neverBallot = { id: '', sessionId: '', annotationId: '', rounds: [], version: 0 };
