import 'server-only';
import type { ArticleBlock, ArticleInline, ListItem } from '@/lib/domain/article-doc';
import { maxLeadLength } from '@/lib/domain/article-doc';
import { directionOfText } from '@/lib/domain/direction';
import type { ArticleDraft } from '@/lib/domain/lists';
import { cutText } from '@/lib/domain/text/cut-text';
import { findByline, readByline } from './byline';
import { guessLanguage } from './guess-language';
import { warnOfHiddenCharacters } from './hidden-characters';
import { emptySource, maxParagraphs, refuseLongText, refuseUnusable, tooManyParagraphs } from './limits';

/**
 * Reads plain text in normal form. Blank lines divide paragraphs, single line feeds are hard breaks, numbered and
 * dotted lines become lists, the headline a heading. The canonical text is the input without the blank space around
 * it, character by character. Takes time in proportion to the text.
 */
export function readText(source: string, title: string | undefined): ArticleDraft {
  const text = source.trim();
  if (text === '') throw emptySource();
  refuseLongText(text);
  const chunks = splitHeadline(text, findChunks(text));
  const content = buildBlocks(text, chunks);
  refuseUnusable(content);
  const [first] = chunks;
  const headline = first?.kind === 'headline' ? text.slice(first.lines[0]?.start, first.lines[0]?.end) : '';
  const lines = chunks.slice(0, 6).flatMap((chunk) => chunk.lines.slice(0, 2));
  return {
    details: {
      title: cutText((title?.trim() || headline).replace(/\s+/g, ' '), 500),
      byline: findByline(lines.map(({ start, end }) => text.slice(start, end))),
      publication: null,
      publishedOn: null,
      sourceAddress: null,
      language: guessLanguage(text),
      direction: directionOfText(text),
    },
    doc: { type: 'doc', content },
    dropped: [],
    warnings: warnOfHiddenCharacters(text),
    comments: [],
    original: null,
  };
}

/** A line that is not blank: where its first and its last visible character stand, and where the line begins and ends. */
type Line = {
  readonly begin: number;
  readonly start: number;
  readonly end: number;
  readonly stop: number;
  readonly marker: Marker | null;
};
type Marker = { readonly bullet: string; readonly number: number; readonly length: number };
type Chunk = { readonly kind: 'headline' | 'paragraph' | 'list'; readonly lines: readonly Line[] };

/** Indentation and space after a marker stay short enough to be one lead. */
const listMarker = /^[^\S\n]{0,40}(?:(\d{1,6})([.)])|([-*•‣◦▪]))[^\S\n]{1,40}(?=\S)/u;

function findChunks(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let lines: Line[] = [];
  let count = 0;
  const close = (): void => {
    chunks.push(...splitLists(lines));
    lines = [];
  };
  for (let begin = 0; begin <= text.length; ) {
    const found = text.indexOf('\n', begin);
    const stop = found === -1 ? text.length : found;
    const line = readLine(text, begin, stop);
    if (line === null) close();
    else if (++count > maxParagraphs) throw tooManyParagraphs();
    else lines.push(line);
    begin = stop + 1;
  }
  close();
  return chunks;
}

function readLine(text: string, begin: number, stop: number): Line | null {
  const line = text.slice(begin, stop);
  const start = begin + line.length - line.trimStart().length;
  const end = begin + line.trimEnd().length;
  if (start >= end) return null;
  const found = listMarker.exec(line);
  const marker =
    found === null
      ? null
      : { bullet: found[2] ?? found[3] ?? '', number: Number(found[1] ?? -1), length: found[0].length };
  return { begin, start, end, stop, marker };
}

/** Lines without a blank one between them: runs of at least two list lines apart from the paragraphs around them. */
function splitLists(lines: readonly Line[]): Chunk[] {
  const chunks: Chunk[] = [];
  let plain: Line[] = [];
  const close = (): void => {
    if (plain.length > 0) chunks.push({ kind: 'paragraph', lines: plain });
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    let next = at + 1;
    while (next < lines.length && follows(lines[next - 1], lines[next])) next += 1;
    if (next - at >= 2) {
      close();
      chunks.push({ kind: 'list', lines: lines.slice(at, next) });
    } else {
      plain.push(...lines.slice(at, next));
    }
    at = next;
  }
  close();
  return chunks;
}

