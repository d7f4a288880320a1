import { type ArticleInline, type PlacedBlock, placedBlocks, type TextBlock } from '@/lib/domain/article-doc';
import type { Report, ReportEntry } from '@/lib/domain/report/report';

/** A stretch of a block in which the same annotations lie: offsets inside its part, and those who begin or end there. */
export type Piece = {
  readonly part: ArticleInline;
  readonly from: number;
  readonly to: number;
  /** Where it begins in the canonical text, UTF-16 code units. */
  readonly offset: number;
  /** The annotations that cover it, the longest first. */
  readonly covering: readonly ReportEntry[];
  /** Those whose passage begins with it, the longest first. */
  readonly starting: readonly ReportEntry[];
  /** Those whose passage ends with it, the shortest first. */
  readonly ending: readonly ReportEntry[];
};

/** Where the annotations of a report lie in its text. */
export type PlacedEntries = {
  /** Those whose passage stands in the text, in the order of the report. */
  readonly standing: readonly ReportEntry[];
  /** Those whose passage is lost. */
  readonly lost: readonly ReportEntry[];
  readonly piecesOf: (block: TextBlock) => readonly Piece[];
};

/**
 * Cuts each block of the text at every edge of an annotation. A passage over several blocks begins in its first and
 * ends in its last one; what lies between two blocks belongs to the one that it leads to or comes from.
 */
export function placeEntries({ entries, revision }: Report): PlacedEntries {
  const placed = placedBlocks(revision.doc).filter(({ start, end }) => end > start);
  const spans = new Map<TextBlock, Span[]>(placed.map(({ block }) => [block, []]));
  const standing: ReportEntry[] = [];
  const lost: ReportEntry[] = [];
  for (const entry of entries) {
    const blocks = blocksOf(entry, placed);
    (blocks.length === 0 ? lost : standing).push(entry);
    for (const place of blocks) {
      const { start, end } = entry.annotation.anchor;
      const within = (offset: number): number => Math.max(place.start, Math.min(place.end, offset));
      spans.get(place.block)?.push({
        entry,
        start: within(start),
        end: within(end),
        isFirst: place === blocks[0],
        isLast: place === blocks[blocks.length - 1],
      });
    }
  }
  const places = new Map(placed.map((place) => [place.block, place]));
  const piecesOf = (block: TextBlock): readonly Piece[] => {
    const place = places.get(block);
    return place === undefined ? [] : cut(place, spans.get(block) ?? []);
  };
  return { standing, lost, piecesOf };
}

type Span = {
  readonly entry: ReportEntry;
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

/** The blocks in which a passage has words; for one that lies on a list marker alone, the block behind that. */
function blocksOf({ annotation: { anchor } }: ReportEntry, placed: readonly PlacedBlock[]): PlacedBlock[] {
  if (anchor.state === 'orphaned') return [];
  const first = firstReaching(placed, anchor.start);
  const blocks: PlacedBlock[] = [];
  for (let at = first; at < placed.length; at += 1) {
    const place = placed[at];
    if (place === undefined || place.start >= anchor.end) break;
    blocks.push(place);
  }
  return blocks.length > 0 ? blocks : placed.slice(first, first + 1);
}

/** The first block that ends behind an offset. */
function firstReaching(placed: readonly PlacedBlock[], offset: number): number {
  let from = 0;
  let to = placed.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((placed[middle]?.end ?? 0) <= offset) from = middle + 1;
    else to = middle;
  }
  return from;
}

function cut({ block, start }: PlacedBlock, spans: readonly Span[]): readonly Piece[] {
  const edges = [...new Set(spans.flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b);
  const longestFirst = spans.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || a.entry.number - b.entry.number,
  );
  const isOn = (span: Span, from: number): boolean => span.start === span.end && span.start === from;
  const entriesOf = (chosen: readonly Span[]): ReportEntry[] => chosen.map(({ entry }) => entry);
  const pieces: Piece[] = [];
  let offset = start;
  for (const part of block.content ?? []) {
    const end = offset + (part.type === 'text' ? part.text.length : 1);
    let from = offset;
    for (const to of [...edges.filter((edge) => edge > offset && edge < end), end]) {
      pieces.push({
        part,
        from: from - offset,
        to: to - offset,
        offset: from,
        covering: entriesOf(longestFirst.filter((span) => span.start <= from && span.end >= to)),
        starting: entriesOf(longestFirst.filter((span) => span.isFirst && span.start === from)),
        ending: entriesOf(
          longestFirst.filter((span) => span.isLast && (span.end === to || isOn(span, from))),
        ).reverse(),
      });
      from = to;
    }
    offset = end;
  }
  return pieces;
}
