import { beforeAll, describe, expect, it } from 'vitest';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { Evidence } from '@/lib/domain/evidence';
import { noDepth } from '@/lib/domain/no-depth';
import type { Report } from '@/lib/domain/report/report';
import { plainArrangement, type ReportDetail, type ReportView } from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { plainToRichText } from '@/lib/domain/rich-text';
import { article, claim } from '@/lib/domain/testing/desk';
import { type ExportFormatName, exportFormats } from './formats';
import { asEarlierVersion, withHistory } from './history-html';
import { escapeHtml } from './markup';
import { previewWords } from './picture/preview-words';
import { publicHead } from './public-head';
import { tableNames } from './report-tables';
import { reportOf } from './testing/report-of';
import { wordsOfFile } from './testing/words-of-file';
import { wholeReport } from './testing/written-whole';
import { writeText } from './write-text';

const formats = Object.keys(exportFormats) as ExportFormatName[]; // the record's own keys
const at = '2026-03-03T10:00:00.000Z';
const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** What nobody outside may read, by where it stands. None of them holds a character that a format would write otherwise. */
const canaries = {
  note: 'CanaryNote1',
  discussion: 'CanaryTalk2',
  query: 'CanaryQuery3',
  flag: 'CanaryFlag4',
  secretEvidence: 'CanarySecret5',
  contactEvidence: 'CanaryContact6',
  file: 'CanaryFile7',
  bystander: 'canary8@example.org',
  secondCheck: 'CanarySecond9',
  dispute: 'CanaryDispute10',
  overruled: 'CanaryOver11',
  tried: 'CanaryTried12',
  reply: 'CanaryReply13',
  waiting: 'CanaryWait14',
  change: 'CanaryChange15',
  dissent: 'CanaryDissent16',
} as const;

function evidence(number: number, changes: Partial<Evidence>): Evidence {
  return {
    ...noDepth,
    id: id(number),
    type: 'interview',
    tier: 'primary',
    stance: 'supports',
    title: 'OpenTitle',
    address: null,
    quote: null,
    locator: null,
    accessedOn: null,
    authorId: id(1),
    createdAt: at,
    changedAt: at,
    version: 1,
    ...changes,
  };
}

/** An article whose first claim is signed off, with a canary everywhere. */
function hostileState(): ArticleState {
  const first = claim();
  const state = article(first);
  const made = { authorId: id(2), createdAt: at, changedAt: at, version: 1 };
  const said = { byId: id(2), at };
  const talk = (number: number, kind: 'discussion' | 'author_query', words: string) => ({
    id: id(number),
    kind,
    authorId: id(2),
    createdAt: at,
    resolved: null,
    version: 1,
    replies: [{ ...made, id: id(number + 1), body: plainToRichText(words), mentions: [id(9)] }],
  });
  const proposal = {
    ...said,
    outcome: 'incorrect' as const,
    verdict: null,
    suggestedWording: 'OpenWording',
    refusal: null,
    onAuthorReason: null,
    tried: canaries.tried,
    rationale: 'OpenReason',
    confidence: 'high' as const,
    confidenceReason: canaries.tried,
    revisionId: state.revision.id,
  };
  const annotation: Annotation = {
    ...first,
    mark: 'claim',
    claim: { claimTypes: ['statistic'], claimant: 'OpenClaimant', claimedOn: null },
    notes: [{ ...made, id: id(20), body: plainToRichText(canaries.note) }],
    threads: [talk(30, 'discussion', canaries.discussion), talk(40, 'author_query', canaries.query)],
    flags: [
      {
        id: id(50),
        reason: canaries.flag,
        priority: 'high',
        raisedById: id(2),
        raisedAt: at,
        looked: null,
        version: 1,
      },
    ],
    evidence: [
      evidence(60, {
        file: { id: id(61), name: canaries.file, type: 'image/png', bytes: 9, sha256: '0'.repeat(64) },
      }),
      evidence(62, { isConfidential: true, title: canaries.secretEvidence, quote: canaries.secretEvidence }),
      evidence(63, { contactId: id(64), title: canaries.contactEvidence, locator: canaries.contactEvidence }),
    ],
    check: {
      ...first.check,
      status: 'signed_off',
      waiting: { ...said, on: 'source', reason: canaries.waiting },
      proposal,
      secondChecks: [
        {
          ...said,
          id: id(70),
          outcome: 'confirmed',
          verdict: null,
          note: canaries.secondCheck,
          suggestedWording: null,
          isBlind: false,
        },
      ],
      dispute: { ...said, reason: canaries.dispute },
      decision: {
        ...said,
        note: canaries.dispute,
        overruled: { ...proposal, rationale: canaries.overruled },
      },
      signOff: { ...said, revisionId: state.revision.id, hash: 'c'.repeat(64) },
      staleness: { ...said, cause: 'evidence', detail: canaries.dispute },
      reopened: { ...said, reason: canaries.dispute },
    },
  };
  return {
    ...state,
    annotations: { [annotation.id]: annotation },
    people: {
      ...state.people,
      [id(2)]: { id: id(2), name: 'Open Name' },
      [id(9)]: { id: id(9), name: canaries.bystander },
    },
    ballots: [
      {
        id: id(90),
        sessionId: id(91),
        annotationId: annotation.id,
        version: 1,
        rounds: [
          {
            calledById: id(2),
            calledAt: at,
            voterIds: [id(2), id(9)],
            revealed: { byId: null, at },
            votes: [{ ...said, outcome: 'confirmed', verdict: null, note: canaries.dissent }],
          },
        ],
      },
    ],
    replyRequests: [
      {
        ...made,
        id: id(80),
        party: canaries.reply,
        question: canaries.reply,
        askedOn: '2026-03-01',
        way: 'email',
        deadlineOn: null,
        answer: null,
      },
    ],
  };
}

