/**
 * Characters that nobody sees and that can hide or turn words: control and format characters of Unicode (Cc, Cf) but for
 * the tab, the line feed and the few that have a shape, such as the Arabic number sign.
 */
const unseen = /(?![\t\n\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])[\p{Cc}\p{Cf}]/gu;

/** Those that a text needs: joiners inside an emoji, the letters of a flag, joiners of scripts that write with them. */
const needed =
  /(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d(?=\p{Extended_Pictographic})|(?<=\u{1f3f4})[\u{e0020}-\u{e007f}]+|(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{M}])[\u200c\u200d](?=[\p{Script=Arabic}\p{Script=Devanagari}])/gu;

/** One of them in a text: its offset, UTF-16 code units, and itself (one or two units). */
export type UnseenSign = { readonly start: number; readonly sign: string };

/** The characters of a text that nobody sees, in order, without those that its writing needs. */
export function findUnseenSigns(text: string): readonly UnseenSign[] {
  const found = Array.from(text.matchAll(unseen), ({ 0: sign, index }) => ({ start: index, sign }));
  if (found.length === 0) return found;
  const kept = Array.from(text.matchAll(needed), ({ 0: run, index }) => [index, index + run.length] as const);
  let at = 0;
  return found.filter(({ start }) => {
    while (at < kept.length && (kept[at]?.[1] ?? 0) <= start) at += 1;
    return start < (kept[at]?.[0] ?? Number.POSITIVE_INFINITY);
  });
}
