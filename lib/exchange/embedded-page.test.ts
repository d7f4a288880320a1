import { expect, it } from 'vitest';
import { article, claim } from '@/lib/domain/testing/desk';
import { embeddedPage } from './embedded-page';
import { withProof } from './report-proof';
import { reportOf } from './testing/report-of';
import { wholeText } from './testing/written-whole';

it('leads out of the frame that it stands in, and is no file that proves itself', () => {
  const { article: about, ...state } = article(claim());
  const whole = reportOf({ ...state, article: { ...about, sourceAddress: 'https://news.example.org/port' } });
  const signed = withProof(Buffer.from(wholeText(whole, 'html')), 'a.b.c');
  const page = embeddedPage(Buffer.from(signed).toString(), 'https://galley.example.org/reports/port');
  expect(page).not.toContain('galley-proof');
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(page).toContain('href="https://galley.example.org/reports/port" target="_blank"');
  const outside = [...page.matchAll(/<a [^>]*href="https:[^>]*>/g)].map(([tag]) => tag);
  expect(outside.length).toBeGreaterThan(1);
  for (const tag of outside) expect(tag).toContain('target="_blank"');
});
