import { describe, expect, it } from 'vitest';
import type { Ballot, Round, Vote } from '../session';
import { article, at, claim, claimId, idOf, proposal as made, people } from '../testing/desk';
import { buildReport } from './report';
import { plainArrangement } from './report-arrangement';
import { dissentOf } from './report-dissent';
import { reportFor } from './report-view';

const vote = (userId: string, outcome: Vote['outcome'], note = ''): Vote => ({
  byId: userId,
  at,
  outcome,
  verdict: null,
  note,
});
const round = (votes: Round['votes'], isRevealed = true): Round => ({
  calledById: people.ines.userId,
  calledAt: at,
  voterIds: votes.map(({ byId }) => byId),
  votes,
  revealed: isRevealed ? { byId: null, at } : null,
});
const ballot = (...rounds: readonly Round[]): Ballot => ({
  id: idOf(50),
  sessionId: idOf(51),
  annotationId: claimId,
  rounds,
  version: 1,
});
const { mara, tom, ines } = people;
const against = vote(mara.userId, 'confirmed', 'The table is newer.');
const proposal = { ...made, outcome: 'incorrect' as const };
const proposed = claim({ status: 'proposed', proposal });

describe('dissent', () => {
  it('is what differs from the proposal that stands, whatever the majority was', () => {
    const votes = [against, vote(tom.userId, 'confirmed'), vote(ines.userId, proposal.outcome)];
    expect(dissentOf([proposed], [ballot(round(votes))])).toEqual([
      { annotationId: claimId, decided: proposal.outcome, votes: votes.slice(0, 2) },
    ]);
  });

  it('is measured against the majority where nothing is proposed', () => {
    const votes = [against, vote(tom.userId, 'incorrect'), vote(ines.userId, 'incorrect')];
    expect(dissentOf([claim()], [ballot(round(votes))])).toEqual([
      { annotationId: claimId, decided: 'incorrect', votes: [against] },
    ]);
  });

  it('counts the last revealed round, and nothing while the votes are sealed', () => {
    const agreed = round([vote(mara.userId, proposal.outcome), vote(tom.userId, proposal.outcome)]);
    expect(dissentOf([proposed], [ballot(round([against]), agreed)])).toEqual([]);
    expect(dissentOf([proposed], [ballot(round([against], false))])).toEqual([]);
    expect(dissentOf([proposed], [ballot(round([against]), round([], false))])).toHaveLength(1);
  });

  it('stands in the checking copy only, with its annotation, and can be left out', () => {
    const state = { ...article(proposed), ballots: [ballot(round([against]))] };
    const whole = buildReport(state, {
      teamName: 'T',
      recordHash: 'h',
      at,
      by: { id: mara.userId, name: 'Mara' },
    });
    const dissentIn = (changes: object): number =>
      reportFor(whole, { ...plainArrangement, ...changes }).dissent.length;
    expect(dissentIn({})).toBe(1);
    expect(dissentIn({ view: 'checked' })).toBe(0);
    expect(dissentIn({ view: 'public' })).toBe(0);
    expect(dissentIn({ marks: ['opinion'] })).toBe(0);
    expect(dissentIn({ sections: ['summary'] })).toBe(0);
  });
});
