import { describe, expect, it } from 'vitest';
import type { Publication } from '@/lib/domain/report/publication';
import { asEarlierVersion, withHistory } from './history-html';
import { reportOf } from './testing/report-of';
import { workedDesk } from './testing/worked-desk';
import { wholeText } from './testing/written-whole';

const at = '2026-03-03T10:00:00.000Z';
const later = '2026-03-04T10:00:00.000Z';
const address = 'https://galley.example/reports/port-1';
const publication: Publication = {
  slug: 'port-1',
  publishedAt: at,
  changedAt: later,
  withdrawnAt: null,
  seq: 9,
  version: 2,
  number: 2,
  earlier: [{ number: 1, publishedAt: at, replacedAt: later, seq: 4, bytes: 9, gone: null }],
  corrections: [{ id: 'a', at: later, text: 'By 14 <b>& not</b> by $& 40.' }],
};
const published = { address, picture: `${address}/picture?v=2`, publishedAt: at, changedAt: later };
const page = () =>
  withHistory(wholeText({ ...reportOf(workedDesk()), published }, 'html'), publication, address);

describe('the history on the page of a published report', () => {
  it('stands before its foot, with versions, corrections and a link from the top', () => {
    const html = page();
    expect(html).toContain('<a href="#history">Version 2 · History of this report</a></p></header>');
    expect(html).toContain(
      'this version</p><p dir="auto"><b>Correction:</b> By 14 &#60;b&#62;&#38; not&#60;/b&#62; by $&#38; 40.',
    );
    expect(html).toContain(`<a href="${address}/versions/1" rel="noopener noreferrer">Read version 1</a>`);
    expect(html.indexOf('id="history"')).toBeLessThan(html.lastIndexOf('<footer>'));
    expect(html.indexOf('id="history"')).toBeGreaterThan(html.indexOf('</main>'));
  });

  it('is written anew where it stands already, and nothing else changes', () => {
    const [first] = publication.earlier;
    if (first === undefined) throw new Error('It has an earlier version.');
    const gone = { at: later, because: 'taken_away' } as const;
    const html = withHistory(page(), { ...publication, earlier: [{ ...first, gone }] }, address);
    expect(html).not.toContain('versions/1');
    expect(html).toContain('taken away by the publisher');
    const without = (words: string) => words.replace(/<section class="history".*?<\/section>/s, '');
    expect(without(html)).toBe(without(page()));
  });
});

describe('the page of an earlier version', () => {
  const earlier = () => asEarlierVersion(page(), { number: 2, publishedAt: at, replacedAt: later, address });

  it('says so, leads to the present one, and keeps what it said', () => {
    const html = earlier();
    expect(html).toContain(
      '<header><div class="earlier"><p><strong>Earlier version.</strong> Version 2 of this report',
    );
    expect(html).toContain(`<a href="${address}">Read the present version</a>`);
    expect(html).toContain('<title>Earlier version 2: ');
    const main = (words: string) => words.slice(words.indexOf('<main'), words.indexOf('</main>'));
    expect(main(html)).toBe(main(page()));
  });

  it('is for no search engine, no preview and no gatherer of ratings, and points to the present one', () => {
    expect(page()).toMatch(/og:title|twitter:card/);
    expect(page()).toContain('application/ld+json');
    const html = earlier();
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain(`<link rel="canonical" href="${address}">`);
    expect(html).not.toMatch(/og:|twitter:|article:published|ld\+json|<script/);
    expect(html).not.toContain('id="history"');
  });
});
