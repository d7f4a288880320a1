import { describe, expect, it } from 'vitest';
import { plainArrangement } from '@/lib/domain/report/report-arrangement';
import { reportFor } from '@/lib/domain/report/report-view';
import { article, at, claim, idOf, people, proposal } from '@/lib/domain/testing/desk';
import { reportOf } from '../testing/report-of';
import { previewSvg } from './preview-svg';
import { previewWords } from './preview-words';

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
});
