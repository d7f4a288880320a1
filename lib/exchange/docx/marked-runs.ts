import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  ExternalHyperlink,
  InsertedTextRun,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Mark } from '@/lib/domain/annotation';
import type { ArticleInline, TextBlock } from '@/lib/domain/article-doc';
import type { ReportEntry } from '@/lib/domain/report/report';
import type { Piece, PlacedEntries } from '../placed-entries';
import { hasRightToLeft } from '../text-direction';
import { xmlText } from '../xml-text';
import type { TrackedChange } from './tracked-changes';

/** What is laid over the words of the article: comments, and changes in the order of the text. */
export type Overlay = {
  readonly placed: PlacedEntries;
  readonly idsOf: (entry: ReportEntry) => readonly number[];
  readonly changes: readonly TrackedChange[];
};

/** Makes the writer of a block's words: runs with their look, comment ranges around them, tracked changes in them. */
export function markedRuns({ placed, idsOf, changes }: Overlay): (block: TextBlock) => ParagraphChild[] {
  const byPlace = changeIndex(changes);
  const count = { change: 0 };
  return (block) =>
    placed
      .piecesOf(block)
      .flatMap((piece) => [
        ...piece.starting.flatMap((entry) => idsOf(entry).map((id) => new CommentRangeStart(id))),
        ...wordsOf(piece, byPlace, count),
        ...piece.ending.flatMap((entry) => idsOf(entry).flatMap(endOfComment)),
      ]);
}

/** The end of a comment's range with the reference that Word needs to show it. */
export function endOfComment(id: number): ParagraphChild[] {
  return [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })];
}

const endOf = (piece: Piece | undefined): number =>
  piece === undefined ? 0 : piece.offset + (piece.to - piece.from);

type Edit = {
  readonly by: TrackedChange;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** All edits by where they begin: removals have a length, additions words. */
function changeIndex(changes: readonly TrackedChange[]): readonly Edit[] {
  return changes
    .flatMap((by) => [
      ...by.removed.map(({ start, end }) => ({ by, start, end, text: '' })),
      ...by.added.map(({ offset, text }) => ({ by, start: offset, end: offset, text })),
    ])
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function wordsOf(piece: Piece, edits: readonly Edit[], count: { change: number }): ParagraphChild[] {
  const { offset, from } = piece;
  const end = endOf(piece);
  const near = editsBetween(edits, offset, end);
  const here = near.filter((edit) => edit.start < end && edit.end > offset);
  const added = near.filter(({ text, start, by }) => text !== '' && isAddedIn(by, start, offset, end));
  const cuts = new Set([offset, end]);
  for (const edit of [...here, ...added]) for (const at of [edit.start, edit.end]) cuts.add(at);
  const places = [...cuts].filter((at) => at >= offset && at <= end).sort((a, b) => a - b);
  const written: ParagraphChild[] = [];
  const insert = (at: number): void => {
    for (const edit of added.filter(({ start }) => start === at)) {
      count.change += 1;
      written.push(
        new InsertedTextRun({ ...revision(edit, count), ...lookOf(piece), text: xmlText(edit.text) }),
      );
    }
  };
  insert(offset);
  for (const [index, start] of places.entries()) {
    const stop = places[index + 1];
    if (stop === undefined) break;
    const removal = here.find((edit) => edit.start <= start && edit.end >= stop);
    // Each run that goes is a change with a number of its own.
    const gone = (): Revision | undefined => {
      if (removal === undefined) return undefined;
      count.change += 1;
      return revision(removal, count);
    };
    written.push(...stretch(piece, start - offset + from, stop - offset + from, gone));
    if (stop > offset) insert(stop);
  }
  return written;
}

/** The edits that begin before a stretch ends and end behind its beginning, edges included: no two edits overlap. */
function editsBetween(edits: readonly Edit[], offset: number, end: number): readonly Edit[] {
  let [from, to] = [0, edits.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((edits[middle]?.end ?? 0) < offset) from = middle + 1;
    else to = middle;
  }
  while ((edits[to]?.start ?? Number.POSITIVE_INFINITY) <= end) to += 1;
  return edits.slice(from, to);
}

/** Added words stand behind the words before them, so that they lie in the same passage; at its beginning, before the next. */
function isAddedIn(by: TrackedChange, at: number, start: number, end: number): boolean {
  return at === by.start && !by.removed.some((one) => one.end === at)
    ? at >= start && at < end
    : at > start && at <= end;
}

type Revision = { readonly id: number; readonly author: string; readonly date: string };

const revision = ({ by }: Edit, { change }: { change: number }): Revision => ({
  id: 100_000 + change,
  author: by.author,
  date: by.at.replace(/\.\d+/, ''),
});

/** Lines of code are parted by line feeds, which Word would show as spaces. */
function stretch(piece: Piece, from: number, to: number, gone: () => Revision | undefined): ParagraphChild[] {
  const { part } = piece;
  const broken = (): ParagraphChild => new TextRun({ break: 1 });
  if (part.type === 'hardBreak') return [broken()];
  return xmlText(part.text.slice(from, to))
    .split('\n')
    .flatMap((text, index) => [
      ...(index > 0 ? [broken()] : []),
      ...(text === '' && to > from ? [] : [run(text, piece, gone())]),
    ]);
}

function run(text: string, piece: Piece, removal: Revision | undefined): ParagraphChild {
  const look = { ...lookOf(piece), ...(hasRightToLeft(text) ? { rightToLeft: true } : {}), text };
  const words = removal === undefined ? new TextRun(look) : new DeletedTextRun({ ...removal, ...look });
  const link = hrefOf(piece.part);
  return link === undefined ? words : new ExternalHyperlink({ children: [words], link });
}

function hrefOf(part: ArticleInline): string | undefined {
  if (part.type === 'hardBreak') return undefined;
  return (part.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))[0];
}

const shades: Readonly<Record<Mark, string | undefined>> = {
  claim: 'FDECC8',
  opinion: 'F0E4FA',
  sourced_fact: 'D9F1E3',
  no_fact: undefined,
};

function lookOf({ part, covering }: Piece): IRunOptions {
  const marks = part.type === 'text' ? (part.marks ?? []).map(({ type }) => type) : [];
  // The shortest mark lies on top, as on the screen.
  const mark = covering[covering.length - 1]?.annotation.mark;
  const fill = mark === undefined ? undefined : shades[mark];
  return {
    ...(marks.includes('bold') ? { bold: true } : {}),
    ...(marks.includes('italic') ? { italics: true } : {}),
    ...(marks.includes('strike') ? { strike: true } : {}),
    ...(marks.includes('superscript') ? { superScript: true } : {}),
    ...(marks.includes('subscript') ? { subScript: true } : {}),
    ...(marks.includes('underline') ? { underline: {} } : {}),
    ...(marks.includes('link') ? { style: 'Hyperlink' } : {}),
    ...(marks.includes('code') ? { font: 'Courier New' } : {}),
    ...(fill === undefined ? {} : { shading: { fill } }),
  };
}
