import 'server-only';
import { type ArticleInline, type InlineMark, inlineMarkTypes } from '@/lib/domain/article-doc';
import { refuseStackedAccents } from './limits';

/** A stretch of text with its marks, as met in the source, or a line break. */
export type InlinePart = { readonly text: string; readonly marks: readonly InlineMark[] } | 'break';

/** `marks` with one more, each type once, in the order of the article schema. */
export function addMark(marks: readonly InlineMark[], mark: InlineMark): readonly InlineMark[] {
  const others = marks.filter(({ type }) => type !== mark.type);
  return [...others, mark].sort((a, b) => inlineMarkTypes.indexOf(a.type) - inlineMarkTypes.indexOf(b.type));
}

/**
 * The content of one block. White space is run together as browsers do, unless `keepsSpace`; none is left at the edges
 * of a line. Empty when there is nothing to see.
 */
export function toInline(parts: readonly InlinePart[], keepsSpace: boolean): ArticleInline[] {
  const merged = mergeSeams(keepsSpace ? trimLineFeeds(parts) : collapseSpace(parts));
  if (!merged.some((part) => part !== 'break' && part.text.trim() !== '')) return [];
  return merged.map((part): ArticleInline => {
    if (part === 'break') return { type: 'hardBreak' };
    return part.marks.length === 0
      ? { type: 'text', text: part.text }
      : { type: 'text', text: part.text, marks: part.marks };
  });
}

function collapseSpace(parts: readonly InlinePart[]): InlinePart[] {
  const out: InlinePart[] = [];
  const trimEnd = (): void => {
    const last = out.at(-1);
    if (last === undefined || last === 'break') return;
    const text = last.text.endsWith(' ') ? last.text.slice(0, -1) : last.text;
    out.pop();
    if (text === '') trimEnd();
    else out.push({ text, marks: last.marks });
  };
  for (const part of parts) {
    if (part === 'break') {
      trimEnd();
      if (out.length > 0) out.push('break');
      continue;
    }
    const last = out.at(-1);
    const isAtStart = last === undefined || last === 'break' || last.text.endsWith(' ');
    const text = part.text
      .replace(/[ \t\n\r\f]+/g, ' ')
      .slice(isAtStart && /^[ \t\n\r\f]/.test(part.text) ? 1 : 0);
    if (text !== '') out.push({ text, marks: part.marks });
  }
  for (trimEnd(); out.at(-1) === 'break'; trimEnd()) out.pop();
  return out;
}

/** Code as it stands: a line break is a line feed, blank lines around it are nobody's. */
function trimLineFeeds(parts: readonly InlinePart[]): InlinePart[] {
  const lines = parts.map((part) => (part === 'break' ? { text: '\n', marks: [] } : part));
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  return lines.slice(first, last + 1).map(({ text, marks }, index, all) => {
    const begun = index === 0 ? text.slice(startOfFirstLine(text)) : text;
    return { marks, text: index === all.length - 1 ? begun.trimEnd() : begun };
  });
}

/** Where the first line that is not blank begins; its indentation belongs to it. */
function startOfFirstLine(text: string): number {
  return text.lastIndexOf('\n', text.length - text.trimStart().length) + 1;
}

/** Text with its marks while it is being joined. */
type Seam = { readonly marks: readonly InlineMark[]; readonly key: string; readonly texts: string[] };

/** Joins neighbours with the same marks, and puts an accent that stands in the next element onto its letter (NFC). */
function mergeSeams(parts: readonly InlinePart[]): InlinePart[] {
  const seams: (Seam | 'break')[] = [];
  for (const part of parts) {
    if (part === 'break') {
      seams.push(part);
      continue;
    }
    const last = seams.at(-1);
    const key = keyOf(part.marks);
    let text = part.text;
    if (last !== undefined && last !== 'break') {
      const accents = last.key === key ? text : (/^[\p{M}\u1160-\u11ff]+/u.exec(text)?.[0] ?? '');
      last.texts.push(accents);
      text = text.slice(accents.length);
    }
    if (text !== '') seams.push({ marks: part.marks, key, texts: [text] });
  }
  return seams.map((seam) => (seam === 'break' ? seam : { marks: seam.marks, text: joined(seam.texts) }));
}

function joined(texts: readonly string[]): string {
  const text = texts.join('');
  // Written as entities, accents come in past the check of the source.
  refuseStackedAccents(text);
  return text.normalize('NFC');
}

const keyOf = (marks: readonly InlineMark[]): string =>
  marks.map((mark) => (mark.type === 'link' ? mark.attrs.href : mark.type)).join(' ');
