import type { ArticleDoc } from '../article-doc';
import { mergeThreeWays, type Quarrel } from './three-way';

type Block = ArticleDoc['content'][number];

/**
 * One's own changes of a document on top of somebody else's, block by block. Absent where both changed the same block,
 * or where blocks came or went beside each other, so that nobody's words are dropped by a guess.
 */
export function rebaseDoc(base: ArticleDoc, mine: ArticleDoc, theirs: ArticleDoc): ArticleDoc | undefined {
  let hasClashed = false;
  const content = mergeThreeWays<Block>(
    { base: base.content, mine: mine.content, theirs: theirs.content },
    keyOf,
    (quarrel) => {
      const settled = blockByBlock(quarrel);
      hasClashed ||= settled === undefined;
      return settled ?? quarrel.mine;
    },
  );
  return hasClashed ? undefined : { type: 'doc', content };
}

/** Neighbouring blocks, of which each was changed by one side alone. */
function blockByBlock({ base, mine, theirs }: Quarrel<Block>): readonly Block[] | undefined {
  if (mine.length !== base.length || theirs.length !== base.length) return undefined;
  const settled = base.flatMap((before, index) => {
    const [one, other] = [mine[index], theirs[index]];
    if (one === undefined || other === undefined) return [];
    if (keyOf(other) === keyOf(before) || keyOf(other) === keyOf(one)) return [one];
    return keyOf(one) === keyOf(before) ? [other] : [];
  });
  return settled.length === base.length ? settled : undefined;
}

/** The database keeps no order of keys and the editor has its own: equal blocks have equal texts all the same. */
const keyOf = (block: Block): string =>
  JSON.stringify(block, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
