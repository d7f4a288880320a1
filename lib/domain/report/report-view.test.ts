import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkStatuses, openProposal } from '../check';
import { articleState } from '../testing/arbitraries';
import { forPublic } from './confidential';
import { buildReport, type Report } from './report';
import { plainArrangement, reportDetails, reportOrders } from './report-arrangement';
import { isRecommended, reportFor, viewOf } from './report-view';

const report = articleState.map((state) =>
  buildReport(state, {
    teamName: 'T',
    recordHash: 'h',
    at: '2026-03-03T10:00:00.000Z',
    by: { id: '00000000-0000-4000-8000-000000000001', name: 'Ada' },
  }),
);
const noFacts = { claimTypes: [], claimant: null, claimedOn: null };
const numbersOf = ({ entries }: Report): number[] => entries.map(({ number }) => number);

describe('the copy that somebody asked for', () => {
  it('is the whole report, when the checking copy is asked for', () => {
    fc.assert(
      fc.property(report, (whole) => {
        expect(reportFor(whole, plainArrangement)).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('has only recommended changes in the checked copy, under their numbers, with nothing around them', () => {
    fc.assert(
      fc.property(report, (whole) => {
        const copy = viewOf(whole, 'checked');
        const wanted = whole.entries.filter(({ annotation }) => isRecommended(annotation.check));
        expect(numbersOf(copy)).toEqual(wanted.map(({ number }) => number));
        for (const { annotation } of copy.entries) {
          expect([...annotation.notes, ...annotation.flags, ...annotation.threads]).toEqual([]);
          expect(annotation.check.secondChecks).toEqual([]);
          expect(annotation.evidence.some(({ isConfidential }) => isConfidential)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is what may leave the house, when the public report is asked for', () => {
    fc.assert(
      fc.property(report, (whole) => {
        expect(viewOf(whole, 'public')).toEqual(forPublic(whole));
      }),
      { numRuns: 20 },
    );
  });

  it('always says where each check stands and what it came to, whatever else is left out', () => {
    const told = ({ entries }: Report) =>
      entries.map(({ number, annotation: { anchor, mark, check } }) => {
        const proposal = openProposal(check);
        return [number, anchor, mark, check.status, proposal?.outcome, proposal?.verdict];
      });
    fc.assert(
      fc.property(report, fc.subarray([...reportDetails]), (whole, details) => {
        const copy = reportFor(whole, { ...plainArrangement, details });
        expect(told(copy)).toEqual(told(whole));
        const { counts } = whole;
        expect(copy.counts).toEqual(details.includes('flags') ? counts : { ...counts, openFlags: null });
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out just the kinds that were not chosen, and everything else as it is', () => {
    const kinds = reportDetails.filter((kind) => kind !== 'names');
    fc.assert(
      fc.property(report, fc.constantFrom(...kinds), (whole, kind) => {
        const details = reportDetails.filter((one) => one !== kind);
        const copy = reportFor(whole, { ...plainArrangement, details });
        for (const [index, { annotation: before }] of whole.entries.entries()) {
          const after = copy.entries[index]?.annotation;
          expect(after?.notes).toEqual(kind === 'notes' ? [] : before.notes);
          expect(after?.evidence).toEqual(kind === 'evidence' ? [] : before.evidence);
          expect(after?.flags).toEqual(kind === 'flags' ? [] : before.flags);
          expect(after?.claim).toEqual(kind === 'facts' ? noFacts : before.claim);
          const isLeft = { author_query: kind === 'queries', discussion: kind === 'discussion' };
          expect(after?.threads).toEqual(before.threads.filter((thread) => !isLeft[thread.kind]));
          const [mine, theirs] = [after && openProposal(after.check), openProposal(before.check)];
          expect(mine?.suggestedWording).toBe(kind === 'wording' && theirs ? null : theirs?.suggestedWording);
          expect(mine?.rationale).toBe(kind === 'reasons' && theirs ? '' : theirs?.rationale);
          expect(after?.check.signOff).toEqual(kind === 'signOffs' ? null : before.check.signOff);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps every annotation of the chosen marks once, in the chosen order', () => {
    fc.assert(
      fc.property(report, fc.constantFrom(...reportOrders), (whole, order) => {
        const copy = reportFor(whole, { ...plainArrangement, marks: ['claim', 'opinion'], order });
        const wanted = whole.entries.filter(
          ({ annotation: { mark } }) => mark === 'claim' || mark === 'opinion',
        );
        expect(numbersOf(copy).toSorted((a, b) => a - b)).toEqual(numbersOf({ ...whole, entries: wanted }));
        expect(copy.counts.byMark.claim + copy.counts.byMark.opinion).toBe(copy.entries.length);
        if (order === 'status') {
          const places = copy.entries.map(({ annotation }) => checkStatuses.indexOf(annotation.check.status));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 40 },
    );
  });
});
