import type { ClaimType } from './annotation';

/** What a member knows best: kinds of claim, and topics in words. */
export type Beat = { readonly types: readonly ClaimType[]; readonly topics: readonly string[] };

/** A member who has said nothing of the kind. */
export const noBeat: Beat = { types: [], topics: [] };

/**
 * How well a claim fits a beat: one for each kind of claim and each topic that it shares with it, 0 for none. A topic
 * is there when all its words begin a word of the passage, whatever the capitals: "harbour" fits "harbours".
 */
export function fitOf(
  claim: { readonly exact: string; readonly claimTypes: readonly ClaimType[] },
  { types, topics }: Beat,
): number {
  const inClaim = wordsOf(claim.exact);
  const has = (word: string): boolean => inClaim.some((other) => other.startsWith(word));
  return (
    types.filter((type) => claim.claimTypes.includes(type)).length +
    topics.filter((topic) => wordsOf(topic).length > 0 && wordsOf(topic).every(has)).length
  );
}

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
