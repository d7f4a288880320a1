import { describe, expect, it } from 'vitest';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { article, at, claim, idOf, people, proposal } from '@/lib/domain/testing/desk';
import { reportOf } from '../testing/report-of';
import { previewSize } from './preview-size';
import { previewSvg } from './preview-svg';
import { type PreviewWords, previewWords } from './preview-words';

const signOff = { byId: people.ines.userId, at, revisionId: idOf(2), hash: 'c'.repeat(64) };
const published = {
  address: 'https://galley.example.org/reports/port',
  picture: 'https://galley.example.org/reports/port/picture?v=1',
  publishedAt: at,
  changedAt: '2026-03-04T10:00:00.000Z',
};
const state = article(
  claim({ status: 'signed_off', proposal, signOff }),
  claim({ status: 'proposed', proposal: { ...proposal, outcome: 'incorrect' } }, { id: idOf(12) }),
  claim({}, { id: idOf(13), mark: 'sourced_fact' }),
  claim({}, { id: idOf(14), mark: 'opinion' }),
);
const publicReport = reportFor({ ...reportOf(state), published }, { ...plainArrangement, view: 'public' });

describe('the picture of a published report', () => {
  it('says headline, team, day and what the statements came to, findings only once they are signed off', () => {
    const { headline, team, counts, day, alt } = previewWords(publicReport);
    expect([headline, team, day]).toEqual([state.article.title, 'Desk & <Co>', '4 March 2026']);
    expect(counts.map(({ label, count }) => `${count} ${label}`)).toEqual([
      '1 Confirmed',
      '1 Sourced fact',
      '1 Still open',
    ]);
    expect(alt).toBe(
      `Fact check by Desk & <Co>: “${headline}”. 3 statements: 1 confirmed, 1 sourced fact, 1 still open. 4 March 2026.`,
    );
  });

  it.each([
    ['Arabic', 'تكلفة تعميق الميناء'],
    ['Hindi', 'बंदरगाह की खुदाई'],
    ['Chinese', '港口疏浚費用將是估算的兩倍'],
  ])('draws a headline in %s as outlines, every sign of it', (_, headline) => {
    const words = previewWords(publicReport);
    const outlines = (text: string): number =>
      previewSvg({ ...words, headline: text }, null).split('<path ').length;
    const bare = outlines('');
    expect(outlines(headline) - bare).toBeGreaterThan(headline.replaceAll(/[\s\p{M}]/gu, '').length * 0.6);
    // What no font has stands as its code, in Latin letters.
    expect(outlines(headline) - bare).toBeLessThan(headline.length * 2);
  });

  it('ends a headline in dots that is too long for it', () => {
    const words = previewWords(publicReport);
    const of = (length: number): string => previewSvg({ ...words, headline: 'port '.repeat(length) }, null);
    expect(of(90).length).toBeLessThan(of(30).length * 2);
  });

  /** The coloured boxes of what the statements came to: those of the bar, then those beside the words. */
  const boxesOf = (counts: PreviewWords['counts']) =>
    [
      ...previewSvg({ ...previewWords(publicReport), counts }, null).matchAll(
        /<rect x="([\d.]+)" y="(\d+)" width="([\d.]+)"/g,
      ),
    ].map(([, x, y, width]) => ({ x: Number(x), y: Number(y), width: Number(width) }));

  it('divides the bar as the statements came out, from edge to edge', () => {
    const [most, least] = boxesOf([
      { key: 'confirmed', label: 'Confirmed', count: 3 },
      { key: 'open', label: 'Still open', count: 1 },
    ]);
    expect(most).toMatchObject({ x: 76, width: 782 });
    expect(least).toMatchObject({ x: 862, width: 258 });
    expect((least?.x ?? 0) + (least?.width ?? 0) + 4).toBe(previewSize.width - 76);
  });

  it('sets the words of the counts beside each other while there is room, and on further lines then', () => {
    const keys = [
      'confirmed',
      'confirmed_with_change',
      'incorrect',
      'on_author',
      'unverifiable',
      'not_checkable',
    ] as const;
    const words = boxesOf(keys.map((key) => ({ key, label: `${key} as it was found`, count: 12 }))).slice(
      keys.length,
    );
    const rows = Map.groupBy(words, ({ y }) => y);
    expect([...rows.keys()]).toEqual([464, 506, 548]);
    for (const row of rows.values()) {
      expect(row[0]?.x).toBe(76);
      const lefts = row.map(({ x }) => x);
      expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
      expect(Math.min(...lefts.slice(1).map((x, at) => x - (lefts[at] ?? 0)))).toBeGreaterThan(200);
      expect(Math.max(...lefts)).toBeLessThan(previewSize.width - 76 - 200);
    }
  });
});
