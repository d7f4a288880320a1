import type { ReactNode } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { revisions } from '../messages/revisions';
import type { CompareViewName } from './compare-query';
import type { CompareRow } from './compare-rows';

type CompareWordsProps = {
  readonly row: CompareRow;
  readonly view: CompareViewName;
  /** The earlier and the later text. */
  readonly texts: readonly [string, string];
};

const words = revisions.compare;
const textClass = 'min-w-0 font-serif text-[1.0625rem] leading-relaxed break-words whitespace-pre-wrap';

/** The words of a row: in two columns, or in one with what went struck out before what came. Said as well as coloured. */
export function CompareWords({ row, view, texts: [before, after] }: CompareWordsProps) {
  const { pieces } = row.line;
  const old = pieces.map((piece) =>
    piece.kind === 'kept' || piece.before === null
      ? null
      : gone(before.slice(piece.before.start, piece.before.end), piece.before),
  );
  const renewed = pieces.map((piece) =>
    piece.kind === 'kept' || piece.after === null
      ? null
      : come(markedWords(after, piece.after, row.here), piece.after),
  );
  if (view === 'inline')
    return (
      <p dir="auto" className={textClass}>
        {pieces.map((piece, index) =>
          piece.kind === 'kept'
            ? kept(markedWords(after, piece.after, row.here), piece.after)
            : (old[index] ?? renewed[index]),
        )}
      </p>
    );
  return (
    <div className="grid grid-cols-2 gap-x-8">
      <p dir="auto" className={textClass}>
        {pieces.map((piece, index) =>
          piece.kind === 'kept'
            ? kept(before.slice(piece.before.start, piece.before.end), piece.before)
            : old[index],
        )}
      </p>
      <p dir="auto" className={textClass}>
        {pieces.map((piece, index) =>
          piece.kind === 'kept'
            ? kept(markedWords(after, piece.after, row.here), piece.after)
            : renewed[index],
        )}
      </p>
    </div>
  );
}

const kept = (content: ReactNode, { start }: Passage): ReactNode => <span key={`k${start}`}>{content}</span>;

const gone = (content: ReactNode, { start }: Passage): ReactNode => (
  <del key={`d${start}`} className="bg-danger-bg text-danger decoration-1">
    <span className="sr-only">{words.removedWords}</span>
    {content}
  </del>
);

const come = (content: ReactNode, { start }: Passage): ReactNode => (
  <ins key={`i${start}`} className="bg-ok-bg text-ok decoration-1 underline-offset-2 [del+&]:ms-[0.2em]">
    <span className="sr-only">{words.addedWords}</span>
    {content}
  </ins>
);

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