function follows(line: Line | undefined, next: Line | undefined): boolean {
  const [one, two] = [line?.marker, next?.marker];
  if (!one || !two || one.bullet !== two.bullet) return false;
  return one.number === -1 ? two.number === -1 : two.number === one.number + 1;
}

const longestHeadline = 200;

/** Takes the first line for the headline when it is short, ends no sentence and more text follows it. */
function splitHeadline(text: string, chunks: readonly Chunk[]): Chunk[] {
  const [first, ...rest] = chunks;
  const [line, second, third] = first?.lines ?? [];
  if (first?.kind !== 'paragraph' || line === undefined) return [...chunks];
  const words = text.slice(line.start, line.end);
  const isHeadline =
    words.length <= longestHeadline &&
    /\p{L}/u.test(words) &&
    !/[.;:,…。][”"’')\]]*$/u.test(words) &&
    readByline(words) === null;
  const hasByline =
    second !== undefined && third === undefined && readByline(text.slice(second.start, second.end)) !== null;
  if (!isHeadline || (second === undefined ? rest.length === 0 : !hasByline)) return [...chunks];
  const headline: Chunk = { kind: 'headline', lines: [line] };
  return second === undefined
    ? [headline, ...rest]
    : [headline, { kind: 'paragraph', lines: [second] }, ...rest];
}

function buildBlocks(text: string, chunks: readonly Chunk[]): ArticleBlock[] {
  const content: ArticleBlock[] = [];
  let done = 0;
  const blocksOf = (start: number, end: number, make: (lead: string) => ArticleBlock): ArticleBlock[] => {
    const blocks = spreadLead(text.slice(done, start), make);
    done = end;
    return blocks;
  };
  for (const { kind, lines } of chunks) {
    const [first] = lines;
    const last = lines.at(-1);
    if (first === undefined || last === undefined) continue;
    if (kind === 'list') {
      const items = lines.map((line): ListItem => {
        const start = line.begin + (line.marker?.length ?? 0);
        const inline: ArticleInline[] = [{ type: 'text', text: text.slice(start, line.end) }];
        return {
          type: 'listItem',
          content: blocksOf(start, line.end, (lead) => ({
            type: 'paragraph',
            attrs: { lead },
            content: inline,
          })),
        };
      });
      const number = first.marker?.number ?? -1;
      content.push(
        number === -1
          ? { type: 'bulletList', content: items }
          : { type: 'orderedList', attrs: { start: number }, content: items },
      );
      continue;
    }
    const inline = linesAsInline(text, lines);
    content.push(
      ...blocksOf(first.start, last.end, (lead) =>
        kind === 'headline'
          ? { type: 'heading', attrs: { lead, level: 1 }, content: inline }
          : { type: 'paragraph', attrs: { lead }, content: inline },
      ),
    );
  }
  return content;
}

/** Lines with hard breaks between them; the blank space at their edges belongs to the text, but not the outermost. */
function linesAsInline(text: string, lines: readonly Line[]): ArticleInline[] {
  return lines.flatMap((line, index): ArticleInline[] => {
    const start = index === 0 ? line.start : line.begin;
    const end = index === lines.length - 1 ? line.end : line.stop;
    const words: ArticleInline = { type: 'text', text: text.slice(start, end) };
    return index === 0 ? [words] : [{ type: 'hardBreak' }, words];
  });
}

/** A block with its lead; a lead longer than one block may carry is spread over empty paragraphs before it. */
function spreadLead(lead: string, make: (lead: string) => ArticleBlock): ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  let rest = lead;
  while (rest.length > maxLeadLength) {
    // A marker stands in the last hundred characters: only blank space is cut.
    const cut = Math.min(maxLeadLength, rest.length - maxLeadLength / 2);
    blocks.push({ type: 'paragraph', attrs: { lead: rest.slice(0, cut) } });
    rest = rest.slice(cut);
  }
  return [...blocks, make(rest)];
}
