import type { Passage } from '@/lib/domain/article';
import { lastWhere } from './last-where';
import type { SentParagraph } from './sent-word';

/** What went out as one text, each paragraph ended by a line feed, and where its passages stand in the canonical text. */
export type SentText = {
  readonly text: string;
  /** Undefined where a passage lies on what is no text of the article: its headline, the number of a page. */
  readonly passageOf: (passage: Passage) => Passage | undefined;
  /** Where a passage of the canonical text stands in it; what lies between two paragraphs belongs to the next one. */
  readonly find: (passage: Passage) => Passage;
  /** The passages of the canonical text in a stretch of it, one for each paragraph; nothing for what is no text. */
  readonly piecesOf: (stretch: Passage) => readonly Passage[];
};

/** Joins the paragraphs that went out. */
export function sentText(paragraphs: readonly SentParagraph[]): SentText {
  const places: { readonly at: number; readonly offsets: readonly number[] | null }[] = [];
  const known: { readonly at: number; readonly offset: number }[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    const at = text.length;
    places.push({ at, offsets: paragraph.offsets });
    for (const [index, offset] of (paragraph.offsets ?? []).entries()) known.push({ at: at + index, offset });
    text += `${paragraph.text}\n`;
  }
  const offsetOf = (at: number): number | undefined => {
    const place = places[lastWhere(places, (one) => one.at <= at)];
    return place?.offsets?.[Math.min(at - place.at, place.offsets.length - 1)];
  };
  const atOf = (offset: number): number => known[lastWhere(known, (one) => one.offset < offset) + 1]?.at ?? 0;
  return {
    text,
    passageOf({ start, end }) {
      const isOnOther = places.some(
        ({ at, offsets }, index) =>
          offsets === null && at < Math.max(end, start + 1) && (places[index + 1]?.at ?? text.length) > start,
      );
      const [first, last] = [offsetOf(start), offsetOf(end)];
      if (isOnOther || first === undefined || last === undefined) return undefined;
      return { start: first, end: last };
    },
    piecesOf({ start, end }) {
      const pieces: Passage[] = [];
      for (
        let index = Math.max(
          0,
          lastWhere(places, ({ at }) => at <= start),
        );
        index < places.length;
        index += 1
      ) {
        const { at, offsets } = places[index] ?? { at: end, offsets: null };
        if (at >= end) break;
        const last = (offsets?.length ?? 0) - 1;
        const first = offsets?.[Math.max(start, at) - at];
        const behind = offsets?.[Math.min(end - at, last)];
        if (first !== undefined && behind !== undefined && behind > first)
          pieces.push({ start: first, end: behind });
      }
      return pieces;
    },
    find: ({ start, end }) => ({ start: atOf(start), end: atOf(end) }),
  };
}
