import { applyPatch, structuredPatch } from 'diff';
import type { ArticleDoc } from './article-doc';

/**
 * One's own changes of a document on top of somebody else's: block by block, as a patch. Absent where both changed the
 * same or neighbouring blocks, so that nobody's words are dropped by a guess.
 */
export function rebaseDoc(base: ArticleDoc, mine: ArticleDoc, theirs: ArticleDoc): ArticleDoc | undefined {
  const patch = structuredPatch('text', 'text', linesOf(base), linesOf(mine), '', '', { context: 1 });
  const merged = applyPatch(linesOf(theirs), patch, { fuzzFactor: 0 });
  if (merged === false) return undefined;
  const content = merged.split('\n').filter((line) => line !== '');
  // each line is a block of one of the three documents
  return { type: 'doc', content: content.map((line) => JSON.parse(line) as ArticleDoc['content'][number]) };
}

/** One block a line. */
const linesOf = ({ content }: ArticleDoc): string =>
  content.map((block) => `${JSON.stringify(block)}\n`).join('');
