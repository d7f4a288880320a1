import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, evidenceFieldsSchema } from '../evidence';
import { plainToRichText } from '../rich-text';
import { articleState } from '../testing/arbitraries';
import { forPublic, isPublic } from './confidential';
import { buildReport, type Report } from './report';

const at = '2026-03-03T10:00:00.000Z';
const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const person = (number: number, name: string) => ({ id: id(number), name });
const evidence = (changes: Partial<Evidence>): Evidence => ({
  ...evidenceFieldsSchema.parse({
    type: 'interview',
    tier: 'primary',
    stance: 'supports',
    title: 'Public title',
    address: null,
    quote: null,
    locator: null,
    accessedOn: null,
  }),
  id: id(30),
  authorId: id(1),
  createdAt: at,
  changedAt: at,
  version: 1,
  ...changes,
});
const reportOf = (state: Parameters<typeof buildReport>[0]): Report =>
  buildReport(state, { teamName: 'T', recordHash: '', at, by: person(1, 'Ada') });

describe('what may be read by everybody', () => {
  it.each<[string, Partial<Evidence>, boolean]>([
    ['is plain evidence', {}, true],
    ['is what was said on the record', { attribution: 'on_the_record' }, true],
    ['is not what was said on background', { attribution: 'on_background' }, false],
    ['is not what is not for attribution', { attribution: 'not_for_attribution' }, false],
    ['is not what was said off the record', { attribution: 'off_the_record' }, false],
    ['is not what is marked confidential', { isConfidential: true }, false],
    ['is not what a confidential contact gave', { contactId: id(40) }, false],
  ])('%s', (_, changes, expected) => {
    expect(isPublic(evidence(changes))).toBe(expected);
  });
});

describe('the report that leaves the house', () => {
  it('holds none of the canaries of any article, whatever is on it', () => {
    const canary = 'Canary-7f3a';
    const secret = (field: object) => ({ ...field, reason: canary, note: canary, detail: canary });
    fc.assert(
      fc.property(articleState, (state) => {
        const [first] = Object.values(state.annotations);
        if (first === undefined) return;
        const { check } = first;
        const said = { byId: id(2), at };
        const annotation = {
          ...first,
          notes: [
            {
              ...said,
              id: id(20),
              authorId: id(2),
              createdAt: at,
              changedAt: at,
              version: 1,
              body: plainToRichText(canary),
            },
          ],
          evidence: [
            evidence({ isConfidential: true, title: canary }),
            evidence({ contactId: id(40), quote: canary }),
          ],
          check: {
            ...check,
            waiting: { ...secret(said), on: 'source' as const, ...said, reason: canary },
            dispute: { ...said, reason: canary },
            staleness: { ...said, cause: 'evidence', detail: `added: ${canary}` },
            reopened: { ...said, reason: canary },
            decision: { ...said, note: canary, overruled: null },
            secondChecks: [
              {
                ...said,
                id: id(50),
                outcome: 'confirmed' as const,
                verdict: null,
                note: canary,
                suggestedWording: canary,
                isBlind: false,
              },
            ],
            proposal: {
              ...said,
              outcome: 'confirmed' as const,
              verdict: null,
              suggestedWording: null,
              refusal: canary,
              onAuthorReason: canary,
              tried: canary,
              rationale: canary,
              confidence: null,
              confidenceReason: canary,
              revisionId: id(3),
            },
          },
          flags: [
            {
              id: id(60),
              reason: canary,
              priority: 'high' as const,
              raisedById: id(2),
              raisedAt: at,
              looked: null,
              version: 1,
            },
          ],
        };
        const people = { ...state.people, [id(70)]: person(70, canary) };
        const annotations = { ...state.annotations, [annotation.id]: annotation };
        const whole = reportOf({ ...state, people, annotations });
        expect(JSON.stringify(whole)).toContain(canary);
        expect(JSON.stringify(forPublic(whole))).not.toContain(canary);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps text, marks, numbers and public evidence as they are', () => {
    fc.assert(
      fc.property(articleState, (state) => {
        const whole = reportOf(state);
        const open = forPublic(whole);
        expect(open.revision).toEqual(whole.revision);
        expect(
          open.entries.map(({ number, annotation: { mark, anchor } }) => [number, mark, anchor]),
        ).toEqual(whole.entries.map(({ number, annotation: { mark, anchor } }) => [number, mark, anchor]));
        expect(open.entries.flatMap((entry) => entry.annotation.evidence.map((item) => item.id))).toEqual(
          whole.entries.flatMap((entry) => entry.annotation.evidence.filter(isPublic).map((item) => item.id)),
        );
        expect(open.entries.map(({ annotation }) => annotation.check.status)).toEqual(
          whole.entries.map(({ annotation }) => annotation.check.status),
        );
        expect(forPublic(open)).toEqual(open);
      }),
      { numRuns: 60 },
    );
  });
});
