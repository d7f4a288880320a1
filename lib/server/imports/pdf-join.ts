import 'server-only';
import type { ArticleInline } from '@/lib/domain/article-doc';
import type { PdfLine } from './pdf-lines';

/** All words of a document, in small letters, to decide about hyphens at the end of lines. */
export type KnownWords = ReadonlySet<string>;

/** The words of a document that no line's end divides. */
export function knownWords(lines: readonly PdfLine[]): KnownWords {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*(?!-?$)/gu) ?? []));
}

/** The lines of a paragraph as one text: divided words joined, a space between all others. */
export function joinLines(lines: readonly PdfLine[], known: KnownWords): ArticleInline[] {
  const parts: { text: string; isRaised: boolean }[] = [];
  for (const { parts: found } of lines) {
    const last = parts.at(-1);
    const next = found
      .map(({ text }) => text)
      .join('')
      .trimStart();
    if (last !== undefined) last.text = seam(last.text.trimEnd(), next, known);
    found.forEach(({ text, isRaised }, at) => {
      const words = at === 0 ? text.trimStart() : text;
      const end = parts.at(-1);
      if (end !== undefined && end.isRaised === isRaised) end.text += words;
      else if (words !== '') parts.push({ text: words, isRaised });
    });
  }
  return parts
    .map(({ text, isRaised }, at) => ({
      text: (at === parts.length - 1 ? text.trimEnd() : text)
        .replace(/\s+/g, ' ')
        .replace(/\u00ad/g, '')
        .normalize('NFC'),
      isRaised,
    }))
    .filter(({ text }) => text !== '')
    .map(
      ({ text, isRaised }): ArticleInline => ({
        type: 'text',
        text,
        ...(isRaised && { marks: [{ type: 'superscript' as const }] }),
      }),
    );
}

/** The end of a line as it stands before the next one. */
function seam(before: string, next: string, known: KnownWords): string {
  const divided = /(\p{L}+)[-\u2010\u00ad]$/u.exec(before)?.[1];
  const rest = /^\p{Ll}+/u.exec(next)?.[0];
  if (divided !== undefined && rest !== undefined) {
    const hyphened = `${divided}-${rest}`.toLowerCase();
    const joined = (divided + rest).toLowerCase();
    return known.has(hyphened) && !known.has(joined) ? before : before.slice(0, -1);
  }
  if (/[-\u2010–—/]$/u.test(before) && /^[\p{L}\p{N}]/u.test(next) && /[\p{L}\p{N}][-\u2010/]$/u.test(before))
    return before;
  const isWordless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，！？」』）]$/u.test(before);
  return isWordless && /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『（]/u.test(next)
    ? before
    : `${before} `;
}
