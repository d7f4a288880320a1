import type { RichBlock, RichText } from '../rich-text';
import { mergeThreeWays, type Quarrel } from './three-way';

/**
 * Joins two changed wordings word by word. Where both have changed the same words, both stand, mine first: nothing that
 * either side has typed is missing, and a person decides what goes.
 */
export function mergeWords({ base, mine, theirs }: Wordings<string>): string {
  const words = { base: wordsIn(base), mine: wordsIn(mine), theirs: wordsIn(theirs) };
  return mergeThreeWays(words, (word) => word, both).join('');
}

/** The same for notes: block by block, so that links and lists stay, and word by word inside plain paragraphs. */
export function mergeRichText({ base, mine, theirs }: Wordings<RichText>): RichText {
  const blocks = { base: base.content, mine: mine.content, theirs: theirs.content };
  const content = mergeThreeWays(blocks, (block) => JSON.stringify(block), settleBlocks);
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}

type Wordings<T> = { readonly base: T; readonly mine: T; readonly theirs: T };

/** Words, and what stands between them, one by one. */
const wordsIn = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu) ?? [];

function both({ mine, theirs }: Quarrel<string>): readonly string[] {
  const needsSpace = /\S$/.test(mine.at(-1) ?? '') && /^\S/.test(theirs[0] ?? '');
  return [...mine, ...(needsSpace ? [' '] : []), ...theirs];
}

function settleBlocks({ base, mine, theirs }: Quarrel<RichBlock>): readonly RichBlock[] {
  if (mine.length === theirs.length) {
    const pairs = mine.map((block, n) => wordByWord(base[n], block, theirs[n]));
    const joined = pairs.filter((block) => block !== undefined);
    if (joined.length === mine.length) return joined;
  }
  const seen = new Set(mine.map((block) => JSON.stringify(block)));
  return [...mine, ...theirs.filter((block) => !seen.has(JSON.stringify(block)))];
}

/** Undefined where one of them is more than a plain paragraph: cutting links or lists apart would lose them. */
function wordByWord(
  base: RichBlock | undefined,
  mine: RichBlock,
  theirs: RichBlock | undefined,
): RichBlock | undefined {
  const [mineText, theirsText] = [plainText(mine), theirs && plainText(theirs)];
  if (mineText === undefined || theirsText === undefined) return undefined;
  const text = mergeWords({ base: (base && plainText(base)) ?? '', mine: mineText, theirs: theirsText });
  return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
}

function plainText(block: RichBlock): string | undefined {
  if (block.type !== 'paragraph') return undefined;
  const parts = block.content ?? [];
  const isPlain = parts.every((part) => part.type === 'text' && (part.marks ?? []).length === 0);
  return isPlain ? parts.map((part) => (part.type === 'text' ? part.text : '')).join('') : undefined;
}
