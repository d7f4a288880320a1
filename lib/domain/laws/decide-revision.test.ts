import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../actor';
import { anchorAt } from '../anchor';
import type { Revision } from '../article';
import type { ArticleDoc } from '../article-doc';
import { canonicalText } from '../article-doc';
import { type Check, freshCheck } from '../check';
import { appendedRevision, onNewText, type RevisedBody, shifter } from '../revised';
import { agreeing, people, proposal } from '../testing/desk';
import { splitSentences } from '../text/sentences';
import type { TextCommand } from '../text-commands';
import { type Carriable, decideRevision, type GivenText } from './decide-revision';

const editor: Actor = { userId: 'editor', name: 'Ed', teamId: 'team', role: 'editor' };
const at = '2026-11-26T12:00:00.000Z';

const docOf = (paragraphs: readonly string[]): ArticleDoc => ({
  type: 'doc',
  content: paragraphs.map((text, index) => ({
    type: 'paragraph',
    attrs: { lead: index === 0 ? '' : '\n\n' },
    content: [{ type: 'text', text }],
  })),
});

function revisionOf(doc: ArticleDoc, number = 1): Revision {
  const text = canonicalText(doc);
  const sentences = splitSentences(text, 'en');
  return { id: `r${number}`, number, doc, text, hash: text, sentences, createdAt: at };
}

const marked = (revision: Revision, words: string, check: Check = freshCheck): Carriable => {
  const start = revision.text.indexOf(words);
  const anchor = anchorAt(revision, { start, end: start + words.length });
  return { id: words, anchor, check, version: 1, changedAt: at };
};

const given = (revision: Revision, annotations: readonly Carriable[], actor = editor): GivenText => ({
  ...{ actor, at, language: 'en', revision, annotations },
  hashOf: (text) => text,
  isPresentDoc: (doc) => JSON.stringify(doc) === JSON.stringify(revision.doc),
});

const reviseTo = (revision: Revision, doc: ArticleDoc): TextCommand => ({
  ...{
    commandId: 'c',
    type: 'article.revise',
    baseRevisionId: revision.id,
    revisionId: `r${revision.number + 1}`,
  },
  ...{ doc, edits: null, source: 'edited', reason: '' },
});

/** What a replay makes of the event, which knows no text. */
function replayed(annotations: readonly Carriable[], body: RevisedBody): readonly Carriable[] {
  const shifted = shifter(body);
  return annotations.map((annotation) =>
    onNewText(
      annotation,
      body.anchors[annotation.id] ?? shifted(annotation.anchor),
      body.checks[annotation.id],
      at,
    ),
  );
}

const story = [
  'The port grew by 40 percent last year, the ministry said on Monday.',
  'That is splendid news for the harbour town and for everybody in it.',
  'The minister visits the quay on Friday and will not speak.',
];

