import { Fragment, type ReactNode } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { type ReadablePiece, readablePieces } from '@/lib/domain/compare/readable-pieces';
import { directionOfParagraph, type WritingDirection } from '@/lib/domain/direction';
import { withoutEdges } from '@/lib/domain/text/readable-changes';
import { Came, Went } from '../wording/changed-words';
import { WholeChange } from '../wording/WholeChange';
import type { CompareViewName } from './compare-query';
import type { CompareRow } from './compare-rows';

type CompareWordsProps = {
  readonly row: CompareRow;
  readonly view: CompareViewName;
  /** The earlier and the later text. */
  readonly texts: readonly [string, string];
  /** Of the article. */
  readonly direction: WritingDirection | null;
};

const textClass = 'min-w-0 font-serif text-[1.0625rem] leading-relaxed break-words whitespace-pre-wrap';

/** The words of a row: in two columns, or in one with what went struck out before what came. Said as well as coloured. */
export function CompareWords({ row, view, texts: [before, after], direction }: CompareWordsProps) {
  const { isWhole, pieces } = readablePieces(row.line.pieces, before, after);
  const old = (passage: Passage): ReactNode => markedWords(before, passage, row.lost);
  const renewed = (passage: Passage): ReactNode => markedWords(after, passage, row.here);
  const { before: oldLine, after: newLine } = row.line;
  const oldDir = oldLine && directionOfParagraph(before.slice(oldLine.start, oldLine.end), direction);
  const newDir = newLine && directionOfParagraph(after.slice(newLine.start, newLine.end), direction);
  if (view === 'inline')
    return (
      <div dir={newDir ?? oldDir ?? 'auto'} className={textClass}>
        {isWhole && oldLine !== null && newLine !== null ? (
          <WholeChange before={old(oldLine)} after={renewed(newLine)} />
        ) : (
          pieces.map((piece) =>
            piece.kind === 'removed'
              ? shown(piece.kind, before, piece.before, old)
              : shown(piece.kind, after, piece.after, renewed),
          )
        )}
      </div>
    );
  return (
    <div className="grid grid-cols-2 gap-x-8">
      <div dir={oldDir ?? 'auto'} className={textClass}>
        {pieces.map((piece) =>
          piece.kind === 'added' ? null : shown(piece.kind, before, piece.before, old),
        )}
      </div>
      <div dir={newDir ?? 'auto'} className={textClass}>
        {pieces.map((piece) =>
          piece.kind === 'removed' ? null : shown(piece.kind, after, piece.after, renewed),
        )}
      </div>
    </div>
  );
}

/** A piece of a row; the white space at its edges is neither struck out nor underlined. */
function shown(kind: ReadablePiece['kind'], text: string, { start, end }: Passage, show: Show): ReactNode {
  const key = `${kind} ${start}`;
  if (kind === 'kept') return <span key={key}>{show({ start, end })}</span>;
  const [lead, , trail] = withoutEdges(text.slice(start, end));
  const content = show({ start: start + lead.length, end: end - trail.length });
  return (
    <Fragment key={key}>
      {lead === '' ? null : show({ start, end: start + lead.length })}
      {kind === 'removed' ? <Went>{content}</Went> : <Came>{content}</Came>}
      {trail === '' ? null : show({ start: end - trail.length, end })}
    </Fragment>
  );
}

type Show = (passage: Passage) => ReactNode;

/** The words of a passage with the marks of annotations around them, cut at each edge, the longest outside. */
function markedWords(text: string, { start, end }: Passage, annotations: readonly Annotation[]): ReactNode {
  const here = annotations.filter(({ anchor }) => anchor.start < end && anchor.end > start);
  if (here.length === 0) return text.slice(start, end);
  const edges = here
    .flatMap(({ anchor }) => [anchor.start, anchor.end])
    .filter((edge) => edge > start && edge < end);
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? end;
    const over = here
      .filter(({ anchor }) => anchor.start <= from && anchor.end >= to)
      .sort((a, b) => a.anchor.end - a.anchor.start - (b.anchor.end - b.anchor.start));
    return over.reduce<ReactNode>(
      (inner, { id, mark, check }) => (
        <mark key={`${from} ${id}`} data-mark={mark} data-status={check.status}>
          {inner}
        </mark>
      ),
      text.slice(from, to),
    );
  });
}
