import { createHash, randomUUID } from 'node:crypto';
import { anchorAt } from '@/lib/domain/anchor';
import { marks } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { type Check, freshCheck } from '@/lib/domain/check';
import { noDepth } from '@/lib/domain/no-depth';
import { plainToRichText } from '@/lib/domain/rich-text';
import { splitSentences } from '@/lib/domain/text/sentences';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import { plainDetails, plainDoc } from '@/prisma/builders/article';
import { makeText, seeded } from './made-up-text';

/** How large a made-up article is. `flagEvery` 1 flags each annotation; absent, every twentieth. */
export type ArticleSize = {
  readonly words: number;
  readonly annotations: number;
  readonly flagEvery?: number;
  readonly seed?: number;
};

type FileAnnotation = GalleyFile['annotations'][number];

/**
 * A made-up article as a Galley file. Two sentences of five carry no mark; on the others the marks overlap and nest.
 * Every third annotation has a note, every eighth evidence, every tenth a thread; claims are proposed or
 * second-checked; three people made them.
 */
export function annotatedArticle({
  words,
  annotations,
  flagEvery = 20,
  seed = words,
}: ArticleSize): GalleyFile {
  const text = makeText(words, seeded(seed));
  const marked = splitSentences(text, 'en').filter((_, index) => index % 5 >= 2);
  const people = ['Ines Calder', 'Tom Okafor', 'Rosa Lindqvist'].map((name) => ({ id: randomUUID(), name }));
  const at = new Date().toISOString();
  return {
    format: 'galley-article',
    version: 3,
    exportedAt: at,
    team: 'Bench',
    article: {
      ...plainDetails(`${annotations} annotations on ${words} words, number ${seed}`),
      id: randomUUID(),
      signOff: null,
      version: 1,
    },
    revision: {
      number: 1,
      hash: createHash('sha256').update(text).digest('hex'),
      text,
      doc: plainDoc(text),
      createdAt: at,
    },
    record: { seq: 0, hash: '' },
    people,
    replyRequests: [],
    whole: null,
    annotations: Array.from({ length: annotations }, (_, index) => {
      const { revisionId: _none, ...anchor } = anchorAt({ id: '', text }, passageOf(text, marked, index));
      const written = () => ({
        id: randomUUID(),
        authorId: people[index % people.length]?.id ?? '',
        createdAt: at,
        changedAt: at,
        version: 1,
      });
      return {
        ...written(),
        mark: marks[index % marks.length] ?? 'claim',
        check: checkOf(index, people, at),
        partOfId: null,
        repeatsId: null,
        threads: index % 10 === 0 ? [threadOf(written)] : [],
        anchor,
        claim: { claimTypes: ['statistic'], claimant: null, claimedOn: null },
        notes: index % 3 === 0 ? [{ ...written(), body: plainToRichText(noteWords) }] : [],
        evidence: index % 8 === 0 ? [{ ...written(), ...evidenceFields }] : [],
        flags: index % flagEvery === 0 ? [flagOf(index, people[0]?.id ?? '', at)] : [],
      } satisfies FileAnnotation;
    }),
  };
}

type Written = { id: string; authorId: string; createdAt: string; changedAt: string; version: number };

function threadOf(written: () => Written): FileAnnotation['threads'][number] {
  const { id, authorId, createdAt } = written();
  const reply = { ...written(), body: plainToRichText('Which of the two years was meant?'), mentions: [] };
  return { id, kind: 'author_query', authorId, createdAt, resolved: null, version: 1, replies: [reply] };
}

/** Claims are proposed, sourced facts second-checked; opinions and the rest have no check. */
function checkOf(index: number, people: readonly { id: string }[], at: string): Check {
  const mark = marks[index % marks.length];
  if (mark !== 'claim' && mark !== 'sourced_fact') return freshCheck;
  const [proposer, second] = [
    people[index % people.length]?.id ?? '',
    people[(index + 1) % people.length]?.id ?? '',
  ];
  const outcome = 'confirmed_with_change' as const;
  const said = { outcome, verdict: null, suggestedWording: 'a little more than five crowns', at };
  const rationale = 'Both totals stand in the report.';
  const none = { refusal: null, onAuthorReason: null, tried: null, confidence: null, confidenceReason: null };
  const proposal = { ...said, ...none, rationale, byId: proposer, revisionId: randomUUID() };
  if (mark === 'claim') return { ...freshCheck, version: 2, status: 'proposed', proposal };
  const check = { ...said, id: randomUUID(), note: 'It holds.', byId: second, isBlind: false };
  return { ...freshCheck, version: 3, status: 'second_check', proposal, secondChecks: [check] };
}

const noteWords =
  'The two totals stand in the annual report as given, but the share does not follow from them. The press release speaks of one quarter only; ask the writer which of the two was meant before it is corrected.';

const evidenceFields = {
  type: 'official_document',
  tier: 'primary',
  stance: 'refutes',
  title: 'Annual mobility report of the transport office',
  address: 'https://example.org/reports/2025.pdf',
  quote: 'Passengers on night services: 1.21 million (previous year), 1.51 million (trial year).',
  locator: 'p. 18, table 4',
  accessedOn: '2025-06-21',
  ...noDepth,
} as const;

function flagOf(index: number, raisedById: string, raisedAt: string): FileAnnotation['flags'][number] {
  const priority = (['low', 'normal', 'high', 'urgent'] as const)[index % 4] ?? 'normal';
  return {
    id: randomUUID(),
    reason: 'The share is wrong here and in the headline.',
    priority,
    raisedById,
    raisedAt,
    looked: null,
    version: 1,
  };
}

/** The first round of annotations takes whole sentences, each later one a few words inside them. */
function passageOf(text: string, sentences: readonly Passage[], index: number): Passage {
  const sentence = sentences[index % sentences.length];
  if (sentence === undefined) throw new Error('The made-up text has no sentence to mark.');
  const round = Math.floor(index / sentences.length);
  if (round === 0) return sentence;
  const words = [...text.slice(sentence.start, sentence.end).matchAll(/\S+/g)];
  const first = (round * 2) % Math.max(1, words.length - 3);
  const from = words[first];
  const to = words[Math.min(words.length - 1, first + 1 + (round % 4))];
  if (from === undefined || to === undefined) return sentence;
  return { start: sentence.start + from.index, end: sentence.start + to.index + to[0].length };
}
