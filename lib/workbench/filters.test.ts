import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Annotation, marks } from '@/lib/domain/annotation';
import { checkStatuses, freshCheck } from '@/lib/domain/check';
import { claim } from '@/lib/domain/testing/desk';
import {
  type AnnotationFilters,
  countByFilter,
  filterAnnotations,
  hasTabs,
  isFiltered,
  noFilters,
  parseFilters,
  toggled,
  unfiltered,
  withFilters,
} from './filters';

const ada = '00000000-0000-4000-8000-00000000000a';
const ben = '00000000-0000-4000-8000-00000000000b';
const adaLooks = { id: ada, unread: new Set(['2', '3']) };
const benLooks = { id: ben, unread: new Set<string>() };
const at = '2026-03-03T14:00:00.000Z';

const annotation = (id: string, parts: Partial<Annotation>): Annotation =>
  claim({}, { id, authorId: ada, ...parts });

const note = {
  id: 'n',
  body: { type: 'doc' as const, content: [{ type: 'paragraph' as const }] },
  authorId: ada,
  createdAt: at,
  changedAt: at,
  version: 1,
};
const flag = {
  id: 'f',
  reason: 'odd',
  priority: 'high' as const,
  raisedById: ada,
  raisedAt: at,
  looked: null,
  version: 1,
};
const all = [
  annotation('1', { flags: [flag] }),
  annotation('2', { mark: 'opinion', authorId: ben, notes: [note] }),
  annotation('3', { flags: [{ ...flag, looked: { byId: ben, at, note: '' } }], notes: [note] }),
  annotation('4', { mark: 'no_fact', authorId: ben }),
];
const shown = (filters: Partial<AnnotationFilters>): string[] =>
  filterAnnotations(all, { ...noFilters, ...filters }, adaLooks).map(({ id }) => id);

describe('filterAnnotations', () => {
  it('shows all without filters', () => expect(shown({})).toEqual(['1', '2', '3', '4']));
  it('shows any of the marks named', () =>
    expect(shown({ marks: ['opinion', 'no_fact'] })).toEqual(['2', '4']));
  it('shows any of the authors named', () => expect(shown({ authors: [ben] })).toEqual(['2', '4']));
  it('shows what the viewer made', () => expect(shown({ mine: true })).toEqual(['1', '3']));
  it('counts a flag as raised only while it is open', () => expect(shown({ flagged: true })).toEqual(['1']));
  it('shows what has no note', () => expect(shown({ withoutNote: true })).toEqual(['1', '4']));
  it('shows where checks stand, of what is checked at all', () => {
    const stale = annotation('7', { check: { ...freshCheck, status: 'stale' } });
    const opinion = annotation('8', { mark: 'opinion', check: { ...freshCheck, status: 'stale' } });
    const some = [...all, stale, opinion];
    expect(filterAnnotations(some, { ...noFilters, statuses: ['stale', 'disputed'] }, adaLooks)).toEqual([
      stale,
    ]);
    expect(countByFilter(some, adaLooks).statuses).toEqual(
      new Map([
        ['unchecked', 2],
        ['stale', 1],
      ]),
    );
  });
  it('shows what the viewer is to check, whoever marked it', () => {
    const plan = { ...freshCheck.plan, assigneeId: ada };
    const mine = annotation('7', { authorId: ben, check: { ...freshCheck, plan } });
    const opinion = annotation('8', { mark: 'opinion', check: { ...freshCheck, plan } });
    const some = [...all, mine, opinion];
    expect(filterAnnotations(some, { ...noFilters, assigned: true }, adaLooks)).toEqual([mine]);
    expect(filterAnnotations(some, { ...noFilters, assigned: true }, benLooks)).toEqual([]);
    expect(countByFilter(some, adaLooks).assigned).toBe(1);
  });
  it('narrows by every group at once', () =>
    expect(shown({ marks: ['claim', 'opinion'], withoutNote: true, mine: true })).toEqual(['1']));
  it('shows those whose text has changed', () => {
    const touched = annotation('8', { anchor: { ...annotation('8', {}).anchor, state: 'touched' } });
    expect(filterAnnotations([...all, touched], { ...noFilters, touched: true }, adaLooks)).toEqual([
      touched,
    ]);
    expect(countByFilter([...all, touched], adaLooks).touched).toBe(1);
  });

  it('has orphaned ones in a tab of their own, which the others narrow as well', () => {
    const lost = annotation('9', { anchor: { ...annotation('9', {}).anchor, state: 'orphaned' } });
    const some = [...all, lost];
    expect(filterAnnotations(some, noFilters, adaLooks)).toEqual(all);
    expect(filterAnnotations(some, { ...noFilters, orphaned: true }, adaLooks)).toEqual([lost]);
    const others = {
      ...noFilters,
      orphaned: true,
      marks: [lost.mark === 'claim' ? 'opinion' : 'claim'],
    } as const;
    expect(filterAnnotations(some, others, adaLooks)).toEqual([]);
    expect(unfiltered(others)).toEqual({ ...noFilters, orphaned: true });
    expect([hasTabs(all, noFilters), hasTabs(some, noFilters), hasTabs(all, others)]).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('toggled', () => {
  it('adds one status or takes it away, in the order of the trade', () => {
    expect(toggled(['stale'], 'disputed')).toEqual(['disputed', 'stale']);
    expect(toggled(['disputed', 'stale'], 'disputed')).toEqual(['stale']);
  });
});

describe('countByFilter', () => {
  it('counts what each filter alone would show', () => {
    const counts = countByFilter(all, adaLooks);
    expect(counts).toMatchObject({ all: 4, mine: 2, flagged: 1, withoutNote: 2, unread: 2, touched: 0 });
    expect(counts.marks).toEqual({ claim: 2, opinion: 1, sourced_fact: 0, no_fact: 1 });
    expect([...counts.authors]).toEqual([
      [ada, 2],
      [ben, 2],
    ]);
  });
});

describe('filters in the address', () => {
  const anyFilters: fc.Arbitrary<AnnotationFilters> = fc.record({
    marks: fc.subarray([...marks]),
    authors: fc.uniqueArray(fc.uuid(), { maxLength: 5 }),
    statuses: fc.subarray([...checkStatuses]),
    mine: fc.boolean(),
    assigned: fc.boolean(),
    flagged: fc.boolean(),
    withoutNote: fc.boolean(),
    unread: fc.boolean(),
    touched: fc.boolean(),
    orphaned: fc.boolean(),
  });

  it('come back as they went in', () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const address = withFilters(new URLSearchParams(), filters).toString();
        expect(parseFilters(new URLSearchParams(address))).toEqual(filters);
        expect(isFiltered(filters)).toBe(address.replace('orphaned=1', '') !== '');
      }),
    );
  });

  it('replace the old ones and leave other parameters alone', () => {
    const before = new URLSearchParams('annotation=7&mark=claim&mine=1');
    const after = withFilters(before, { ...noFilters, marks: ['opinion'] });
    expect(after.toString()).toBe('annotation=7&mark=opinion');
    expect(before.get('mark')).toBe('claim');
  });

  it('leave out what they name wrongly', () => {
    const params = new URLSearchParams(
      `mark=lie&mark=opinion&author=%3Cb%3E&author=${ada}&author=${ada}&mine=yes`,
    );
    expect(parseFilters(params)).toEqual({ ...noFilters, marks: ['opinion'], authors: [ada] });
  });
});
