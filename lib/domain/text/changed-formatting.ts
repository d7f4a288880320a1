import {
  type ArticleBlock,
  type ArticleDoc,
  type ArticleInline,
  type ArticleNode,
  blockText,
  childrenOf,
  type InlineMark,
  inlineMarkTypes,
  isTextBlock,
  placedBlocks,
  type TextBlock,
} from '../article-doc';
import type { BlockKind, FormattingChange, FormattingEdit } from './formatting-of';
import { joinedInlines } from './joined-inlines';
import { rehoused } from './rehoused-blocks';

/** A document with other looks and the very same canonical text: no offset in it moves. */
export function changedFormatting(doc: ArticleDoc, edits: readonly FormattingEdit[]): ArticleDoc {
  const starts = new Map<TextBlock, number>(placedBlocks(doc).map(({ block, start }) => [block, start]));
  const inWords = edits.filter(({ change }) => change.type === 'mark' || change.type === 'link');
  const kinds = new Map(
    edits.flatMap(({ start, change }) => (change.type === 'kind' ? [[start, change.kind] as const] : [])),
  );
  const visit = (node: ArticleNode): ArticleNode => {
    if (isTextBlock(node)) {
      const start = starts.get(node) ?? 0;
      return asKind(withMarks(node, start, inWords), kinds.get(start));
    }
    const children = childrenOf(node);
    // Each child stays a node that may stand where it stands.
    return children.length === 0 ? node : ({ ...node, content: children.map(visit) } as ArticleNode);
  };
  // The document's own nodes stay such nodes.
  const content = doc.content.map(visit) as ArticleBlock[];
  return rehoused({ type: 'doc', content }, edits);
}

function withMarks(block: TextBlock, start: number, edits: readonly FormattingEdit[]): TextBlock {
  const end = start + blockText(block).length;
  if (!edits.some((edit) => edit.start < end && edit.end > start)) return block;
  let offset = start;
  const content = (block.content ?? []).flatMap((part): ArticleInline[] => {
    const from = offset;
    offset += part.type === 'text' ? part.text.length : 1;
    const here = edits.filter((edit) => edit.start < offset && edit.end > from);
    if (part.type !== 'text' || here.length === 0) return [part];
    const cuts = [from, ...here.flatMap((edit) => [edit.start, edit.end]), offset]
      .filter((at) => at >= from && at <= offset)
      .toSorted((a, b) => a - b);
    return cuts.slice(1).flatMap((to, index): ArticleInline[] => {
      const at = cuts[index] ?? from;
      const text = part.text.slice(at - from, to - from);
      if (text === '') return [];
      const marks = here
        .filter((edit) => edit.start <= at && edit.end >= to)
        .reduce((before, { change }) => marksAfter(before, change), part.marks ?? []);
      return [{ type: 'text', text, ...(marks.length > 0 && { marks }) }];
    });
  });
  return { ...block, content: joinedInlines(content) };
}

function marksAfter(marks: readonly InlineMark[], change: FormattingChange): readonly InlineMark[] {
  if (change.type !== 'mark' && change.type !== 'link') return marks;
  const type = change.type === 'mark' ? change.mark : 'link';
  const others = marks.filter((mark) => mark.type !== type);
  const added: InlineMark[] =
    change.type === 'link'
      ? change.href === null
        ? []
        : [{ type: 'link', attrs: { href: change.href } }]
      : change.isOn
        ? [{ type: change.mark }]
        : [];
  const rank = (mark: InlineMark): number => inlineMarkTypes.indexOf(mark.type);
  return [...others, ...added].toSorted((a, b) => rank(a) - rank(b));
}

function asKind(block: TextBlock, kind: BlockKind | undefined): TextBlock {
  if (kind === undefined) return block;
  const { lead } = block.attrs;
  const content =
    block.type === 'codeBlock' ? { content: withBreaks(block.content ?? []) } : { content: block.content };
  if (kind === 'paragraph' || kind === 'codeBlock') return { type: kind, attrs: { lead }, ...content };
  return { type: 'heading', attrs: { lead, level: Number(kind.slice(-1)) }, ...content };
}

/** Lines of code are parted by line feeds, those of other blocks by breaks. */
function withBreaks(content: readonly ArticleInline[]): readonly ArticleInline[] {
  return content.flatMap((part) =>
    part.type !== 'text'
      ? [part]
      : part.text
          .split('\n')
          .flatMap((text, index): ArticleInline[] => [
            ...(index > 0 ? [{ type: 'hardBreak' } as const] : []),
            ...(text === '' ? [] : [{ ...part, text }]),
          ]),
  );
}
