import { findQuotations } from './find-quotations';

/** What stands in quotation marks in a text, in order: words only, in small letters, whatever marks are around them. */
export function quotationsIn(text: string): readonly string[] {
  return findQuotations(text).map(({ start, end }) => plainWords(text.slice(start, end)));
}

/** How many double quotation marks of any style a text has: a passage may begin or end inside a quotation. */
export function quotationMarksIn(text: string): number {
  return [...text.matchAll(/["“”„‟«»「」『』]/gu)].length;
}

/** The words of a text in small letters, one blank between two of them. */
export function plainWords(text: string): string {
  return Array.from(
    text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{M}\p{N}]+)*/gu),
    ([word]) => word.replaceAll('’', "'"),
  ).join(' ');
}
