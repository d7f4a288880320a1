import { type Anchor, locateQuote } from '@/lib/domain/anchor';
import type { Annotation } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import type { ComparedLine } from '@/lib/domain/compare/compare-revisions';
import type { Drift } from '@/lib/domain/reanchor/drift-of';

/** A row of a comparison with the annotations that it is about. */
export type CompareRow = {
  readonly line: ComparedLine;
  /** On the words of the later text. */
  readonly here: readonly Annotation[];
  /** Whose passage went with the words of the earlier text. */
  readonly lost: readonly Annotation[];
};

/** What is shown: a row, or a stretch of rows without a change that is folded away. */
export type CompareItem =
  | { readonly kind: 'row'; readonly row: CompareRow; readonly index: number }
  | { readonly kind: 'fold'; readonly rows: readonly CompareRow[]; readonly index: number };

/** Rows with their annotations; one that was lost stands where its words stood, if that was in the earlier text. */
export function withAnnotations(
  lines: readonly ComparedLine[],
  annotations: readonly Annotation[],
  before: { readonly id: string; readonly text: string },
): readonly CompareRow[] {
  const isLost = ({ anchor }: Annotation): boolean => anchor.state === 'orphaned';
  const placed = annotations.filter((annotation) => !isLost(annotation));
  const lost = annotations.filter(isLost).flatMap((annotation) => {
    const place = placeIn(before, annotation.anchor);
    return place === undefined ? [] : [{ ...annotation, anchor: { ...annotation.anchor, ...place } }];
  });
  return lines.map((line) => ({ line, here: on(placed, line.after), lost: on(lost, line.before) }));
}

/** Where a lost passage stood in an earlier text; absent where that cannot be said for certain. */
function placeIn(
  before: { readonly id: string; readonly text: string },
  anchor: Anchor,
): Passage | undefined {
  if (anchor.revisionId === before.id) return { start: anchor.start, end: anchor.end };
  try {
    return locateQuote(before.text, anchor);
  } catch {
    // It does not stand there, or more than once: then it is shown in its own tab only.
    return undefined;
  }
}

function on(annotations: readonly Annotation[], line: Passage | null): readonly Annotation[] {
  if (line === null) return [];
  return annotations
    .filter(({ anchor }) => anchor.start < line.end && anchor.end > line.start)
    .sort((a, b) => a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end);
}

export const isChange = ({ line }: CompareRow): boolean => line.kind !== 'same';

/** How many changes there are of each kind. */
export function countByDrift(rows: readonly CompareRow[]): ReadonlyMap<Drift, number> {
  const counts = new Map<Drift, number>();
  for (const { line } of rows)
    for (const drift of line.drifts) counts.set(drift, (counts.get(drift) ?? 0) + 1);
  return counts;
}

/**
 * What to show of the rows: the changes, of one kind only if that is wished, each with a row around it; longer stretches
 * without one are folded.
 */
export function itemsOf(rows: readonly CompareRow[], only: Drift | undefined): readonly CompareItem[] {
  const isShown = (row: CompareRow): boolean =>
    isChange(row) && (only === undefined || row.line.drifts.includes(only));
  const isNear = rows.map((_, index) => [-1, 0, 1].some((by) => isShownAt(rows, index + by, isShown)));
  const items: CompareItem[] = [];
  for (const [index, row] of rows.entries()) {
    if (isNear[index] === true && (isShown(row) || !isChange(row))) items.push({ kind: 'row', row, index });
    else if (!isChange(row)) {
      const last = items.at(-1);
      if (last?.kind === 'fold') items[items.length - 1] = { ...last, rows: [...last.rows, row] };
      else items.push({ kind: 'fold', rows: [row], index });
    }
  }
  return items;
}

function isShownAt(
  rows: readonly CompareRow[],
  index: number,
  isShown: (row: CompareRow) => boolean,
): boolean {
  const row = rows[index];
  return row !== undefined && isShown(row);
}
