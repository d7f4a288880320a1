import { describe, expect, it } from 'vitest';
import { unknownDetails } from '@/lib/domain/article';
import { canonicalText } from '@/lib/domain/article-doc';
import type { ArticleDraft } from '@/lib/domain/lists';
import { withBlockKind, withHeadline, withoutBlocks } from '@/lib/domain/text/draft';
import { type CorrectedDraft, corrected, typed, undone } from './draft-corrections';

const first: ArticleDraft = {
  details: {
    ...unknownDetails,
    title: 'Port',
  },
  doc: {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { lead: '', level: 1 }, content: [{ type: 'text', text: 'Port' }] },
      { type: 'paragraph', attrs: { lead: '\n\n' }, content: [{ type: 'text', text: 'It grows.' }] },
      { type: 'paragraph', attrs: { lead: '\n\n' }, content: [{ type: 'text', text: 'Comments' }] },
    ],
  },
  dropped: [],
  warnings: [],
  comments: [],
  original: null,
};
const start: CorrectedDraft = { draft: first, past: [] };
const text = ({ draft }: CorrectedDraft): string => canonicalText(draft.doc);

describe('the corrections of a draft', () => {
  it('are taken back one by one', () => {
    const shorter = corrected(start, (draft) => withoutBlocks(draft, new Set([2])));
    const quoted = corrected(shorter, (draft) => withBlockKind(draft, 1, 'quote'));
    expect(undone(quoted).draft).toEqual(shorter.draft);
    expect(undone(undone(quoted))).toEqual(start);
    expect(undone(start)).toBe(start);
  });

  it('keep what was typed after them when they are taken back', () => {
    const shorter = corrected(start, (draft) => withoutBlocks(draft, new Set([2])));
    const signed = typed(shorter, (draft) => ({ ...draft, details: { ...draft.details, byline: 'Ada' } }));
    const back = undone(typed(signed, (draft) => withHeadline(draft, 'Harbour')));
    expect(back.draft.details).toMatchObject({ byline: 'Ada', title: 'Harbour' });
    expect(text(back)).toBe('Harbour\n\nIt grows.\n\nComments');
  });

  it('give the former headline back when another was chosen by mistake', () => {
    const chosen = corrected(start, (draft) => withBlockKind(draft, 1, 'headline'));
    expect(chosen.draft.details.title).toBe('It grows.');
    expect(undone(chosen).draft).toEqual(first);
  });

  it('are not counted when nothing changes', () => {
    expect(corrected(start, (draft) => withBlockKind(draft, 1, 'paragraph'))).toBe(start);
  });
});
