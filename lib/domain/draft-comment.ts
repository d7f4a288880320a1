import { z } from 'zod';
import type { Quote } from './anchor';
import type { Passage } from './article';

/** The most comments that answer one. */
export const maxDraftReplies = 500;

/** The longest words that a comment is about, in UTF-16 code units. */
export const maxCommentedLength = 100_000;

const name = z.string().trim().min(1).max(300);
const words = z.string().min(1).max(20_000);
const said = { author: name, at: z.iso.datetime().nullable(), words };

/** A comment that came with a document, on the words that it was made about. Its authors are known by name only. */
export const draftCommentSchema = z.strictObject({
  ...said,
  /** Where the comment stands: its words, and those around them. */
  quote: z.strictObject({
    exact: z.string().min(1).max(maxCommentedLength),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
  }),
  replies: z.array(z.strictObject(said)).max(maxDraftReplies),
  /** Somebody has marked it as done. */
  isResolved: z.boolean(),
});
export type DraftComment = Readonly<z.infer<typeof draftCommentSchema>>;

/** The most comments that one document brings along. */
export const maxDraftComments = 2_000;

/** How many places of one quote are compared; words that stand more often are found by those right beside them. */
const maxPlaces = 1_000;
/** How much of a quote and of the words beside it is searched for: long needles take time out of proportion. */
const needleLength = 64;
const besideLength = 32;

/**
 * The passage of an article's text that a comment is about, after the draft was corrected: where its words stand with
 * most of their context. `null` where they were left out. Takes time in proportion to the text, whatever is in it.
 */
export function placeComment(text: string, { quote }: Pick<DraftComment, 'quote'>): Passage | null {
  const { exact, prefix, suffix } = quote;
  const before = prefix.slice(-besideLength);
  const [head, tail] = [exact.slice(0, needleLength), exact.slice(-needleLength)];
  const places = [
    ...placesOf(text, before + head, before.length),
    ...placesOf(text, tail + suffix.slice(0, besideLength), tail.length - exact.length),
    ...placesOf(text, head, 0),
  ];
  let best: { readonly start: number; readonly agreement: number } | undefined;
  for (const start of places) {
    if (start < 0 || text.slice(start, start + exact.length) !== exact) continue;
    const agreement = agreementAt(text, start, quote);
    if (best === undefined || agreement > best.agreement) best = { start, agreement };
  }
  return best === undefined ? null : { start: best.start, end: best.start + exact.length };
}

/** Where a short stretch stands in a text, moved by `skipped` characters; the first places only. */
function placesOf(text: string, needle: string, skipped: number): number[] {
  const places: number[] = [];
  for (
    let at = text.indexOf(needle);
    at !== -1 && places.length < maxPlaces;
    at = text.indexOf(needle, at + 1)
  )
    places.push(at + skipped);
  return places;
}

/** How many characters right before and right after a place are those of the quote's context. */
function agreementAt(text: string, start: number, { exact, prefix, suffix }: Quote): number {
  const end = start + exact.length;
  let before = 0;
  while (before < prefix.length && text[start - 1 - before] === prefix[prefix.length - 1 - before])
    before += 1;
  let after = 0;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
}
