import fc from 'fast-check';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import type { ArticleState } from '@/lib/domain/apply';
import { blockText, placedBlocks, textBlocks } from '@/lib/domain/article-doc';
import { nameOf } from '@/lib/domain/report/report';
import { articleState } from '@/lib/domain/testing/arbitraries';
import { article, claim, claimId, people, proposal } from '@/lib/domain/testing/desk';
import { durableId } from './docx/durable-id';
import { reportToDocx } from './report-docx';
import { type ReadComment, readWord } from './testing/read-word';
import { reportOf } from './testing/report-of';
import { workedDesk } from './testing/worked-desk';
import { xmlText } from './xml-text';

/** The words of a passage that stand in blocks: what lies between them is no text of a Word file. */
function inBlocks({ revision }: ArticleState, { start, end }: { start: number; end: number }): string {
  return placedBlocks(revision.doc)
    .map((block) =>
      revision.text.slice(
        Math.max(start, block.start),
        Math.max(start, block.start, Math.min(end, block.end)),
      ),
    )
    .join('');
}
const textOf = ({ revision }: ArticleState): string => textBlocks(revision.doc).map(blockText).join('');

describe('the Word file', () => {
  it('has each comment on exactly its passage, however passages overlap, nest, cross paragraphs or mix scripts', async () => {
    await fc.assert(
      fc.asyncProperty(articleState, async (state) => {
        const report = reportOf(state);
        const word = await readWord(await reportToDocx(report));
        const roots = word.comments.filter(
          ({ parentId, words }) => parentId === null && /^[COSN]\d+ /.test(words),
        );
        expect(roots).toHaveLength(report.entries.length);
        for (const { annotation, number } of report.entries) {
          const root = roots.find(({ words }) => new RegExp(`^[COSN]${number} `).test(words));
          const [passage] = [inBlocks(state, annotation.anchor)];
          // A passage on a list marker alone has no words that could be commented.
          if (passage !== '') expect(word.ranges.get(root?.id ?? -1)).toBe(xmlText(passage));
          expect(root?.author).toBe(nameOf(report.people, annotation.authorId));
          expect(root?.isDone).toBe(annotation.check.status === 'signed_off');
        }
      }),
      { numRuns: 25 },
    );
  });

  it('gives back the text as it is when all changes are rejected, for any article', async () => {
    await fc.assert(
      fc.asyncProperty(articleState, async (state) => {
        const { original } = await readWord(await reportToDocx(reportOf(state)));
        // The headline comes first where the text does not begin with it.
        expect(original.endsWith(xmlText(textOf(state)))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  const named = workedDesk();
  const find = (comments: readonly ReadComment[], words: string): ReadComment => {
    const found = comments.find((one) => one.words.includes(words));
    if (found === undefined) throw new Error(`No comment says “${words}”.`);
    return found;
  };

  it('threads what was done as replies of whoever did it, and resolves a conversation by itself', async () => {
    const { comments, ranges } = await readWord(await reportToDocx(reportOf(named)));
    const root = find(comments, 'C1 Claim');
    expect(find(comments, 'Called the ministry.')).toMatchObject({
      parentId: root.id,
      author: people.mara.name,
      isDone: false,
    });
    expect(find(comments, 'Suggested wording:')).toMatchObject({ parentId: root.id });
    const asked = find(comments, 'Which year?');
    expect(asked).toMatchObject({ parentId: null, author: people.tom.name, isDone: true });
    expect(asked.words).toMatch(/^Author query\n/);
    expect(find(comments, 'Last year.')).toMatchObject({ parentId: asked.id, author: people.mara.name });
    expect(new Set(ranges.values())).toEqual(new Set([claim().anchor.exact]));
    expect(root.durableId).toBe(durableId(claimId, new Set()));
    expect(new Set(comments.map((one) => one.durableId)).size).toBe(comments.length);
  });

  it('shows the suggested wording as tracked changes of the proposer: accepted, it stands there', async () => {
    const { original, accepted, changes } = await readWord(await reportToDocx(reportOf(named)));
    const { exact } = claim().anchor;
    expect(original).toContain(exact);
    expect(accepted).toBe(original.replace(exact, 'port will cost 421 million kronor'));
    const author = nameOf(named.people, proposal.byId);
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.every((change) => change.author === author)).toBe(true);
  });

  it('takes the whole passage out where it is to be cut', async () => {
    const cut = article(
      claim({ status: 'proposed', proposal: { ...proposal, outcome: 'cut', suggestedWording: null } }),
    );
    const { original, accepted } = await readWord(await reportToDocx(reportOf(cut)));
    expect(accepted).toBe(original.replace(claim().anchor.exact, ''));
  });

  it('is read by another reader with text and comments', async () => {
    const buffer = Buffer.from(await reportToDocx(reportOf(named)));
    const { value, messages } = await mammoth.convertToHtml(
      { buffer },
      { styleMap: ['comment-reference => sup'] },
    );
    for (const words of ['Which year?', 'Last year.', 'Called the ministry.', 'About this check'])
      expect(value).toContain(words);
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  });

  it('keeps the comments of a passage that is lost, on its old words', async () => {
    const lost = article(
      claim({}, { anchor: { ...claim().anchor, state: 'orphaned', exact: 'words of old' } }),
    );
    const parts = await readWord(await reportToDocx(reportOf(lost)));
    expect(find(parts.comments, 'no longer in the text').parentId).toBeNull();
    const { value } = await mammoth.extractRawText({
      buffer: Buffer.from(await reportToDocx(reportOf(lost))),
    });
    expect(value).toContain('“words of old”');
  });
});
