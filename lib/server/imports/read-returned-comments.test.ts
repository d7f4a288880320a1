import { describe, expect, it } from 'vitest';
import { claimId, idOf } from '@/lib/domain/testing/desk';
import { bringBack } from './testing/returned-report';

describe('the comments of a Word report that comes back', () => {
  it('brings answers to their conversation or annotation and new comments to their passage', async () => {
    const { comments, texts } = await bringBack({
      comments: [
        { author: 'Wim', words: 'Of 2025.', answers: 'Which year?' },
        { author: 'Wim', words: 'Says who?', answers: 'C1 Claim' },
        { author: 'Wim', words: 'Too strong', on: 'Nobody is surprised' },
        { author: 'Lev', words: 'Agreed', answers: 'Too strong' },
      ],
    });
    expect(texts.changes).toEqual([]);
    expect(comments.replies).toMatchObject([
      { annotationId: claimId, threadId: idOf(80), remark: { author: 'Wim', words: 'Of 2025.' } },
      { annotationId: claimId, threadId: null, remark: { words: 'Says who?' } },
    ]);
    expect(comments.fresh).toMatchObject([
      {
        remark: { words: 'Too strong', at: '2026-04-01T09:30:00.000Z' },
        replies: [{ author: 'Lev', words: 'Agreed' }],
        passage: { start: 32, end: 51 },
        annotationId: null,
        quote: 'Nobody is surprised',
      },
    ]);
    expect([comments.edited, comments.settled, comments.removed]).toEqual([[], [], []]);
  });

  it('sees what became of the house’s own comments', async () => {
    const { comments } = await bringBack({
      rewrite: {
        'word/comments.xml': (xml) =>
          xml
            .replace('Called the ministry.', 'Called the ministry twice.')
            .replace(/<w:comment (?:(?!<w:comment ).)*?Evidence: supports.*?<\/w:comment>/s, ''),
        'word/commentsExtended.xml': (xml) => xml.replaceAll('w15:done="0"', 'w15:done="1"'),
      },
    });
    expect(comments.edited.map(({ words }) => words)).toEqual(['Note\nCalled the ministry twice.']);
    expect(comments.removed.map(({ words }) => words.split('\n')[0])).toEqual(['Evidence: supports']);
    expect(comments.settled.map(({ sent, isResolved }) => [sent.threadId, isResolved])).toEqual([
      [null, true],
      [idOf(80), true],
    ]);
    expect([comments.replies, comments.fresh]).toEqual([[], []]);
  });

  it('knows its comments by what they say where their lasting ids were lost', async () => {
    const { comments } = await bringBack({
      rewrite: {
        'word/commentsIds.xml': () => '',
        'word/comments.xml': (xml) =>
          xml.replace(/(<w:comment [^>]*w:id=")(\d+)/g, (_, head, id) => `${head}${id}`),
      },
      comments: [{ author: 'Wim', words: 'Of 2025.', answers: 'Which year?' }],
    });
    expect(comments).toMatchObject({ replies: [{ threadId: idOf(80) }], fresh: [], edited: [], removed: [] });
  });

  it('knows an answer by its first line where LibreOffice has flattened the conversations, and only without doubt', async () => {
    const said = async (head: string) => {
      const { comments } = await bringBack({
        rewrite: {
          'word/commentsIds.xml': () => '',
          'word/commentsExtended.xml': (xml) => xml.replace(/ w15:paraIdParent="\w+"/g, ''),
          'word/document.xml': (xml) =>
            xml
              .replace('<w:commentRangeStart w:id="0"/>', '$&<w:commentRangeStart w:id="9000"/>')
              .replace('<w:commentRangeEnd w:id="0"/>', '$&<w:commentRangeEnd w:id="9000"/>'),
        },
        comments: [{ author: 'Wim', words: `${head}: &quot;...&quot; Of 2025.` }],
      });
      return [
        comments.replies.map(({ annotationId, threadId }) => [annotationId, threadId]),
        comments.fresh.map(({ annotationId }) => annotationId),
      ];
    };
    // The question is Tom's; what Mara did is the claim itself, her note, her proposal and her evidence.
    expect(await said('Reply to Tom (03/03/26, 14:02)')).toEqual([[[claimId, idOf(80)]], []]);
    expect(await said('Antwort an Tom (3. März 2026, 2:02 PM)')).toEqual([[[claimId, idOf(80)]], []]);
    expect(await said('Reply to Mara (03/03/2026, 14:02)')).toEqual([[[claimId, null]], []]);
    for (const other of ['Reply to Tom (03/03/2026, 14:03)', 'Reply to Ann (03/03/2026, 14:02)', 'Says Tom'])
      expect(await said(other)).toEqual([[], [claimId]]);
  });

  it('shows a new comment on exactly the passage of an annotation as said about that', async () => {
    const { comments } = await bringBack({
      rewrite: {
        'word/document.xml': (xml) =>
          xml
            .replace('<w:commentRangeStart w:id="0"/>', '$&<w:commentRangeStart w:id="9000"/>')
            .replace('<w:commentRangeEnd w:id="0"/>', '$&<w:commentRangeEnd w:id="9000"/>'),
      },
      comments: [{ author: 'Wim', words: 'Of 2025.' }],
    });
    expect(comments.fresh).toMatchObject([{ annotationId: claimId, passage: { start: 4, end: 30 } }]);
  });
});