let whole: Report;
beforeAll(() => {
  const log = {
    sinceRevision: 1,
    left: 0,
    lines: [{ seq: 2, at, byId: id(9), annotationId: null, words: canaries.change }],
  };
  whole = { ...reportOf(hostileState()), changes: log };
});

/** Everything that can be read in a copy, in every table of the format. */
async function wordsOf(view: ReportView, format: ExportFormatName): Promise<string> {
  const report = reportFor(whole, { ...plainArrangement, view });
  const tables = format === 'csv' ? tableNames : (['claims'] as const);
  const files = await Promise.all(tables.map((table) => wholeReport(report, format, table)));
  return (await Promise.all(files.map((file) => wordsOfFile(file, format)))).join('\n');
}

/** What each kind of content of an annotation says here, which nothing else says. */
const saidBy: Readonly<Record<ReportDetail, readonly string[]>> = {
  facts: ['OpenClaimant'],
  wording: ['OpenWording'],
  reasons: ['OpenReason', canaries.tried],
  evidence: ['OpenTitle', canaries.secretEvidence, canaries.contactEvidence, canaries.file],
  notes: [canaries.note],
  flags: [canaries.flag],
  queries: [canaries.query],
  discussion: [canaries.discussion],
  history: [canaries.secondCheck, canaries.dispute, canaries.waiting],
  signOffs: ['c'.repeat(64)],
  names: ['Open Name', canaries.bystander, 'Mara'],
};
const detailsOf = Object.keys(saidBy) as ReportDetail[]; // the record's own keys

