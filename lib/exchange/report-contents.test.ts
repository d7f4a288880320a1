import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleState } from '@/lib/domain/apply';
import { plainArrangement, type ReportSection } from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { plainToRichText } from '@/lib/domain/rich-text';
import { plainRules } from '@/lib/domain/team-rules';
import { article, at, claim, claimId, idOf, people, proposal, question } from '@/lib/domain/testing/desk';
import { reportOf } from './testing/report-of';
import { wordsOfFile } from './testing/words-of-file';
import { wholeReport } from './testing/written-whole';

const { mara, tom, ines } = people;
const [scale] = plainRules.scales;
const step = scale?.steps.find(({ key }) => key === 'mostly_false');
if (scale === undefined || step === undefined) throw new Error('The scale of tests has no such step.');
const said = (id: number, words: string, authorId: string) => ({
  ...question,
  id: idOf(id),
  authorId,
  body: plainToRichText(words),
});

/** An article in which everything has happened that a report tells of. */
const state: ArticleState = {
  ...article(
    claim(
      {
        status: 'signed_off',
        proposal: {
          ...proposal,
          outcome: 'incorrect',
          verdict: { scaleId: scale.id, scaleVersion: scale.version, ...step },
          suggestedWording: 'port will cost 421 million kronor',
          rationale: 'The budget was revised.',
        },
        signOff: { byId: ines.userId, at, revisionId: idOf(2), hash: 'c'.repeat(64) },
      },
      {
        notes: [said(90, 'Called the ministry.', mara.userId)],
        threads: [
          {
            id: idOf(80),
            kind: 'author_query',
            authorId: tom.userId,
            createdAt: at,
            resolved: null,
            version: 1,
            replies: [said(81, 'Which year?', tom.userId)],
          },
        ],
      },
    ),
  ),
  people: Object.fromEntries(Object.values(people).map(({ userId, name }) => [userId, { id: userId, name }])),
  ballots: [
    {
      id: idOf(50),
      sessionId: idOf(51),
      annotationId: claimId,
      version: 1,
      rounds: [
        {
          calledById: ines.userId,
          calledAt: at,
          voterIds: [tom.userId],
          revealed: { byId: null, at },
          votes: [{ byId: tom.userId, at, outcome: 'confirmed', verdict: null, note: 'The old one counts.' }],
        },
      ],
    },
  ],
  replyRequests: [
    {
      id: idOf(60),
      authorId: mara.userId,
      createdAt: at,
      changedAt: at,
      version: 1,
      party: 'The port authority',
      question: 'Does the figure hold?',
      askedOn: '2026-03-01',
      way: 'email',
      deadlineOn: null,
      answer: null,
    },
  ],
};
const made = reportOf(state);
const override = { reason: 'The printer waits.', against: ['One query is open.'] };
const whole = {
  ...made,
  article: {
    ...made.article,
    signOff: { byId: ines.userId, at, seq: made.record.seq, revisionId: idOf(2), override, waivers: [] },
  },
  corrections: [{ id: idOf(70), at, text: 'It said 500 at first.' }],
  changes: {
    sinceRevision: 1,
    left: 0,
    lines: [{ seq: 2, at, byId: mara.userId, annotationId: claimId, words: 'Note created' }],
  },
} as typeof made; // a sign-off as the domain makes it, spelled out

/** What the issue of a report is, word by word; the section that it goes with, where it can be left out. */
const contents: readonly (readonly [what: string, words: string, section: ReportSection | null])[] = [
  ['the article', 'Nobody is surprised.', null],
  ['the revision', 'Revision 1', null],
  ['coverage', 'Sentences decided', 'summary'],
  ['gaps', 'Sentences without a decision', 'summary'],
  ['mark and number', 'C1 Claim', null],
  ['status', 'Signed off', null],
  ['outcome', 'Incorrect', null],
  ['verdict with its scale', 'Mostly false (scale “Galley”)', null],
  ['suggested wording', 'kronor', null],
  ['rationale', 'The budget was revised.', null],
  ['note', 'Called the ministry.', null],
  ['evidence', 'Budget', null],
  ['author query', 'Which year?', null],
  ['dissent', 'The old one counts.', 'dissent'],
  ['override', 'The printer waits.', null],
  ['change log', 'Changes since revision 1', 'changes'],
  ['right of reply', 'Does the figure hold?', 'replies'],
  ['correction', 'It said 500 at first.', null],
  ['method note', 'How this was checked', 'method'],
  ['legend', 'A statement that evidence can settle.', 'legend'],
  ['record', 'hash:', null],
];

const bare = (words: string): string => words.normalize('NFKC').replaceAll(/[\s\\*]+/g, '');

describe.each(['html', 'pdf', 'docx', 'markdown'] as const)('the checking copy as %s', (format) => {
  const read = async (sections: readonly ReportSection[]): Promise<string> => {
    const copy = reportFor(whole, { ...plainArrangement, sections });
    const file = await wholeReport(copy, format);
    const words = await wordsOfFile(file, format);
    return bare(
      words.replaceAll(/<[^>]*>/g, '').replaceAll(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)),
    );
  };
  it('has its sections in the order that was chosen, before and behind the text', async () => {
    const copy = await read(['method', 'legend', 'text', 'changes', 'replies', 'summary']);
    const titles = ['How this was checked', 'Legend', 'Nobody is surprised', 'Changes since revision 1'];
    const places = [...titles, 'Right of reply', 'Sentences decided'].map((title) =>
      copy.indexOf(bare(title)),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  let full: string;
  let shortest: string;
  beforeAll(async () => {
    [full, shortest] = [await read(plainArrangement.sections), await read(['text'])];
  }, 60_000);

  it.each(contents)('has %s', (_, words, section) => {
    expect(full).toContain(bare(words));
    expect(shortest.includes(bare(words))).toBe(section === null);
  });
});
