import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import { freshCheck } from '@/lib/domain/check';
import { plainToRichText, richTextToPlain } from '@/lib/domain/rich-text';
import { articleState } from '@/lib/domain/testing/arbitraries';
import type { Addition, BackInItem, NewAnnotation, NewPart } from './back-in';
import { planBackIn } from './plan-back-in';
import { rowVersion } from './row-version';
import { givenOf } from './testing/back-in-given';
import { reportOf } from './testing/report-of';
import { wholeText } from './testing/written-whole';

const me = '00000000-0000-4000-8000-000000000001';
const at = '2026-03-01T10:00:00.000Z';
const text = 'Smiles cost money. The port grew by 40 percent. Then the port grew by 40 percent again.';
const written = (authorId = me) => ({ authorId, createdAt: at, changedAt: at, version: 3 });

function annotation(nth: number, exact: string, rest: Partial<Annotation> = {}): Annotation {
  const start = text.indexOf(exact);
  return {
    id: `00000000-0000-4000-8000-00000000010${nth}`,
    articleId: 'a',
    mark: 'claim',
    anchor: {
      revisionId: 'r1',
      start,
      end: start + exact.length,
      exact,
      prefix: '',
      suffix: '',
      state: 'exact',
      drift: null,
      method: 'given',
      certainty: 1,
    },
    check: freshCheck,
    partOfId: null,
    repeatsId: null,
    claim: { claimTypes: ['statistic'], claimant: 'The ministry', claimedOn: '2026-03-04' },
    ...written(),
    notes: [],
    evidence: [],
    flags: [],
    threads: [],
    ...rest,
  };
}

const note = (id: string, words: string, authorId = me) => ({
  id,
  body: plainToRichText(words),
  ...written(authorId),
});
const first = annotation(1, 'The port grew', { notes: [note('n1', '=SUM says so')] });
const second = annotation(2, 'cost money', {
  notes: [note('n2', 'Counted.'), note('n3', 'Twice.', 'other')],
});
const given = givenOf({
  // only these three are asked of it
  revision: {
    id: 'r1',
    number: 1,
    text,
    doc: { type: 'doc', content: [] },
    hash: '',
    sentences: [],
    createdAt: at,
  },
  annotations: { [first.id]: first, [second.id]: second },
});

type Rows = Record<string, string>[];
const heading = [
  'Id',
  'Mark',
  'Passage',
  'Claimant',
  'Claimed on',
  'Claim types',
  'Notes',
  'Flag',
  'Outcome',
  'Suggested wording',
];
const own: Rows = [
  {
    Id: first.id,
    Mark: 'Claim',
    Passage: 'The port grew',
    Claimant: 'The ministry',
    'Claimed on': '2026-03-04',
    'Claim types': 'Statistic',
    Notes: "'=SUM says so",
  },
  {
    Id: second.id,
    Mark: 'Claim',
    Passage: 'cost money',
    Claimant: 'The ministry',
    'Claimed on': '2026-03-04',
    'Claim types': 'Statistic',
    Notes: 'Counted.\n\nTwice.',
  },
];
const csv = (rows: Rows, columns = heading, delimiter = ','): string =>
  stringify([columns, ...rows.map((row) => columns.map((name) => row[name] ?? ''))], {
    delimiter,
    quoted_match: /[\r\n]/,
  });
const changed = (changes: Rows[number], nth = 0): Rows =>
  own.map((row, index) => (index === nth ? { ...row, ...changes } : row));
const onlyItem = (rows: Rows): BackInItem | undefined => planBackIn(csv(rows), given).items[0];
const words = (parts: readonly NewPart[] = []): string[] =>
  parts.map((part) =>
    'body' in part ? richTextToPlain(part.body) : part.kind === 'flag' ? part.reason : '',
  );

