import 'server-only';
import type { ReturnedPlace } from '@/lib/exchange/docx/returned-word';

type Range = { readonly start: ReturnedPlace; readonly end: ReturnedPlace };

/** Gathers where the comments of a Word file begin and end. */
export type RangeReader = {
  readonly mark: (id: string, edge: 'start' | 'end', place: ReturnedPlace) => void;
  /** A comment without a range is about the paragraph that it stands in. */
  readonly point: (id: string, paragraph: number) => void;
  readonly forget: () => void;
  /** Those of which both edges were found. */
  readonly whole: () => ReadonlyMap<string, Range>;
};

export function rangeReader(): RangeReader {
  const edges = new Map<string, { start?: ReturnedPlace; end?: ReturnedPlace }>();
  return {
    mark(id, edge, place) {
      const known = edges.get(id) ?? {};
      edges.set(id, edge === 'start' ? { start: place, ...known } : { ...known, end: place });
    },
    point(id, paragraph) {
      if (edges.has(id)) return;
      edges.set(id, { start: { paragraph, offset: 0 }, end: { paragraph, offset: Number.MAX_SAFE_INTEGER } });
    },
    forget: () => edges.clear(),
    whole: () =>
      new Map(
        [...edges].flatMap(([id, { start, end }]) =>
          start !== undefined && end !== undefined ? ([[id, { start, end }]] as const) : [],
        ),
      ),
  };
}
