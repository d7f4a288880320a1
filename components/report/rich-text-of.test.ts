import { expect, it } from 'vitest';
import { article, claim } from '@/lib/domain/testing/desk';
import { reportOf } from '@/lib/exchange/testing/report-of';
import { wholeText } from '@/lib/exchange/testing/written-whole';
import { richTextOf } from './rich-text-of';

it('is the words of the page with the colours of its marks, and nothing of its style sheet', () => {
  const pasted = richTextOf(wholeText(reportOf(article(claim())), 'html'));
  expect(pasted).toContain(`<mark style="background:#fdecc8">${claim().anchor.exact}</mark>`);
  expect(pasted).not.toMatch(/<style|class=|Skip to the text|<head>/);
});
