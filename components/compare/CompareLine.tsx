'use client';

import type { WritingDirection } from '@/lib/domain/direction';
import { drift as driftWords } from '../messages/drift';
import { revisions } from '../messages/revisions';
import { classNames } from '../ui/class-names';
import { CompareAnnotations } from './CompareAnnotations';
import { CompareWords } from './CompareWords';
import type { CompareViewName } from './compare-query';
import type { CompareRow } from './compare-rows';
import type { CompareActs } from './use-compare-acts';

type CompareLineProps = {
  readonly row: CompareRow;
  readonly view: CompareViewName;
  /** The earlier and the later text. */
  readonly texts: readonly [string, string];
  readonly direction: WritingDirection | null;
  /** Which of how many changes it is; absent for a row without one. */
  readonly place: { readonly at: number; readonly total: number } | undefined;
  /** The keys act on it. */
  readonly isHere: boolean;
  readonly onHere: () => void;
  readonly acts: CompareActs;
  readonly articleId: string;
};

const words = revisions.compare;

/** One row of a comparison: what changed in it, its words, and the annotations that it is about. */
export function CompareLine({
  row,
  view,
  texts,
  direction,
  place,
  isHere,
  onHere,
  acts,
  articleId,
}: CompareLineProps) {
  const { line, here, lost } = row;
  const labels = labelsOf(row);
  return (
    <li
      tabIndex={place === undefined ? undefined : isHere ? 0 : -1}
      data-change={place?.at}
      aria-label={place === undefined ? undefined : words.row(place.at + 1, place.total, labels.join(', '))}
      aria-current={place !== undefined && isHere ? 'true' : undefined}
      onFocus={onHere}
      className={classNames(
        'scroll-mt-20 border-s-3 border-b border-s-transparent px-3 py-2.5 -outline-offset-2',
        line.kind === 'same' && 'text-ink-2',
        place !== undefined && isHere && 'border-s-pencil! bg-pencil-bg/40',
      )}
    >
      {labels.length === 0 ? null : (
        <p className="mb-1 flex flex-wrap gap-1.5" aria-hidden={place !== undefined}>
          {labels.map((label) => (
            <span key={label} className="rounded-full bg-warn-bg px-2 text-xs font-medium text-warn">
              {label}
            </span>
          ))}
        </p>
      )}
      <CompareWords row={row} view={view} texts={texts} direction={direction} />
      {line.kind === 'same' || here.length + lost.length === 0 ? null : (
        <CompareAnnotations row={row} acts={acts} articleId={articleId} />
      )}
    </li>
  );
}

function labelsOf({ line }: CompareRow): readonly string[] {
  if (line.kind === 'same') return [];
  if (line.elsewhere !== null) return [line.after === null ? words.movedAway : words.moved];
  if (line.drifts.length === 0) return [words.added];
  return line.drifts.map((kind) => driftWords.names[kind]);
}
