import 'server-only';
import { unknownDetails } from '@/lib/domain/article';
import { type ArticleBlock, blockText } from '@/lib/domain/article-doc';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleDraft } from '@/lib/domain/lists';
import type { OnProgress } from './parser-job';
import { readingOrder } from './pdf-columns';
import { joinLines, type KnownWords, knownWords } from './pdf-join';
import { linesOf, type PdfLine } from './pdf-lines';
import { type PdfParagraph, paragraphsOf, startsItem } from './pdf-paragraphs';
import { type BodyPage, withoutRunningHeads } from './pdf-running-heads';
import type { PdfRow } from './pdf-tables';
import { type PdfContent, readPdfWords } from './pdf-words';
import { draftOf, onlyHeadline } from './read-html';

/**
 * Reads a PDF in reading order: columns one after the other, lines joined to paragraphs, large letters as headings, notes
 * at the foot of pages to the end; page breaks keep the pages' numbers. Runs in the parser process. Throws DomainError.
 */
export async function readPdf(
  bytes: Uint8Array,
  title: string | undefined,
  onProgress: OnProgress = () => undefined,
): Promise<ArticleDraft> {
  const content = await readPdfWords(bytes, (pages) => onProgress({ stage: 'reading', pages }));
  onProgress({ stage: 'arranging' });
  const pages = content.pages.map((page) => ({ ...page, lines: linesOf(page) }));
  refuseScan(content);
  const body = withoutRunningHeads(pages);
  const size = usualSize(body.pages);
  const parted = body.pages.map((page) => partNotes(page, size));
  const known = knownWords(body.pages.flatMap(({ lines }) => lines));
  const main = paragraphsOf(columnsOf(parted.map(({ main }) => main)));
  const notes = paragraphsOf(columnsOf(parted.map(({ notes }) => notes)));
  const blocks = [
    ...blocksOf(main, { size, known, hasBreaks: pages.length > 1 }),
    ...(notes.length === 0 ? [] : [{ type: 'horizontalRule' } as const]),
    ...notes.map((note) => (note.rows === undefined ? paragraph(note, known) : table(note.rows, known))),
  ];
  const draft = draftOf(blocks, {
    ...unknownDetails,
    title: title?.trim() || onlyHeadline(blocks) || firstHeadline(blocks) || content.title,
  });
  const { dropped } = body;
  return {
    ...draft,
    dropped:
      dropped.length === 0
        ? []
        : [{ what: 'running heads and page numbers', count: dropped.length, words: dropped }],
    warnings: [...pagesWithoutText(content, body.pages), ...draft.warnings],
    original: pages.map(({ lines }) => lines.map(({ text }) => text).join('\n')).join('\n\n'),
  };
}

/** Pictures of pages hold no words: somebody has to have a machine read them first. */
function refuseScan({ pages }: PdfContent): void {
  if (pages.some(({ words }) => words.some(({ text }) => /[\p{L}\p{N}]/u.test(text)))) return;
  throw new DomainError(
    'INVALID',
    'This PDF holds only pictures of its pages and no text. Have its text recognised (OCR) first, or paste the text.',
  );
}

function pagesWithoutText({ pages }: PdfContent, body: readonly BodyPage[]): string[] {
  const empty = body.filter((_, at) => pages[at]?.words.length === 0).map(({ label }) => label);
  if (empty.length === 0) return [];
  const list = empty.slice(0, 20).join(', ');
  return [`No text on ${empty.length === 1 ? 'page' : 'pages'} ${list}: pictures of text do not come in.`];
}

/** The size of most letters. */
function usualSize(pages: readonly BodyPage[]): number {
  const lengths = new Map<number, number>();
  for (const { lines } of pages)
    for (const { size, text } of lines)
      lengths.set(rounded(size), (lengths.get(rounded(size)) ?? 0) + text.length);
  return [...lengths].reduce((most, found) => (found[1] > most[1] ? found : most), [0, 0])[0];
}

const rounded = (size: number): number => Math.round(size * 2) / 2;