describe('a table of claims that comes back', () => {
  it('does nothing when nobody changed it, for any article and as any spreadsheet saves it', () => {
    fc.assert(
      fc.property(articleState, fc.constantFrom(',', ';', '\t'), (state, delimiter) => {
        const table: string[][] = parse(wholeText(reportOf(state), 'csv'), { bom: true });
        const saved = `${delimiter === ';' ? 'sep=;\r\n' : '\ufeff'}${stringify(table, { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/ })}`;
        const { items, unplaced, unread, present } = planBackIn(saved, givenOf(state));
        expect({ items, unplaced, unread }).toEqual({ items: [], unplaced: [], unread: [] });
        expect(present).toHaveLength(Object.keys(state.annotations).length);
      }),
      { numRuns: 12 },
    );
  });

  it('changes the fields whose cells differ, old and new in sight, under the version it was read from', () => {
    const item = onlyItem(
      changed({ Mark: 'opinion', Claimant: '', 'Claimed on': '14.03.2026', 'Claim types': 'Quote; causal' }),
    );
    expect(item).toMatchObject({
      kind: 'addition',
      annotationId: first.id,
      version: 3,
      changes: {
        mark: 'opinion',
        claim: { claimant: null, claimedOn: '2026-03-14', claimTypes: ['quote', 'causal'] },
      },
      before: {
        mark: 'claim',
        claim: { claimant: 'The ministry', claimedOn: '2026-03-04', claimTypes: ['statistic'] },
      },
      parts: [],
    } satisfies Partial<Addition>);
  });

  it.each([
    ['2026-03-14 00:00:00', '2026-03-14'],
    ['3/14/2026', '2026-03-14'],
    ['14/3/2026', '2026-03-14'],
    ['03/03/2026', '2026-03-03'],
  ])('reads the day %s as %s', (cell, day) => {
    expect(onlyItem(changed({ 'Claimed on': cell }))).toMatchObject({
      changes: { claim: { claimedOn: day } },
    });
  });

  it.each([
    [{ 'Claimed on': '03/04/2026' }, 'no day, or as two'],
    [{ 'Claimed on': 'tomorrow' }, 'no day, or as two'],
    [{ Mark: 'Lie' }, 'is no mark'],
    [{ 'Claim types': 'Statistic, guess' }, 'No claim type is called “guess”'],
    [{ Passage: 'The harbour grew' }, 'A passage is moved in the workbench'],
    [{ Id: '00000000-0000-4000-8000-00000000999a' }, 'No annotation of this article has its id'],
    [{ Id: '', Passage: '' }, 'neither an id nor a passage'],
    [{ Claimant: 'x'.repeat(301) }, 'longer than 300'],
  ])('names what it cannot read in %j', (cells, sentence) => {
    const { items, unread } = planBackIn(csv(changed(cells)), given);
    expect(items).toEqual([]);
    expect(unread).toEqual([expect.objectContaining({ number: 2, why: expect.stringContaining(sentence) })]);
  });

  it('takes notes that were written below, reworded or added, and deletes none', () => {
    expect(onlyItem(changed({ Notes: "'=SUM says so\n\nAnd @more" }))?.parts).toMatchObject([
      { kind: 'note' },
    ]);
    expect(words(onlyItem(changed({ Notes: "'=SUM says so\n\nAnd @more" }))?.parts)).toEqual(['And @more']);
    expect(onlyItem(changed({ Notes: 'Reworded' }))?.parts).toMatchObject([
      { kind: 'note_change', id: 'n1', version: 3, before: plainToRichText('=SUM says so') },
    ]);
    expect(words(onlyItem(changed({ Notes: 'Counted.\n\nThrice.' }, 1))?.parts)).toEqual(['Thrice.']);
    expect(onlyItem(changed({ Notes: '' }))).toBeUndefined();
  });

  describe('that knows what it said when it was exported', () => {
    const told = (changes: Rows[number] = {}): string =>
      csv([{ ...own[0], Version: rowVersion(first), ...changes }], [...heading, 'Version']);
    /** The same article after somebody has changed the claim here. */
    const since = (claim: Partial<Annotation['claim']>) => ({
      ...given,
      annotations: [{ ...first, version: 4, claim: { ...first.claim, ...claim } }, second],
    });

    it('leaves alone what is only older than the article, and says so', () => {
      const plan = planBackIn(told(), since({ claimant: 'Ada', claimedOn: null }));
      expect(plan.items).toEqual([]);
      expect(plan.unread).toEqual([]);
      expect(plan.present).toEqual([{ words: 'The port grew', why: 'newer' }]);
    });

    it('takes what was edited, and nothing else of the row', () => {
      const plan = planBackIn(told({ Claimant: 'Bo' }), since({ claimedOn: null }));
      expect(plan.items).toMatchObject([{ version: 4, changes: { claim: { claimant: 'Bo' } }, parts: [] }]);
      expect(plan.remarks).toEqual([]);
    });

    it('names what was changed in the table and here', () => {
      const plan = planBackIn(told({ Claimant: 'Bo' }), since({ claimant: 'Ada' }));
      expect(plan.items).toMatchObject([{ before: { claim: { claimant: 'Ada' } } }]);
      expect(plan.remarks).toEqual([
        expect.stringContaining('Row 2: Claimant was changed in the table and here'),
      ]);
    });

    it('knows a day again that a spreadsheet has written another way, also where it could be two', () => {
      const plan = planBackIn(told({ 'Claimed on': '4/3/2026' }), given);
      expect([plan.items, plan.unread]).toEqual([[], []]);
    });

    it('takes every cell that differs where somebody has emptied the version', () => {
      const plan = planBackIn(told({ Version: '' }), since({ claimant: 'Ada' }));
      expect(plan.items).toMatchObject([{ changes: { claim: { claimant: 'The ministry' } } }]);
    });
  });

  it('flags, and keeps as notes what only a check decides', () => {
    const parts = onlyItem(
      changed({ Flag: 'Too round', Outcome: 'Incorrect', 'Suggested wording': 'fell' }),
    )?.parts;
    expect(parts).toMatchObject([{ kind: 'flag' }, { kind: 'note' }]);
    expect(words(parts)).toEqual([
      'Too round',
      'Outcome (from the table): Incorrect\nSuggested wording (from the table): fell',
    ]);
  });

  it('makes claims of rows without an id where their passage stands, once', () => {
    const rows = [
      ...own,
      { Passage: 'Smiles', Notes: "'=new", Claimant: 'Ada' },
      { Passage: 'the port grew by 40 percent', Mark: 'Opinion' },
      { Passage: 'port grew by 40 percent' },
      { Passage: 'Whales sing' },
    ];
    const plan = planBackIn(csv(rows), given);
    expect(plan.items).toMatchObject([
      { kind: 'annotation', mark: 'claim', place: { start: 0, end: 6 }, claim: { claimant: 'Ada' } },
      { kind: 'annotation', mark: 'opinion', place: { start: text.indexOf('the port') } },
    ]);
    expect(words(plan.items[0]?.parts)).toEqual(['=new']);
    expect(plan.unplaced.map(({ quote, candidates }) => [quote.exact, candidates.length])).toEqual([
      ['port grew by 40 percent', 2],
      ['Whales sing', 0],
    ]);
    const [made] = plan.items.filter((item): item is NewAnnotation => item.kind === 'annotation');
    const here = {
      ...annotation(3, 'Smiles', { claim: { claimTypes: [], claimant: 'Ada', claimedOn: null } }),
      id: made?.annotationId ?? '',
      notes: [note(made?.parts[0]?.id ?? '', '=new')],
    };
    const again = planBackIn(csv(rows), { ...given, annotations: [...given.annotations, here] });
    expect(again.items.map((item) => item.kind === 'annotation' && item.quote.exact)).toEqual([
      'the port grew by 40 percent',
    ]);
    expect(again.present.map(({ words: exact }) => exact)).toContain('Smiles');
  });

  it('says which columns mean nothing to it, and refuses other tables', () => {
    const plan = planBackIn(csv(own, [...heading, 'Colour', 'Status']), given);
    expect(plan.remarks).toEqual(['This column means nothing to Galley and is left out: Colour.']);
    expect(() => planBackIn('Annotation,Title,Type,Tier,Stance\nC1,a,b,c,d', given)).toThrow(
      'table of evidence',
    );
    expect(() => planBackIn('Name,Age\nAda,36', given)).toThrow('neither annotations as JSON nor a table');
    expect(() => planBackIn('Id,id\n1,2', given)).toThrow('twice');
    expect(() => planBackIn('Id,Notes\n1,"open', given)).toThrow('quotation mark');
    const { unread } = planBackIn(`Id,Notes\n${first.id},a,b`, given);
    expect(unread).toEqual([
      expect.objectContaining({ number: 2, why: expect.stringContaining('more cells') }),
    ]);
  });
});
