import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import { freshCheck } from '@/lib/domain/check';
import { type Evidence, evidenceFieldsOf, withoutContact } from '@/lib/domain/evidence';
import { plainToRichText, richTextToPlain } from '@/lib/domain/rich-text';
import { articleState } from '@/lib/domain/testing/arbitraries';
import type { BackInGiven, NewAnnotation, NewPart } from './back-in';
import { commandsOf } from './back-in-commands';
import { planBackIn } from './plan-back-in';
import { givenOf, hashedId } from './testing/back-in-given';
import { hypothesisFile, recogitoFile, recogitoStudioFile } from './testing/foreign-files';
import { reportOf } from './testing/report-of';
import { wholeText } from './testing/written-whole';

const text = 'Smiles 😀 cost money. The port grew by 40 percent. Then the port grew by 40 percent again.';
const given: BackInGiven = {
  actor: { userId: '00000000-0000-4000-8000-000000000001' },
  revisions: [{ id: 'r2', number: 2, text }],
  doc: {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { lead: '' }, content: [{ type: 'text', text }] }],
  },
  article: { title: 'Port', version: 1 },
  annotations: [],
  isDeleted: () => false,
  idOf: hashedId,
};
const at = '2026-03-01T10:00:00.000Z';

/** An annotation of the article as it is after an item has been done. */
function done(item: NewAnnotation): Annotation {
  const written = { authorId: given.actor.userId, createdAt: at, changedAt: at, version: 1 };
  const place = item.place ?? { start: 0, end: item.quote.exact.length };
  const notes = item.parts.flatMap((part) =>
    part.kind === 'note' ? [{ id: part.id, body: part.body, ...written }] : [],
  );
  const threads = item.parts.flatMap((part) =>
    part.kind === 'thread'
      ? [
          {
            id: part.id,
            kind: part.threadKind,
            resolved: null,
            ...written,
            replies: part.replies.map((reply) => ({ ...reply, mentions: [], ...written })),
          },
        ]
      : [],
  );
  return {
    id: item.annotationId,
    articleId: 'a',
    mark: item.mark ?? 'claim',
    anchor: {
      revisionId: 'r2',
      start: place.start,
      end: place.end,
      ...item.quote,
      state: item.place === null ? 'orphaned' : 'exact',
      drift: null,
      method: 'given',
      certainty: 1,
    },
    check: freshCheck,
    partOfId: null,
    repeatsId: null,
    claim: { claimTypes: [], claimant: null, claimedOn: null },
    ...written,
    notes,
    evidence: [],
    flags: [],
    threads,
  };
}

const annotationsIn = (items: readonly { readonly kind: string }[]): NewAnnotation[] =>
  items.filter((item): item is NewAnnotation => item.kind === 'annotation');
const saidBy = (parts: readonly NewPart[]): string[] =>
  parts.flatMap((part) => {
    if (part.kind === 'note' || part.kind === 'reply') return [richTextToPlain(part.body)];
    return part.kind === 'thread' ? part.replies.map(({ body }) => richTextToPlain(body)) : [];
  });

describe('what a file of Galley would do to the same text', () => {
  it('puts every mark on its passage, with its notes and its evidence as it was graded', () => {
    fc.assert(
      fc.property(articleState, (state) => {
        const file = wholeText(reportOf(state), 'jsonld');
        const { items, unplaced } = planBackIn(file, givenOf({ ...state, annotations: {} }));
        expect(unplaced).toEqual([]);
        const back = annotationsIn(items);
        const wanted = reportOf(state).entries.map(({ annotation }) => annotation);
        expect(back.map(({ place }) => [place?.start, place?.end])).toEqual(
          wanted.map(({ anchor }) => [anchor.start, anchor.end]),
        );
        for (const [index, { evidence }] of wanted.entries())
          expect(
            back[index]?.parts
              .flatMap((part) => (part.kind === 'evidence' ? [part.fields] : []))
              .toSorted(byWords),
          ).toEqual(evidence.map((item) => withoutHouse(item)).toSorted(byWords));
      }),
      { numRuns: 25 },
    );
  });
});

/** Links stand behind descriptions. */
const byWords = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Evidence without what is the house's own: library, contacts, files. */
const withoutHouse = (item: Evidence) => ({
  ...withoutContact(evidenceFieldsOf(item)),
  ...{ sourceId: null, file: null, reusedFromId: null },
});

