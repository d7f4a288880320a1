import 'server-only';
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { anchorAt } from '@/lib/domain/anchor';
import type { Mark } from '@/lib/domain/annotation';
import { type ArticleBlock, type ArticleDoc, canonicalText } from '@/lib/domain/article-doc';
import { freshCheck } from '@/lib/domain/check';
import { evidenceFieldsSchema } from '@/lib/domain/evidence';
import { plainToRichText } from '@/lib/domain/rich-text';
import type { GalleyFile } from '@/lib/exchange/galley/file-schema';
import { type SampleCheck, sampleCheck } from './sample-check';

/**
 * The sample article: a made-up news story with statistics, quotes, opinions, attributions and planted errors
 * (the rise is 25 percent, not 40; the parts add up to 11.4 million, not 11.8; 14 June 2025 was a Saturday; the
 * mayor's quote is given to two people), and the beginning of its check by two made-up checkers.
 */
export function sampleArticle(newId: () => string, now: Date): GalleyFile {
  const text = canonicalText(doc);
  const ago = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();
  const ines = { id: newId(), name: 'Ines Calder (sample)' };
  const tom = { id: newId(), name: 'Tom Okafor (sample)' };
  const people = { ines: ines.id, tom: tom.id };
  return {
    format: 'galley-article',
    version: 3,
    exportedAt: now.toISOString(),
    team: 'Sample',
    article: {
      id: newId(),
      title: headline,
      byline: 'Rosa Lindqvist',
      publication: 'The Veldhaven Courier',
      publishedOn: '2025-06-20',
      sourceAddress: null,
      language: 'en',
      direction: 'ltr',
      signOff: null,
      version: 1,
    },
    revision: {
      number: 1,
      hash: createHash('sha256').update(text).digest('hex'),
      text,
      doc,
      createdAt: ago(90),
    },
    record: { seq: 0, hash: '' },
    people: [ines, tom],
    replyRequests: [],
    whole: null,
    annotations: sampleMarks.map((mark) => {
      const start = text.indexOf(mark.exact);
      const { revisionId: _none, ...anchor } = anchorAt(
        { id: '', text },
        { start, end: start + mark.exact.length },
      );
      const written = (by: keyof typeof people, minutes: number) => {
        const at = ago(minutes);
        return { id: newId(), authorId: people[by], createdAt: at, changedAt: at, version: 1 };
      };
      return {
        ...written(mark.by, mark.minutesAgo),
        mark: mark.mark,
        check: mark.check === undefined ? freshCheck : sampleCheck(mark.check, { people, ago, newId }),
        partOfId: null,
        repeatsId: null,
        threads: (mark.queries ?? []).map(({ by, minutesAgo, words }) => {
          const { authorId, createdAt, ...first } = written(by, minutesAgo);
          const reply = {
            ...first,
            id: newId(),
            authorId,
            createdAt,
            body: plainToRichText(words),
            mentions: [],
          };
          return {
            id: first.id,
            kind: 'author_query' as const,
            authorId,
            createdAt,
            resolved: null,
            version: 1,
            replies: [reply],
          };
        }),
        anchor,
        claim: { claimTypes: [], claimant: null, claimedOn: null, ...mark.claim },
        notes: (mark.notes ?? []).map(({ by, minutesAgo, words }) => ({
          ...written(by, minutesAgo),
          body: plainToRichText(words),
        })),
        evidence: (mark.evidence ?? []).map((fields) => ({
          ...written(mark.by, mark.minutesAgo - 2),
          ...evidenceFieldsSchema.parse(fields),
        })),
        flags: (mark.flags ?? []).map((flag) => ({
          ...flag,
          id: newId(),
          raisedById: people[mark.by],
          raisedAt: ago(mark.minutesAgo - 3),
          looked: null,
          version: 1,
        })),
      };
    }),
  };
}

type SampleMark = {
  readonly mark: Mark;
  readonly exact: string;
  readonly by: 'ines' | 'tom';
  readonly minutesAgo: number;
  readonly check?: SampleCheck;
  readonly queries?: readonly {
    readonly by: 'ines' | 'tom';
    readonly minutesAgo: number;
    readonly words: string;
  }[];
  readonly claim?: Partial<GalleyFile['annotations'][number]['claim']>;
  readonly notes?: readonly {
    readonly by: 'ines' | 'tom';
    readonly minutesAgo: number;
    readonly words: string;
  }[];
  readonly evidence?: readonly z.input<typeof evidenceFieldsSchema>[];
  readonly flags?: readonly {
    readonly reason: string;
    readonly priority: 'low' | 'normal' | 'high' | 'urgent';
  }[];
};

const headline = 'Night buses carry 40 percent more people, and Veldhaven wants to run them all year';

const paragraph = (text: string): ArticleBlock => ({
  type: 'paragraph',
  attrs: { lead: '\n\n' },
  content: [{ type: 'text', text }],
});

const subheading = (text: string): ArticleBlock => ({
  type: 'heading',
  attrs: { lead: '\n\n', level: 2 },
  content: [{ type: 'text', text }],
});

