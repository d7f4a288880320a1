import { Fragment, type ReactNode } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { type ArticleDoc, type ArticleInline, placedBlocks, type TextBlock } from '@/lib/domain/article-doc';
import type { WritingDirection } from '@/lib/domain/direction';
import { ArticleDocView, Marked } from '../articles/ArticleDocView';
import { messages } from '../messages';
import { history } from '../messages/history';

/** An annotation with its number in the text. */
export type Numbered = { readonly annotation: Annotation; readonly number: number };

type PastTextProps = {
  readonly doc: ArticleDoc;
  readonly direction: WritingDirection | null;
  readonly numbered: readonly Numbered[];
};

/** The text of an article with its marks, to be read. Each mark is followed by its number, a way to its card. */
export function PastText({ doc, direction, numbered }: PastTextProps) {
  const places = placedBlocks(doc);
  const placed = numbered.filter(({ annotation }) => annotation.anchor.state !== 'orphaned');
  return (
    <ArticleDocView
      doc={doc}
      direction={direction}
      wordsOf={(block, number) => markedWords(block, places[number]?.start ?? 0, placed)}
    />
  );
}

/** A block's words, cut at each edge of a mark, so that overlapping marks nest properly: the longest outside. */
function markedWords(block: TextBlock, start: number, placed: readonly Numbered[]): ReactNode {
  const end = start + (block.content ?? []).reduce((sum, part) => sum + lengthOf(part), 0);
  const here = placed.filter(({ annotation: { anchor } }) => anchor.start < end && anchor.end > start);
  const edges = new Set(here.flatMap(({ annotation: { anchor } }) => [anchor.start, anchor.end]));
  let offset = start;
  return (block.content ?? []).flatMap((part) => {
    const from = offset;
    offset += lengthOf(part);
    const cuts = [...edges].filter((edge) => edge > from && edge < offset).sort((a, b) => a - b);
    return [from, ...cuts].map((piece, index) => (
      <Piece
        key={piece}
        part={part}
        from={piece}
        to={cuts[index] ?? offset}
        partStart={from}
        covering={here}
      />
    ));
  });
}

const lengthOf = (part: ArticleInline): number => (part.type === 'text' ? part.text.length : 1);

type PieceProps = {
  readonly part: ArticleInline;
  /** Offsets in the canonical text. */
  readonly from: number;
  readonly to: number;
  readonly partStart: number;
  readonly covering: readonly Numbered[];
};

function Piece({ part, from, to, partStart, covering }: PieceProps) {
  const over = covering
    .filter(({ annotation: { anchor } }) => anchor.start < to && anchor.end > from)
    .sort((a, b) => length(b) - length(a) || a.number - b.number);
  const words =
    part.type === 'hardBreak' ? (
      <br />
    ) : (
      <Marked marks={part.marks ?? []}>{part.text.slice(from - partStart, to - partStart)}</Marked>
    );
  const marked = over.reduceRight<ReactNode>(
    (inner, { annotation }) => (
      <Painted key={annotation.id} annotation={annotation} isStart={annotation.anchor.start === from}>
        {inner}
      </Painted>
    ),
    words,
  );
  const ending = over.filter(({ annotation: { anchor } }) => anchor.end === to);
  return (
    <Fragment>
      {marked}
      {ending.map(({ annotation, number }) => (
        <a
          key={annotation.id}
          href={`#card-${annotation.id}`}
          aria-label={history.past.toCard(messages.words.marks[annotation.mark], number)}
          className="rounded-sm px-0.5 align-super font-sans text-2xs leading-none font-bold text-ink-2 no-underline! hover:bg-wash hover:text-ink"
        >
          {number}
        </a>
      ))}
    </Fragment>
  );
}

type PaintedProps = {
  readonly annotation: Annotation;
  readonly isStart: boolean;
  readonly children: ReactNode;
};

function Painted({ annotation: { id, mark }, isStart, children }: PaintedProps) {
  return (
    <mark
      data-annotation-id={id}
      data-mark={mark}
      data-tag={messages.words.markLetters[mark]}
      data-start={isStart ? '' : undefined}
    >
      {children}
    </mark>
  );
}

const length = ({ annotation: { anchor } }: Numbered): number => anchor.end - anchor.start;
