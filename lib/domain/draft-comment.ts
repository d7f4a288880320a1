import { z } from 'zod';
import type { Quote } from './anchor';
import type { Passage } from './article';
import type { ArticleDoc } from './article-doc';
import { canonicalText } from './article-doc';

const name = z.string().trim().min(1).max(300);
const words = z.string().min(1).max(20_000);
const said = { author: name, at: z.iso.datetime().nullable(), words };

/** A comment that came with a document, on the words that it was made about. Its authors are known by name only. */
export const draftCommentSchema = z.strictObject({
  ...said,
  /** Where the comment stands: its words, and those around them. */
  quote: z.strictObject({
    exact: z.string().min(1).max(100_000),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
  }),
  replies: z.array(z.strictObject(said)).max(500),
  /** Somebody has marked it as done. */
  isResolved: z.boolean(),
});
export type DraftComment = Readonly<z.infer<typeof draftCommentSchema>>;

/** The most comments that one document brings along. */
export const maxDraftComments = 2_000;

/**
 * The passage that a comment is about, after the draft was corrected: where its words stand with most of their context.
 * `null` where they were left out.
 */
export function placeComment(doc: ArticleDoc, { quote }: Pick<DraftComment, 'quote'>): Passage | null {
  const text = canonicalText(doc);
  let best: { readonly start: number; readonly agreement: number } | undefined;
  for (let start = text.indexOf(quote.exact); start !== -1; start = text.indexOf(quote.exact, start + 1)) {
    const agreement = agreementAt(text, start, quote);
    if (best === undefined || agreement > best.agreement) best = { start, agreement };
  }
  return best === undefined ? null : { start: best.start, end: best.start + quote.exact.length };
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