const numbered = (items: readonly string[]): ArticleBlock => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content: items.map((text, index) => ({
    type: 'listItem',
    content: [
      {
        type: 'paragraph',
        attrs: { lead: `${index === 0 ? '\n\n' : '\n'}${index + 1}. ` },
        content: [{ type: 'text', text }],
      },
    ],
  })),
});

const doc: ArticleDoc = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { lead: '', level: 1 }, content: [{ type: 'text', text: headline }] },
    paragraph(
      'The number of passengers on Veldhaven’s night buses rose from 1.2 million to 1.5 million in the first year of the extended timetable, an increase of 40 percent, the transport office said on Friday, 14 June. The council is to vote in September on whether the trial becomes permanent.',
    ),
    paragraph(
      '“We asked people to leave the car at home after dark, and they did,” said the mayor, Hanneke Brouwer, at a news conference in the old tram depot. She called the trial the most successful transport measure that the city has ever taken.',
    ),
    paragraph(
      'It is hard to disagree with her. Anyone who has waited in the rain at the Lock Bridge stop at two in the morning knows what the new buses mean to this city: they are clean, they are on time, and they make Veldhaven feel like a place that does not shut at eleven.',
    ),
    paragraph(
      'According to the city’s own counting, published in the annual mobility report, 62 percent of the new passengers had previously made the trip by car or taxi. Car traffic on the ring road between 11 p.m. and 5 a.m. fell by 8 percent over the same period. The report puts the number of avoided car trips at 186,000.',
    ),
    subheading('What it costs'),
    paragraph(
      'The trial cost 11.8 million crowns in its first year: 7.1 million for drivers, 2.6 million for fuel and maintenance, and 1.7 million for cleaning and security. Tickets brought in 3.9 million, so that each night trip was subsidised with a little more than five crowns.',
    ),
    paragraph(
      'That is money well spent, says the passengers’ association. Its chair, Daan Verhulst, told the Courier that “we asked people to leave the car at home after dark, and they did”. Critics see it differently. The opposition leader, Pim de Wit, said in the council on Tuesday that Veldhaven spends more per head on night buses than any other city of its size in the country.',
    ),
    paragraph(
      'Mr. de Wit did not name a source. The national statistics office, which compares 34 cities every year, listed Veldhaven in ninth place in 2024, behind Oosterwolde and Sint Maren. Its figures for 2025 are not out until the autumn.',
    ),
    subheading('Safer streets?'),
    paragraph(
      'The police recorded 214 street robberies at night in the twelve months of the trial, compared with 268 in the year before. “The buses bring people, and people bring safety,” said a spokeswoman for the police, Lotte Adema. Whether the buses caused the fall is another question: robberies fell in the whole province, and by almost the same share.',
    ),
    paragraph(
      'Residents of the harbour district are less enthusiastic. In a petition with 1,140 signatures they ask for electric buses and for a stop further from the flats on Pilot Street. The transport office measured 58 decibels there in March, two below the legal limit for the night.',
    ),
    paragraph(
      'The drivers’ union, which represents 310 of the 340 people on the night roster, supports the trial but not the roster itself. “Nobody can work six nights in a row and drive safely,” said its secretary, Marit Oost. The transport office answered that no driver had been scheduled for more than five nights in a row since February, and that it would publish the rosters on request.',
    ),
    paragraph('Three things are to be decided by the end of the summer:'),
    numbered([
      'Whether buses run every 20 minutes on weekdays too, as they do now on Friday and Saturday nights.',
      'Whether people under 18 travel free of charge, which the youth council has demanded since 2022.',
      'Whether the city orders twelve electric buses, at a price of about 640,000 crowns each.',
    ]),
    paragraph(
      'The electric buses alone would therefore cost 7.7 million crowns, roughly as much as all drivers together in the first year. The council’s audit office has warned that the price of batteries could rise further by 2027.',
    ),
    paragraph(
      'Other cities are watching. Sint Maren began its own trial in January, and the transport minister, Joris Haan, said last week that he wants night buses in every city with more than 200,000 people by the end of the decade. Veldhaven, with 231,000 inhabitants, would be the smallest city in the country to have them all year.',
    ),
    paragraph(
      'Ms. Brouwer, who faces re-election in March, has staked a good deal on the vote. A survey by the Courier in May found 57 percent of 812 people questioned in favour of a permanent night bus, 29 percent against, and 14 percent undecided. If the council follows them, the first buses of the new timetable leave the depot on 1 January.',
    ),
  ],
};

