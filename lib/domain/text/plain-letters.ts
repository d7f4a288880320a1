const special =
  /(?![\t\n])[\p{Cf}\p{Cc}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Whether a text has neither characters that nobody sees nor letters that run from right to left: the cheap question
 * before `unseen-signs` and `direction` are fetched at all.
 */
export function hasOnlyPlainLetters(text: string): boolean {
  return !special.test(text);
}
