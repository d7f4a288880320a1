import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { TextBlock } from '@/lib/domain/article-doc';
import { withHiddenSigns } from './HiddenSigns';

const block = (text: string): TextBlock => ({
  type: 'paragraph',
  attrs: { lead: '' },
  content: [{ type: 'text', text, marks: [{ type: 'bold' }] }],
});
const shown = (text: string) =>
  renderToStaticMarkup(withHiddenSigns(block(text))).replace(/<(\/?)bdi[^>]*>/g, '[$1]');

describe('withHiddenSigns', () => {
  it('shows characters that turn or hide words', () => {
    expect(shown('pay\u200bpal \u202eevil\u202c')).toBe(
      '<strong>pay[]ZWSP[/]pal []RLO[/]evil[]PDF[/]</strong>',
    );
  });

  it.each(['plain words', '👩\u200d👩\u200d👧', 'می\u200cخواهم'])('leaves %s alone', (text) => {
    expect(withHiddenSigns(block(text))).toBeUndefined();
  });
});