const sampleMarks: readonly SampleMark[] = [
  {
    mark: 'claim',
    exact:
      'The number of passengers on Veldhaven’s night buses rose from 1.2 million to 1.5 million in the first year of the extended timetable, an increase of 40 percent',
    by: 'ines',
    minutesAgo: 84,
    claim: { claimTypes: ['statistic', 'comparison'], claimant: 'Transport office of Veldhaven' },
    notes: [
      {
        by: 'ines',
        minutesAgo: 82,
        words:
          'The two totals stand in the mobility report as given. The share does not follow from them: 1.5 against 1.2 million is 25 percent. The headline repeats the mistake.',
      },
      {
        by: 'tom',
        minutesAgo: 61,
        words:
          'Second opinion: I agree on 25 percent for the whole year. But the press release says 40 percent for Friday and Saturday nights only. Perhaps the writer mixed the two; ask before we correct.',
      },
    ],
    evidence: [
      {
        type: 'official_document',
        tier: 'primary',
        stance: 'refutes',
        title: 'Annual mobility report, Veldhaven transport office',
        address: null,
        quote: 'Passengers on night services: 1.21 million (previous year), 1.51 million (trial year).',
        locator: 'p. 18, table 4',
        accessedOn: '2025-06-21',
      },
    ],
    flags: [{ reason: 'The share is wrong here and in the headline.', priority: 'high' }],
    check: {
      by: 'ines',
      minutesAgo: 55,
      priority: 'high',
      outcome: 'incorrect',
      verdict: 'mixed',
      suggestedWording:
        'The number of passengers on Veldhaven’s night buses rose from 1.2 million to 1.5 million in the first year of the extended timetable, an increase of 25 percent',
      rationale: 'Both totals stand in the report. The share that follows from them is 25 percent, not 40.',
      confidence: ['high', 'The report gives both numbers, and the division is simple.'],
    },
  },
  {
    mark: 'claim',
    exact: 'an increase of 40 percent',
    by: 'tom',
    minutesAgo: 60,
    claim: { claimTypes: ['comparison'] },
  },
  {
    mark: 'claim',
    exact: 'Friday, 14 June',
    by: 'tom',
    minutesAgo: 58,
    claim: { claimTypes: ['temporal'] },
    check: { by: 'tom', minutesAgo: 56, waitsForAuthor: 'Which is right, the day or the date?' },
    queries: [
      {
        by: 'tom',
        minutesAgo: 56,
        words: 'The 14th was a Saturday. Did the transport office speak on Friday the 13th or on Saturday?',
      },
    ],
    notes: [
      {
        by: 'tom',
        minutesAgo: 57,
        words: '14 June 2025 was a Saturday. Which is right, the day or the date?',
      },
    ],
  },
  {
    mark: 'claim',
    exact:
      '“We asked people to leave the car at home after dark, and they did,” said the mayor, Hanneke Brouwer',
    by: 'ines',
    minutesAgo: 78,
    claim: { claimTypes: ['quote'], claimant: 'Hanneke Brouwer' },
    notes: [
      {
        by: 'ines',
        minutesAgo: 77,
        words: 'The same words are given to Daan Verhulst further down. Only one of them can have said it.',
      },
    ],
  },
  {
    mark: 'opinion',
    exact: 'the most successful transport measure that the city has ever taken',
    by: 'ines',
    minutesAgo: 76,
  },
  {
    mark: 'opinion',
    exact:
      'It is hard to disagree with her. Anyone who has waited in the rain at the Lock Bridge stop at two in the morning knows what the new buses mean to this city: they are clean, they are on time, and they make Veldhaven feel like a place that does not shut at eleven.',
    by: 'ines',
    minutesAgo: 74,
    notes: [
      {
        by: 'ines',
        minutesAgo: 73,
        words: 'The writer’s own voice in a news story. “On time” inside it can be checked.',
      },
    ],
  },
  {
    mark: 'claim',
    exact: 'they are on time',
    by: 'ines',
    minutesAgo: 73,
    claim: { claimTypes: ['property'] },
  },
  {
    mark: 'sourced_fact',
    exact:
      'According to the city’s own counting, published in the annual mobility report, 62 percent of the new passengers had previously made the trip by car or taxi.',
    by: 'tom',
    minutesAgo: 50,
    check: {
      by: 'tom',
      minutesAgo: 46,
      outcome: 'confirmed',
      verdict: 'true',
      rationale: 'The report gives 62 percent, and says how it was counted.',
      secondCheck: { by: 'ines', minutesAgo: 30, note: 'Read the same page. It holds.' },
    },
    evidence: [
      {
        type: 'official_document',
        tier: 'primary',
        stance: 'supports',
        title: 'Annual mobility report, Veldhaven transport office',
        address: null,
        quote: null,
        locator: 'p. 21',
        accessedOn: '2025-06-21',
      },
    ],
  },
  {
    mark: 'claim',
    exact:
      'The trial cost 11.8 million crowns in its first year: 7.1 million for drivers, 2.6 million for fuel and maintenance, and 1.7 million for cleaning and security.',
    by: 'tom',
    minutesAgo: 44,
    claim: { claimTypes: ['statistic'] },
    notes: [
      {
        by: 'tom',
        minutesAgo: 43,
        words: 'The three parts add up to 11.4 million. Is a part missing, or is the total wrong?',
      },
    ],
  },
  {
    mark: 'claim',
    exact: 'Veldhaven spends more per head on night buses than any other city of its size in the country',
    by: 'ines',
    minutesAgo: 32,
    claim: { claimTypes: ['comparison'], claimant: 'Pim de Wit' },
  },
  {
    mark: 'no_fact',
    exact: 'Three things are to be decided by the end of the summer:',
    by: 'ines',
    minutesAgo: 30,
  },
];
