import type { Node as EditorNode } from '@tiptap/pm/model';
import type { Passage } from '@/lib/domain/article';

/** Which side an offset or position belongs to that lies between two blocks: -1 the block before, 1 the one after. */
export type Bias = -1 | 1;

/** Where one text block lies: `start` and `end` are offsets of its text, `from` the editor position of its first character. */
export type BlockPlace = {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly node: EditorNode;
};

/** The only place that knows both offsets in the canonical text (UTF-16) and positions in the editor. */
export type Positions = {
  readonly blocks: readonly BlockPlace[];
  /** Length of the canonical text. */
  readonly textLength: number;
  /** The offset of a position; between two blocks the edge of the block that `bias` names (default 1). */
  toOffset(position: number, bias?: Bias): number;
  /** The position of an offset; inside a lead the edge of the block that `bias` names (default 1). */
  toPosition(offset: number, bias?: Bias): number;
  /** The passage under an editor range; empty (`start = end`) when the range holds no text. */
  passageOf(from: number, to: number): Passage;
  /** The editor range of a passage, without the leads at its edges; empty when it holds nothing but a lead. */
  rangeOf(passage: Passage): { readonly from: number; readonly to: number };
  /** The text blocks that a passage touches, in order. */
  blocksIn(passage: Passage): readonly BlockPlace[];
};

/** Reads the positions of a document once; every question afterwards is a binary search. */
export function createPositions(doc: EditorNode): Positions {
  const blocks = placeBlocks(doc);
  const textLength = blocks.at(-1)?.end ?? 0;

  const edge = (index: number, bias: Bias, read: (block: BlockPlace, bias: Bias) => number): number => {
    const before = blocks[index - 1];
    const after = blocks[index];
    if (bias === -1 && before !== undefined) return read(before, -1);
    if (after !== undefined) return read(after, 1);
    return before === undefined ? 0 : read(before, -1);
  };
  const toOffset = (position: number, bias: Bias = 1): number => {
    const index = firstFrom(blocks, (block) => block.from + size(block) >= position);
    const block = blocks[index];
    if (block !== undefined && position >= block.from) return block.start + position - block.from;
    return edge(index, bias, (found, side) => (side === -1 ? found.end : found.start));
  };
  const toPosition = (offset: number, bias: Bias = 1): number => {
    const index = firstFrom(blocks, (block) => block.end >= offset);
    const block = blocks[index];
    if (block === undefined || offset < block.start) return edge(index, bias, positionOfEdge);
    // Where no lead divides two blocks one offset is the end of the first and the start of the second.
    const next = bias === 1 && offset === block.end ? lastAt(blocks, index, offset) : block;
    return next.from + offset - next.start;
  };
  const rangeOf = ({ start, end }: Passage): { from: number; to: number } => {
    const from = toPosition(start, 1);
    return { from, to: Math.max(from, toPosition(end, -1)) };
  };
  const passageOf = (from: number, to: number): Passage => {
    const start = toOffset(from, 1);
    return { start, end: Math.max(start, toOffset(to, -1)) };
  };
  const blocksIn = ({ start, end }: Passage): readonly BlockPlace[] =>
    blocks.slice(
      firstFrom(blocks, (block) => block.end > start),
      firstFrom(blocks, (block) => block.start >= end),
    );
  return { blocks, textLength, toOffset, toPosition, passageOf, rangeOf, blocksIn };
}

const known = new WeakMap<EditorNode, Positions>();

/** The positions of a document, read once for each document however many layers ask. */
export function positionsOf(doc: EditorNode): Positions {
  const found = known.get(doc) ?? createPositions(doc);
  known.set(doc, found);
  return found;
}

function placeBlocks(doc: EditorNode): BlockPlace[] {
  const blocks: BlockPlace[] = [];
  let offset = 0;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const start = offset + leadOf(node).length;
    offset = start + node.content.size;
    blocks.push({ index: blocks.length, start, end: offset, from: position + 1, node });
    return false;
  });
  return blocks;
}

function leadOf(node: EditorNode): string {
  const lead: unknown = node.attrs.lead;
  return typeof lead === 'string' ? lead : '';
}

const size = (block: BlockPlace): number => block.end - block.start;

const positionOfEdge = (block: BlockPlace, side: Bias): number =>
  side === -1 ? block.from + size(block) : block.from;

/** The last block that begins at `offset`, from the one at `index` on: itself when the next begins later. */
function lastAt(blocks: readonly BlockPlace[], index: number, offset: number): BlockPlace {
  let found = index;
  while (blocks[found + 1]?.start === offset) found += 1;
  // biome-ignore lint/style/noNonNullAssertion: `index` names a block and the loop stops at the last one.
  return blocks[found]!;
}

/** Index of the first item for which the question is answered yes, given that all later ones say yes too. */
function firstFrom<T>(items: readonly T[], question: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && question(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}