describe('new text', () => {
  const { tom, editor: signer } = people;
  const signed: Check = {
    ...freshCheck,
    status: 'signed_off',
    proposal,
    secondChecks: [agreeing(tom)],
    signOff: { byId: signer.userId, at, revisionId: 'r1', hash: 'h' },
  };

  it('unsettles what was confirmed of other words, with before and after, and nothing else', () => {
    const revision = revisionOf(docOf(story));
    const annotations = ['grew by 40 percent', 'visits the quay on Friday', 'splendid news'].map((words) =>
      marked(revision, words, signed),
    );
    const next = docOf([story[0]?.replace('40', '60') ?? '', story[2] ?? '']);
    const { body, annotations: after } = decideRevision(
      reviseTo(revision, next),
      given(revision, annotations),
    );
    expect(Object.keys(body.checks)).toEqual(['grew by 40 percent', 'splendid news']);
    expect(body.checks['grew by 40 percent']).toMatchObject({
      status: 'stale',
      staleness: { cause: 'passage', detail: '“grew by 40 percent” → “grew by 60 percent”', byId: 'editor' },
    });
    expect(after.map(({ version }) => version)).toEqual([2, 1, 2]);
    expect(after.map(({ anchor }) => anchor.state)).toEqual(['touched', 'exact', 'orphaned']);
    expect(body.drift).toEqual({ exact: 1, moved: 0, touched: 1, orphaned: 1 });
  });

  it('stays to be accepted over later revisions until the words are back', () => {
    let revision = revisionOf(docOf(story));
    let annotations: readonly Carriable[] = [marked(revision, 'grew by 40 percent')];
    const become = (paragraphs: readonly string[]) => {
      const decided = decideRevision(reviseTo(revision, docOf(paragraphs)), given(revision, annotations));
      ({ revision, annotations } = decided);
      return annotations[0]?.anchor;
    };
    const first = story[0] ?? '';
    expect(become([first.replace('40', '60'), ...story.slice(1)])).toMatchObject({
      state: 'touched',
      before: 'grew by 40 percent',
    });
    expect(become(['New.', first.replace('40', '60'), ...story.slice(1)])).toMatchObject({
      ...{ state: 'touched', before: 'grew by 40 percent', exact: 'grew by 60 percent' },
    });
    expect(become(['New.', first.replace('40', '70'), ...story.slice(1)])).toMatchObject({
      before: 'grew by 40 percent',
      exact: 'grew by 70 percent',
    });
    expect(become(story)).toMatchObject({ state: 'exact', drift: null, exact: 'grew by 40 percent' });
    expect(become(story.slice(1))).toMatchObject({ state: 'orphaned', exact: 'grew by 40 percent' });
    expect(become([...story.slice(1), 'More.'])).toMatchObject({
      state: 'orphaned',
      exact: 'grew by 40 percent',
    });
  });

  it('names no annotation that only moved along', () => {
    const long = Array.from(
      { length: 200 },
      (_, n) => `Paragraph ${n} has ${n * 3} ships and ${n} cranes in it.`,
    );
    const revision = revisionOf(docOf(long));
    const annotations = long.map((words) => marked(revision, words));
    const next = ['Something new.', ...long.toSpliced(100, 1).toSpliced(50, 0, 'And this as well.')];
    const { body } = decideRevision(reviseTo(revision, docOf(next)), given(revision, annotations));
    expect(body.drift).toEqual({ exact: 199, moved: 0, touched: 0, orphaned: 1 });
    // only those beside a change have other words around them
    expect(Object.keys(body.anchors).length).toBeLessThan(8);
  });

  it.each(['reviewer', 'viewer'] as const)('is not for a %s', (role) => {
    const revision = revisionOf(docOf(story));
    expect(() =>
      decideRevision(reviseTo(revision, docOf(['New.'])), given(revision, [], { ...editor, role })),
    ).toThrow('Only an editor');
  });

  const phrase = fc.constantFrom(
    'the port grew',
    'by 40 percent',
    'on Monday',
    'it will not',
    '東京',
    'so “he” said',
    '👩‍👧 ships',
  );
  const paragraph = fc.array(phrase, { minLength: 1, maxLength: 5 }).map((words) => `${words.join(' ')}.`);
  const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 5 });

  it('loses no annotation and moves none silently, whatever is done to the text, and replays without it', () => {
    fc.assert(
      fc.property(
        paragraphs,
        fc.array(paragraphs, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat()),
        (begin, later, picks) => {
          let revision = revisionOf(docOf(begin));
          let annotations: readonly Carriable[] = picks.slice(0, 6).flatMap((pick, index) => {
            const word = [...revision.text.matchAll(/\p{L}+(?: \p{L}+)?/gu)];
            const found = word[pick % Math.max(1, word.length)];
            if (found === undefined) return [];
            const anchor = anchorAt(revision, { start: found.index, end: found.index + found[0].length });
            return [{ id: `a${index}`, anchor, check: freshCheck, version: 1, changedAt: at }];
          });
          const seen = new Map(annotations.map(({ id, anchor }) => [id, anchor.exact]));
          for (const next of later) {
            const doc = docOf(next);
            if (canonicalText(doc) === revision.text) continue;
            const decided = decideRevision(reviseTo(revision, doc), given(revision, annotations));
            expect(replayed(annotations, decided.body)).toEqual(decided.annotations);
            ({ revision, annotations } = decided);
            expect(annotations.map(({ id }) => id)).toEqual([...seen.keys()]);
            for (const { id, anchor } of annotations) {
              if (anchor.state === 'orphaned') continue;
              expect(revision.text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
              expect(anchor.revisionId).toBe(revision.id);
              if (anchor.state === 'touched') {
                expect(anchor.drift).not.toBeNull();
                expect(anchor.before).toBe(seen.get(id));
              } else expect(anchor.exact).toBe(seen.get(id));
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('an addition', () => {
  it('keeps every place and gives the new revision in the event', () => {
    const revision = revisionOf(docOf(story));
    const annotations = ['grew by 40 percent', 'will not speak'].map((words) => marked(revision, words));
    const command: TextCommand = {
      ...{ commandId: 'c', type: 'article.append', revisionId: 'r2', reason: '' },
      blocks: [...docOf(['Applause.', 'He thanked them.']).content],
    };
    const decided = decideRevision(command, given(revision, annotations, { ...editor, role: 'reviewer' }));
    expect(appendedRevision(revision, decided.body, at)).toEqual(decided.revision);
    expect(decided.revision.text).toBe(`${revision.text}\n\nApplause.\n\nHe thanked them.`);
    expect(decided.revision.sentences).toEqual(splitSentences(decided.revision.text, 'en'));
    expect(decided.body.anchors).toEqual({});
    expect(replayed(annotations, decided.body)).toEqual(decided.annotations);
    for (const [index, { anchor }] of decided.annotations.entries())
      expect(anchor).toEqual({ ...annotations[index]?.anchor, revisionId: 'r2' });
  });
});
