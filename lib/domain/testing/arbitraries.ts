import fc from 'fast-check';
import { anchorAt } from '../anchor';
import { type Annotation, claimTypes, flagPriorities, marks } from '../annotation';
import type { ArticleState } from '../apply';
import { type ArticleBlock, type ArticleDoc, type ArticleInline, canonicalText } from '../article-doc';
import {
  type Check,
  type CheckProposal,
  checkDepths,
  checkPriorities,
  checkStatuses,
  confidences,
  outcomes,
  riskFlags,
  waitingReasons,
} from '../check';
import {
  attributions,
  credibilities,
  evidenceStances,
  evidenceTiers,
  evidenceTypes,
  reliabilities,
} from '../evidence';
import { fileTypes } from '../evidence-file';
import { plainToRichText } from '../rich-text';
import { threadKinds } from '../thread';
import { internalVerdicts } from '../verdict';
import { bareArticle } from './bare-article';

/** Random ids, names, texts, documents and whole article states for property tests. */

const word = fc.constantFrom(
  'harbour',
  '412',
  'naïve',
  'e\u0301tat',
  '𝒳-ray',
  '👩‍👩‍👧',
  'שלום',
  '東京',
  '“so”',
  '<b>&',
  "it's",
);
export const words = fc.array(word, { minLength: 1, maxLength: 12 }).map((list) => list.join(' '));
const instant = fc
  .integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 })
  .map((at) => new Date(at).toISOString());
const day = instant.map((at) => at.slice(0, 10));
const id = fc.uuid();
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });

