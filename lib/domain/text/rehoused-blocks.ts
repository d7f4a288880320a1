import {
  type ArticleBlock,
  type ArticleDoc,
  isTextBlock,
  type ListItem,
  placedBlocks,
  type TextBlock,
} from '../article-doc';
import type { FormattingEdit, ListKind } from './formatting-of';

/**
 * A document whose paragraphs have become items of lists or quotations and the other way round. Only what stands by
 * itself, in a list or in a quotation is moved; leads stay as they are, and so does the canonical text.
 */
export function rehoused(doc: ArticleDoc, edits: readonly FormattingEdit[]): ArticleDoc {
  const moves = new Map(
    edits.flatMap(({ start, change }) =>
      change.type === 'list' || change.type === 'quote' ? [[start, change] as const] : [],
    ),
  );
  if (moves.size === 0) return doc;
  const starts = new Map<TextBlock, number>(placedBlocks(doc).map(({ block, start }) => [block, start]));
  const units = doc.content.flatMap(unitsOf).flatMap((unit): Unit[] => {
    const [first] = unit.content;
    const change = first !== undefined && isTextBlock(first) ? moves.get(starts.get(first) ?? -1) : undefined;
    if (change === undefined || first === undefined) return [unit];
    const marker = isTextBlock(first) && /\S/.test(first.attrs.lead) ? ' with a marker' : '';
    if (change.type === 'quote') {
      if (unit.list !== null || unit.isQuote === change.isOn) return [unit];
      return [{ ...unit, isQuote: change.isOn, of: change.isOn ? 'new quotation' : null }];
    }
    if (unit.isQuote || unit.list === change.list) return [unit];
    if (change.list === null)
      return unit.content.map((block) => ({
        content: [block],
        list: null,
        isQuote: false,
        number: 0,
        of: null,
      }));
    // What has a marker in the text and what has none make two lists: else one would be given to the other.
    return [{ ...unit, list: change.list, number: 1, of: `new ${change.list}${marker}` }];
  });
  return { type: 'doc', content: grouped(units) };
}

/** A block by itself, an item of a list or a block of a quotation; `of` is what it belongs to. */
type Unit = {
  readonly content: readonly ArticleBlock[];
  readonly list: ListKind | null;
  readonly isQuote: boolean;
  readonly number: number;
  readonly of: ArticleBlock | string | null;
};

function unitsOf(node: ArticleBlock): readonly Unit[] {
  if (node.type === 'bulletList' || node.type === 'orderedList') {
    const first = node.type === 'orderedList' ? node.attrs.start : 1;
    return node.content.map(({ content }, index) => ({
      content,
      list: node.type,
      isQuote: false,
      number: first + index,
      of: node,
    }));
  }
  if (node.type === 'blockquote')
    return node.content.map((block) => ({
      content: [block],
      list: null,
      isQuote: true,
      number: 0,
      of: node,
    }));
  return [{ content: [node], list: null, isQuote: false, number: 0, of: null }];
}

/** Neighbours that belong to the same thing are in it together. */
function grouped(units: readonly Unit[]): readonly ArticleBlock[] {
  const groups: Unit[][] = [];
  for (const unit of units) {
    const last = groups.at(-1);
    if (last !== undefined && unit.of !== null && last[0]?.of === unit.of) last.push(unit);
    else groups.push([unit]);
  }
  return groups.flatMap((group): readonly ArticleBlock[] => {
    const [first] = group;
    if (first === undefined) return [];
    if (first.isQuote) return [{ type: 'blockquote', content: group.flatMap(({ content }) => content) }];
    if (first.list === null) return first.content;
    const content = group.map((unit): ListItem => ({ type: 'listItem', content: unit.content }));
    if (first.list === 'bulletList') return [{ type: 'bulletList', content }];
    // A list in two parts goes on counting, unless something new begins.
    const start = typeof first.of === 'string' ? 1 : first.number;
    return [{ type: 'orderedList', attrs: { start }, content }];
  });
}