/** Small lines at the foot of a page, from one that begins with a number or a sign on, are its footnotes. */
function partNotes(
  { lines, label }: BodyPage,
  size: number,
): { readonly main: BodyPage; readonly notes: BodyPage } {
  const small = lines.filter((line) => line.size < size * 0.93);
  const large = lines.filter((line) => line.size >= size * 0.93);
  const foot = Math.min(...large.map(({ y }) => y));
  const below = small.filter(({ y }) => y < foot);
  const top = Math.max(
    ...below.filter(({ text }) => /^(?:\d{1,3}|[*†‡])\s*\S/u.test(text)).map(({ y }) => y),
  );
  const notes = below.filter(({ y }) => y <= top);
  return {
    main: { label, lines: lines.filter((line) => !notes.includes(line)) },
    notes: { label, lines: notes },
  };
}

const columnsOf = (pages: readonly BodyPage[]) =>
  pages.flatMap(({ lines, label }) => readingOrder(lines).map((column) => ({ column, page: label })));

type BlockOptions = { readonly size: number; readonly known: KnownWords; readonly hasBreaks: boolean };

function blocksOf(
  paragraphs: readonly PdfParagraph[],
  { size, known, hasBreaks }: BlockOptions,
): ArticleBlock[] {
  const levels = headingLevels(paragraphs, size);
  let page: number | undefined;
  return paragraphs.flatMap((found): ArticleBlock[] => {
    const before: ArticleBlock[] =
      hasBreaks && found.page !== page ? [{ type: 'pageBreak', attrs: { page: found.page } }] : [];
    page = found.page;
    if (found.rows !== undefined) return [...before, table(found.rows, known)];
    const level = isHeading(found, size) ? levels.get(rounded(found.size)) : undefined;
    const block = paragraph(found, known);
    if (found.isFigure === true) return [...before, { type: 'figure', content: [block] }];
    return [
      ...before,
      level === undefined ? block : { ...block, type: 'heading', attrs: { lead: '', level } },
    ];
  });
}

const longestHeading = 200;

const isHeading = ({ lines, size, rows, isFigure }: PdfParagraph, usual: number): boolean =>
  rows === undefined &&
  isFigure !== true &&
  size > usual * 1.12 &&
  lengthOf(lines) <= longestHeading &&
  (!startsItem(lines[0]?.text ?? '') || isNumberedHeading(lines));

/** “2. What was found”: a line of a list ends as sentences do, or is no short one. */
const isNumberedHeading = ([first, ...more]: readonly PdfLine[]): boolean =>
  first !== undefined && more.length === 0 && /^\d{1,2}\. \p{Lu}.{0,80}[^.!?:;,]$/u.test(first.text);

const lengthOf = (lines: readonly PdfLine[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

/** The largest letters make the headline, smaller ones headings below it. */
function headingLevels(paragraphs: readonly PdfParagraph[], usual: number): ReadonlyMap<number, number> {
  const sizes = paragraphs.filter((found) => isHeading(found, usual)).map(({ size }) => rounded(size));
  const ordered = [...new Set(sizes)].sort((one, other) => other - one);
  return new Map(ordered.map((size, at) => [size, Math.min(at + 1, 4)]));
}

function paragraph(
  { lines }: Pick<PdfParagraph, 'lines'>,
  known: KnownWords,
): ArticleBlock & { readonly type: 'paragraph' } {
  return { type: 'paragraph', attrs: { lead: '' }, content: joinLines(lines, known) };
}

function table(rows: readonly PdfRow[], known: KnownWords): ArticleBlock {
  return {
    type: 'table',
    content: rows.map(({ cells, isHeader }) => ({
      type: 'tableRow',
      content: cells.map(({ lines, span }) => ({
        type: 'tableCell',
        attrs: { isHeader, colspan: span, rowspan: 1 },
        content: [lines.length === 0 ? empty : paragraph({ lines }, known)],
      })),
    })),
  };
}

const empty: ArticleBlock = { type: 'paragraph', attrs: { lead: '' } };

function firstHeadline(blocks: readonly ArticleBlock[]): string {
  const found = blocks.find((block) => block.type === 'heading' && block.attrs.level === 1);
  return found?.type === 'heading' ? blockText(found) : '';
}