describe('what is left out of a checking copy', () => {
  it.each(detailsOf)('is not in the report that formats are given: %s', (left) => {
    const details = detailsOf.filter((one) => one !== left);
    const copy = JSON.stringify(reportFor(whole, { ...plainArrangement, details }));
    for (const [detail, words] of Object.entries(saidBy))
      expect(
        words.filter((one) => copy.includes(one)),
        detail,
      ).toEqual(detail === left ? [] : words);
  });

  it.each(formats)('is in no file either, and what always stands is: %s', async (format) => {
    const report = reportFor(whole, { ...plainArrangement, details: [] });
    const copy = await wordsOfFile(await wholeReport(report, format, 'claims'), format);
    const unsaid = Object.values(saidBy).flat();
    expect(unsaid.filter((one) => copy.includes(one))).toEqual([]);
    if (format !== 'claimreview') expect(copy.toLowerCase()).toMatch(/incorrect/);
  });

  it('numbers colleagues in place of their names, also where somebody mentions one', () => {
    const [entry] = whole.entries;
    if (entry === undefined) throw new Error('There is no annotation.');
    const body = plainToRichText('Ask @Open Name, not Open Name’s desk.');
    const note = { id: id(21), body, authorId: id(2), createdAt: at, changedAt: at, version: 1 };
    const noted = { ...whole, entries: [{ ...entry, annotation: { ...entry.annotation, notes: [note] } }] };
    const details = detailsOf.filter((one) => one !== 'names');
    const copy = reportFor(noted, { ...plainArrangement, details });
    const number = Object.keys(whole.people).indexOf(id(2)) + 1;
    expect(copy.people[id(2)]?.name).toBe(`Colleague ${number}`);
    expect(copy.entries[0]?.annotation.notes[0]?.body).toEqual(
      plainToRichText(`Ask @Colleague ${number}, not Open Name’s desk.`),
    );
  });
});

describe('what leaves the house', () => {
  it.each(formats)(
    'holds no canary of the house as %s, neither public nor for the writer',
    async (format) => {
      const words = Object.values(canaries);
      for (const view of ['public', 'checked'] as const) {
        const copy = await wordsOf(view, format);
        expect(
          words.filter((canary) => copy.includes(canary)),
          view,
        ).toEqual([]);
      }
    },
  );

  it('holds none on the picture that previews show, nor in the head of the page that it belongs to', () => {
    const address = 'https://galley.example.org/reports/port';
    const published = { address, picture: `${address}/picture?v=1`, publishedAt: at, changedAt: at };
    const copy = reportFor({ ...whole, published }, { ...plainArrangement, view: 'public' });
    const preview = previewWords(copy);
    const told = `${JSON.stringify(preview)} ${publicHead(copy)}`;
    expect(Object.values(canaries).filter((canary) => told.includes(canary))).toEqual([]);
    expect(told).toContain('1 incorrect');
    expect(publicHead(copy)).toContain(`<meta property="og:image:alt" content="${escapeHtml(preview.alt)}">`);
    expect(publicHead({ ...copy, published: null })).toBe('<meta name="robots" content="noindex">');
  });

  it('tells none of them on the page of a published report, with its history, nor when it is kept as an earlier version', () => {
    const slug = 'port';
    const address = `https://galley.example/reports/${slug}`;
    const published = { address, picture: `${address}/picture?v=1`, publishedAt: at, changedAt: at };
    const copy = reportFor({ ...whole, published }, { ...plainArrangement, view: 'public' });
    const history = { number: 1, version: 1, seq: 1, earlier: [], corrections: [], withdrawnAt: null };
    const page = withHistory(
      [...writeText(copy, 'html')].join(''),
      { slug, publishedAt: at, changedAt: at, ...history },
      address,
    );
    const kept = asEarlierVersion(page, { number: 1, publishedAt: at, replacedAt: at, address });
    for (const told of [page, kept]) {
      expect(Object.values(canaries).filter((canary) => told.includes(canary))).toEqual([]);
      expect(told).toContain('History of this report');
    }
  });

  it.each(['html', 'json', 'docx', 'pdf', 'markdown'] as const)(
    'holds them all as %s in the checking copy, so that the search above can find them',
    async (format) => {
      const copy = await wordsOf('checking', format);
      const missing = Object.entries(canaries).filter(([, canary]) => !copy.includes(canary));
      // What a check waited for is told while it waits; a Galley file holds no log and no votes, which the record has.
      const untold = format === 'json' ? ['change', 'dissent'] : ['waiting'];
      expect(missing.map(([where]) => where)).toEqual(untold);
    },
  );

  it('still says what was found and who signed it off', async () => {
    const copy = await wordsOf('public', 'html');
    for (const words of ['OpenWording', 'OpenTitle', 'Open Name']) expect(copy).toContain(words);
  });
});