const inline: fc.Arbitrary<ArticleInline> = fc.oneof(
  { weight: 5, arbitrary: words.map((text) => ({ type: 'text' as const, text })) },
  {
    weight: 1,
    arbitrary: words.map((text) => ({ type: 'text' as const, text, marks: [{ type: 'bold' as const }] })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
);
const content = fc.array(inline, { minLength: 1, maxLength: 3 });
const textBlock: fc.Arbitrary<ArticleBlock> = fc.oneof(
  content.map((inlines) => ({ type: 'paragraph' as const, attrs: { lead: '\n\n' }, content: inlines })),
  fc.tuple(fc.integer({ min: 1, max: 4 }), content).map(([level, inlines]) => ({
    type: 'heading' as const,
    attrs: { lead: '\n\n', level },
    content: inlines,
  })),
);
const list: fc.Arbitrary<ArticleBlock> = fc.array(content, { minLength: 1, maxLength: 3 }).map((items) => ({
  type: 'orderedList' as const,
  attrs: { start: 1 },
  content: items.map((inlines, index) => ({
    type: 'listItem' as const,
    content: [{ type: 'paragraph' as const, attrs: { lead: `\n${index + 1}. ` }, content: inlines }],
  })),
}));

export const articleDoc: fc.Arbitrary<ArticleDoc> = fc
  .tuple(
    words,
    fc.array(fc.oneof({ weight: 4, arbitrary: textBlock }, { weight: 1, arbitrary: list }), { maxLength: 6 }),
  )
  .map(([first, rest]) => ({
    type: 'doc' as const,
    content: [
      { type: 'paragraph' as const, attrs: { lead: '' }, content: [{ type: 'text' as const, text: first }] },
      ...rest,
    ],
  }));

const authored = fc.record({
  id,
  authorId: id,
  createdAt: instant,
  changedAt: instant,
  version: fc.integer({ min: 1, max: 9 }),
});
const note = fc.tuple(authored, words).map(([made, text]) => ({ ...made, body: plainToRichText(text) }));
export const evidence = fc
  .tuple(
    authored,
    fc.record({
      type: fc.constantFrom(...evidenceTypes),
      tier: fc.constantFrom(...evidenceTiers),
      stance: fc.constantFrom(...evidenceStances),
      title: words,
      address: orNull(fc.constant('https://example.org/a?b=1&c=2')),
      quote: orNull(words),
      locator: orNull(words),
      accessedOn: orNull(day),
      archivedAddress: orNull(fc.constant('https://archive.example.org/a')),
      independenceGroup: orNull(fc.constant('Reuters')),
      captureHash: orNull(fc.constant('0'.repeat(64))),
      reliability: orNull(fc.constantFrom(...reliabilities)),
      credibility: orNull(fc.constantFrom(...credibilities)),
      attribution: orNull(fc.constantFrom(...attributions)),
      isConfidential: fc.boolean(),
      sourceId: orNull(id),
      contactId: orNull(id),
      file: orNull(
        fc.record({
          id,
          name: words,
          type: fc.constantFrom(...fileTypes),
          bytes: fc.integer({ min: 1, max: 9_999 }),
          sha256: fc.constant('0'.repeat(64)),
        }),
      ),
      reusedFromId: orNull(id),
    }),
  )
  .map(([made, fields]) => ({ ...made, ...fields }));
const flag = fc.record({
  id,
  reason: words,
  priority: fc.constantFrom(...flagPriorities),
  raisedById: id,
  raisedAt: instant,
  looked: orNull(fc.record({ byId: id, at: instant, note: words })),
  version: fc.integer({ min: 1, max: 9 }),
});

const reply = fc
  .tuple(note, fc.array(id, { maxLength: 2 }))
  .map(([written, mentions]) => ({ ...written, mentions }));
const thread = fc.record({
  id,
  kind: fc.constantFrom(...threadKinds),
  authorId: id,
  createdAt: instant,
  resolved: orNull(fc.record({ byId: id, at: instant })),
  version: fc.integer({ min: 1, max: 9 }),
  replies: fc.array(reply, { minLength: 1, maxLength: 2 }),
});
const verdict = fc.record({
  scaleId: id,
  scaleVersion: fc.integer({ min: 1, max: 9 }),
  key: fc.constantFrom('true', 'mixed'),
  label: fc.constantFrom('True', 'Mixed'),
  internal: fc.constantFrom(...internalVerdicts),
});
const said = { byId: id, at: instant };
const concluded = {
  ...said,
  outcome: fc.constantFrom(...outcomes),
  verdict: orNull(verdict),
  suggestedWording: orNull(words),
};
const proposal: fc.Arbitrary<CheckProposal> = fc.record({
  ...concluded,
  refusal: orNull(words),
  onAuthorReason: orNull(words),
  tried: orNull(words),
  rationale: words,
  confidence: orNull(fc.constantFrom(...confidences)),
  confidenceReason: orNull(words),
  revisionId: id,
});
const sealed = fc.record({ ...said, sealed: fc.constant(true as const) });
/** Any stored form of a check, also such as no sequence of commands leads to. */
export const check: fc.Arbitrary<Check> = fc.record({
  status: fc.constantFrom(...checkStatuses),
  version: fc.integer({ min: 2, max: 9 }),
  plan: fc.record({
    assigneeId: orNull(id),
    priority: fc.constantFrom(...checkPriorities),
    dueAt: orNull(instant),
    depth: fc.constantFrom(...checkDepths),
    riskFlags: fc.uniqueArray(fc.constantFrom(...riskFlags)),
  }),
  holder: orNull(fc.record(said)),
  waiting: orNull(fc.record({ ...said, on: fc.constantFrom(...waitingReasons), reason: words })),
  proposal: fc.oneof(proposal, sealed, fc.constant(null)),
  secondChecks: fc.array(
    fc.oneof(fc.record({ ...concluded, id, note: words, isBlind: fc.boolean() }), sealed),
    { maxLength: 2 },
  ),
  dispute: orNull(fc.record({ ...said, reason: words })),
  decision: orNull(fc.record({ ...said, note: words, overruled: orNull(proposal) })),
  signOff: orNull(fc.record({ ...said, revisionId: id, hash: fc.constant('c'.repeat(64)) })),
  staleness: orNull(fc.record({ ...said, cause: fc.constant('evidence'), detail: words })),
  reopened: orNull(fc.record({ ...said, reason: words })),
});

/** An offset pair of the text that cuts no character and holds more than white space. */
const passageOf = (text: string): fc.Arbitrary<{ start: number; end: number }> => {
  const edges = [0];
  for (const character of text) edges.push((edges[edges.length - 1] ?? 0) + character.length);
  return fc
    .tuple(fc.constantFrom(...edges), fc.constantFrom(...edges))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '');
};

const annotationIn = (articleId: string, revision: { id: string; text: string }): fc.Arbitrary<Annotation> =>
  fc
    .record({
      made: authored,
      passage: passageOf(revision.text),
      mark: fc.constantFrom(...marks),
      claim: fc.record({
        claimTypes: fc.uniqueArray(fc.constantFrom(...claimTypes), { maxLength: 3 }),
        claimant: orNull(words),
        claimedOn: orNull(day),
      }),
      notes: fc.array(note, { maxLength: 2 }),
      evidence: fc.array(evidence, { maxLength: 2 }),
      flags: fc.array(flag, { maxLength: 1 }),
      threads: fc.array(thread, { maxLength: 2 }),
      check,
    })
    .map(({ made, passage, ...rest }) => ({
      ...made,
      ...rest,
      articleId,
      partOfId: null,
      repeatsId: null,
      anchor: anchorAt(revision, passage),
    }));

/** A whole article with up to eight annotations, overlapping as chance has it. */
export const articleState: fc.Arbitrary<ArticleState> = fc
  .tuple(id, id, articleDoc, instant, words)
  .chain(([articleId, revisionId, doc, createdAt, title]) => {
    const text = canonicalText(doc);
    return fc
      .uniqueArray(annotationIn(articleId, { id: revisionId, text }), {
        maxLength: 8,
        selector: ({ id: key }) => key,
      })
      .map((annotations) => ({
        ...bareArticle({
          ...{ id: articleId, text, by: articleId, at: createdAt, title, annotations },
          revision: { id: revisionId, doc },
        }),
        seq: annotations.length + 1,
        people: Object.fromEntries(
          annotations.map(({ authorId }) => [
            authorId,
            { id: authorId, name: `Person ${authorId.slice(0, 4)}` },
          ]),
        ),
      }));
  });