describe('what a file of another program would do', () => {
  it('is shown with everything that it says, its authors as words', () => {
    const { tool, items, unplaced } = planBackIn(hypothesisFile(text), given);
    expect({ tool, unplaced }).toEqual({ tool: 'Hypothesis', unplaced: [] });
    const [one, two] = annotationsIn(items);
    expect(one).toMatchObject({ mark: null, claim: { claimTypes: ['statistic'] } });
    expect(saidBy(one?.parts ?? [])).toEqual([
      'Who says so?\n— Ada Byron, 2026-03-01',
      'The ministry.\n— bo, 2026-03-01',
      'Thanks\n— Ada Byron, 2026-03-01',
      'Tags: money\n— Ada Byron, 2026-03-01',
    ]);
    expect(saidBy(two?.parts ?? [])[0]).toBe('Says it twice, see here.\n— acct:bo@hypothes.is, 2026-03-02');
    expect(JSON.stringify(items)).not.toContain('javascript:');
  });

  it('loses nothing of bodies that Galley has no place for', () => {
    const recogito = annotationsIn(planBackIn(recogitoFile(text), given).items)[0];
    const said = saidBy(recogito?.parts ?? []).join('\n');
    for (const words of [
      'Which port?',
      'Transcribing:',
      'Der Hafen',
      'http://pleiades.stoa.org/places/1',
      '"coordinates":[1,2]',
      'geography, EVENT',
    ])
      expect(said).toContain(words);
    const studio = annotationsIn(planBackIn(recogitoStudioFile(text), given).items)[0];
    const kept = saidBy(studio?.parts ?? []).join('\n');
    for (const words of ['Is this so?', 'Yes.', '"label":"Trade"', 'Also about: “again”'])
      expect(kept).toContain(words);
  });

  it('is nothing the second time, and only what is new when something was added', () => {
    const file = hypothesisFile(text);
    const first = planBackIn(file, given);
    const annotations = annotationsIn(first.items).map(done);
    const again = planBackIn(file, { ...given, annotations });
    expect(again.items).toEqual([]);
    expect(again.present).toEqual([
      { words: 'cost money', why: 'same' },
      { words: 'the port grew by 40\n   percent again', why: 'same' },
    ]);
    const more = JSON.parse(file);
    more.rows.push({
      ...more.rows[1],
      id: 'new',
      text: 'One more.',
      created: '2026-04-01T10:00:00.000000+00:00',
    });
    const [addition] = planBackIn(JSON.stringify(more), { ...given, annotations }).items;
    expect(addition).toMatchObject({
      kind: 'addition',
      annotationId: annotations[0]?.id,
      parts: [{ kind: 'reply', threadId: annotations[0]?.threads[0]?.id }],
    });
  });

  it('does not bring back what somebody has deleted here', () => {
    const first = annotationsIn(planBackIn(hypothesisFile(text), given).items);
    const deleted = new Set([first[0]?.annotationId]);
    const again = planBackIn(hypothesisFile(text), { ...given, isDeleted: (id) => deleted.has(id) });
    expect(again.present).toEqual([{ words: 'cost money', why: 'deleted' }]);
    expect(again.items).toHaveLength(1);
  });

  it('finds that the same was said here already, by whomever', () => {
    const file = JSON.stringify([
      {
        body: { type: 'TextualBody', value: 'Checked.', purpose: 'commenting', creator: { name: 'Bo' } },
        target: { selector: { type: 'TextQuoteSelector', exact: 'cost money' } },
      },
    ]);
    const [item] = annotationsIn(planBackIn(file, given).items);
    if (item === undefined) throw new Error('There is one.');
    const here = { ...done(item), id: 'other' };
    const plain = { ...here.notes[0], id: 'n', body: plainToRichText('Checked.') };
    const twin = { ...here, notes: [{ ...plain, authorId: 'x', createdAt: at, changedAt: at, version: 1 }] };
    expect(planBackIn(file, { ...given, annotations: [twin] }).present).toEqual([
      { words: 'cost money', why: 'same' },
    ]);
    expect(planBackIn(file, { ...given, annotations: [{ ...twin, notes: [] }] }).items).toHaveLength(1);
  });

  it('carries passages of an earlier revision over by the ladder, and leaves the lost to a person', () => {
    const before = {
      id: 'r1',
      number: 1,
      text: text.replace('cost money', 'cost much money').replace('Then', 'And then'),
    };
    const file = JSON.stringify(
      ['cost much money', 'And then the port', 'Whales sing'].map((exact) => ({
        target: { selector: { type: 'TextQuoteSelector', exact } },
      })),
    );
    const { items, unplaced } = planBackIn(file, { ...given, revisions: [...given.revisions, before] });
    expect(annotationsIn(items).map(({ place }) => place)).toEqual([
      expect.objectContaining({ revisionId: 'r1', state: 'touched', stands: 'cost money' }),
      expect.objectContaining({ revisionId: 'r1', state: 'touched' }),
    ]);
    const [lost] = unplaced;
    expect(lost?.quote.exact).toBe('Whales sing');
    const choices = { mark: 'opinion' as const, places: {} };
    const plan = { revision: { id: 'r2', number: 2 } };
    if (lost === undefined) throw new Error('One is lost.');
    expect(commandsOf(lost, plan, choices, hashedId)).toEqual([
      expect.objectContaining({ type: 'annotation.create_orphaned', mark: 'opinion', revisionId: 'r2' }),
    ]);
    const places = { [lost.id]: { start: 0, end: 6 } };
    expect(commandsOf(lost, plan, { ...choices, places }, hashedId)).toEqual([
      expect.objectContaining({ type: 'annotation.create', passage: { start: 0, end: 6 } }),
    ]);
  });

  it('is refused in words for what is not such a file', () => {
    expect(() => planBackIn('hello', given)).toThrow('cannot bring this file back in');
    expect(() => planBackIn('{"format":"galley-article"}', given)).toThrow('article of its own');
    const html = { type: 'TextualBody', format: 'text/html', value: '<b>'.repeat(30_000) };
    const target = { selector: { type: 'TextQuoteSelector', exact: 'cost money' } };
    const heavy = JSON.stringify(Array.from({ length: 8 }, () => ({ body: html, target })));
    expect(() => planBackIn(heavy, given)).toThrow('more formatting');
  });
});
