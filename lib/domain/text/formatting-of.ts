import type { Passage } from '../article';
import {
  type ArticleDoc,
  type ArticleNode,
  childrenOf,
  isTextBlock,
  placedBlocks,
  type TextBlock,
} from '../article-doc';

/** The marks of words that say nothing but how they look. Code and links are told apart from them. */
export const formattingMarks = ['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript'] as const;
export type FormattingMark = (typeof formattingMarks)[number];

/** What a block is, whatever holds it. */
export const blockKinds = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'heading5',
  'heading6',
  'codeBlock',
] as const;
export type BlockKind = (typeof blockKinds)[number];
export const listKinds = ['bulletList', 'orderedList'] as const;
export type ListKind = (typeof listKinds)[number];

/** How words, or the block whose words they are, are to look. */
export type FormattingChange =
  | { readonly type: 'mark'; readonly mark: FormattingMark; readonly isOn: boolean }
  | { readonly type: 'link'; readonly href: string | null }
  | { readonly type: 'kind'; readonly kind: BlockKind }
  | { readonly type: 'list'; readonly list: ListKind | null }
  | { readonly type: 'quote'; readonly isOn: boolean };

/** A change of looks and the words that it is about, in UTF-16 code units of the canonical text. */
export type FormattingEdit = Passage & { readonly change: FormattingChange };

/** Words of one look with their place in the canonical text; `href` is the address of their link. */
export type PlacedRun = Passage & { readonly marks: readonly FormattingMark[]; readonly href: string | null };

/**
 * A block of the text with its place. `list`: the list whose item it begins. `place`: by itself, as the beginning of a
 * list's item, in a quotation, or deeper inside of something.
 */
export type PlacedKind = Passage & {
  readonly kind: BlockKind;
  readonly list: ListKind | null;
  readonly isQuote: boolean;
  readonly place: 'top' | 'item' | 'quote' | 'inside';
};

/** The words of a document by their looks, in reading order; broken lines are no words. */
export function runsOf(doc: ArticleDoc): readonly PlacedRun[] {
  return placedBlocks(doc).flatMap(({ block, start }) => {
    let offset = start;
    return (block.content ?? []).flatMap((part): PlacedRun[] => {
      const from = offset;
      offset += part.type === 'text' ? part.text.length : 1;
      if (part.type !== 'text') return [];
      const marks = part.marks ?? [];
      const link = marks.find((mark) => mark.type === 'link');
      const types = marks.map(({ type }) => type);
      return [
        {
          start: from,
          end: offset,
          marks: formattingMarks.filter((mark) => types.includes(mark)),
          href: link?.attrs.href ?? null,
        },
      ];
    });
  });
}

/** What the blocks of a document are, in reading order. */
export function kindsOf(doc: ArticleDoc): readonly PlacedKind[] {
  const places = new Map<TextBlock, Passage>(
    placedBlocks(doc).map(({ block, start, end }) => [block, { start, end }]),
  );
  const visit = (
    node: ArticleNode,
    around: readonly ArticleNode[],
    isFirst: boolean,
  ): readonly PlacedKind[] => {
    if (!isTextBlock(node))
      return childrenOf(node).flatMap((child, index) => visit(child, [...around, node], index === 0));
    const { start, end } = places.get(node) ?? { start: 0, end: 0 };
    return [{ start, end, kind: kindOf(node), ...heldBy(around, isFirst) }];
  };
  return doc.content.flatMap((node) => visit(node, [], true));
}

/** What a text block is. */
export function kindOf(block: TextBlock): BlockKind {
  if (block.type !== 'heading') return block.type;
  return blockKinds.find((kind) => kind === `heading${block.attrs.level}`) ?? 'heading6';
}

function heldBy(
  around: readonly ArticleNode[],
  isFirst: boolean,
): Pick<PlacedKind, 'list' | 'isQuote' | 'place'> {
  const list = around.at(-1)?.type === 'listItem' && isFirst ? around.at(-2)?.type : undefined;
  const types = around.map(({ type }) => type).join(' ');
  const isItem = list !== undefined && around.length === 2;
  return {
    list: listKinds.find((kind) => kind === list) ?? null,
    isQuote: around.some(({ type }) => type === 'blockquote'),
    place: types === '' ? 'top' : isItem ? 'item' : types === 'blockquote' ? 'quote' : 'inside',
  };
}
