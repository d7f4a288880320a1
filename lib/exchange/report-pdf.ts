import { type ArticleDoc, type ArticleNode, textBlocks } from '@/lib/domain/article-doc';
import { nameOf, type Report, type ReportEntry } from '@/lib/domain/report/report';
import { isListedAfter, viewNames } from '@/lib/domain/report/report-arrangement';
import { countSteps, type OnShare, unheard } from './count-steps';
import { type EntryPart, entryConversations, entryFacts, entryParts, entryTitle } from './entry-parts';
import { instantText } from './instant-text';
import { looks, markLooks, styledLine } from './pdf/looks';
import { openSheet, type Sheet } from './pdf/sheet';
import { writeBlock } from './pdf/write-blocks';
import { placeEntries } from './placed-entries';
import { backSections, frontSections, type Section } from './report-sections';
import { type Line, line } from './written-line';

/**
 * The report as a PDF that prints as a designed document: tagged for screen readers, bookmarks for headings, sections
 * and annotations, fonts embedded. Annotations stand below the paragraph in which they end, or all after the text.
 * `onShare` hears how much is set, from 0 to 1, after each block and each annotation. Pages are given as they are full.
 */
export async function* reportToPdf(report: Report, onShare: OnShare = unheard): AsyncGenerator<Uint8Array> {
  const { article, arrangement, made, revision, teamName } = report;
  const sheet = openSheet({
    title: article.title,
    author: made.by.name,
    subject: `${viewNames[arrangement.view]}, revision ${revision.number}`,
    language: article.language ?? 'en',
    at: made.at,
    foot: `${viewNames[arrangement.view]} · ${teamName} · Revision ${revision.number}`,
  });
  for (const _ of setReport(sheet, report, onShare)) yield* sheet.written();
  yield* await sheet.end();
}

/** Sets the pages from the first to the last; in between, after each part of them, others may take what is written. */
function* setReport(sheet: Sheet, report: Report, onShare: OnShare): Generator<void> {
  const { article, arrangement, entries, revision } = report;
  const { direction } = article;
  const placed = placeEntries(report);
  const step = countSteps(textBlocks(revision.doc).length + entries.length, onShare);
  const write = (entry: ReportEntry): void => {
    writeEntry(sheet, entry, report);
    step();
  };
  const isAfter = isListedAfter(arrangement);
  const beside = (ending: readonly ReportEntry[]): void => {
    if (!isAfter) for (const entry of ending) write(entry);
  };
  const setBlock = (block: ArticleNode, then: (ending: readonly ReportEntry[]) => void): void => {
    const below = (ending: readonly ReportEntry[]): void => {
      step();
      then(ending);
    };
    writeBlock(sheet, block, { placed, direction, below });
  };
  const { headline, text } = parted(revision.doc);
  let ofHeadline: readonly ReportEntry[] = [];
  head(sheet, report, headline && (() => setBlock(headline, (ending) => (ofHeadline = ending))));
  for (const section of frontSections(report)) writeSection(sheet, section);
  sheet.rule();
  sheet.bookmark('The text', 1);
  beside(ofHeadline);
  for (const block of text) yield setBlock(block, beside);
  if (isAfter) yield* writeList(sheet, 'Annotations', placed.standing, write);
  yield* writeList(sheet, 'Passages that are no longer in the text', placed.lost, write);
  for (const section of backSections(report)) yield writeSection(sheet, section);
}

/** A headline that is the first block of the text stands at the head of the report, with its marks. */
function parted({ content }: ArticleDoc) {
  const [first, ...rest] = content;
  return first?.type === 'heading' && first.attrs.level === 1
    ? { headline: first, text: rest }
    : { headline: undefined, text: content };
}

function head(
  sheet: Sheet,
  { arrangement, article, revision, teamName }: Report,
  writeHeadline: (() => void) | undefined,
): void {
  const kicker = `Annotated report · ${viewNames[arrangement.view]} · ${teamName}`;
  sheet.paragraph([{ text: kicker, look: looks.kicker }], { type: 'P', lineHeight: 13, after: 8 });
  if (writeHeadline === undefined)
    sheet.paragraph([{ text: article.title, look: looks.title }], {
      type: 'Title',
      lineHeight: 28,
      after: 6,
    });
  else writeHeadline();
  const facts = [article.byline, article.publication, article.publishedOn, `Revision ${revision.number}`];
  const known = facts.filter((fact) => fact !== null).join(' · ');
  sheet.paragraph([{ text: known, look: looks.kicker }], { type: 'P', lineHeight: 13 });
  const address = article.sourceAddress;
  if (address !== null)
    sheet.paragraph([{ text: address, look: { ...looks.kicker, href: address } }], {
      type: 'P',
      lineHeight: 13,
    });
  sheet.space(10);
}

function writeSection(sheet: Sheet, { title, lines, rows }: Section): void {
  sheet.space(10);
  sheet.keep(70);
  sheet.bookmark(title, 1);
  sheet.within('Sect', () => {
    sheet.paragraph([{ text: title, look: { ...looks.heading, size: 12 } }], {
      type: 'H2',
      lineHeight: 17,
      after: 3,
    });
    if (rows.length > 0)
      sheet.within('Table', () => {
        for (const [name, words] of rows) {
          sheet.row([
            {
              type: 'TH',
              width: sheet.width * 0.34,
              runs: [{ text: name, look: looks.entryBold }],
              lineHeight: 12,
            },
            {
              type: 'TD',
              width: sheet.width * 0.66,
              runs: [{ text: words, look: looks.entry }],
              lineHeight: 12,
            },
          ]);
        }
      });
    if (rows.length > 0 && lines.length > 0) sheet.space(6);
    for (const written of lines) writeLine(sheet, written, 0, undefined);
  });
}

function* writeList(
  sheet: Sheet,
  title: string,
  entries: readonly ReportEntry[],
  write: (entry: ReportEntry) => void,
): Generator<void> {
  if (entries.length === 0) return;
  sheet.space(14);
  sheet.keep(90);
  sheet.bookmark(title, 1);
  sheet.paragraph([{ text: title, look: looks.heading }], { type: 'H2', lineHeight: 19, after: 6 });
  for (const entry of entries) yield write(entry);
}

const indent = 24;

function writeEntry(sheet: Sheet, entry: ReportEntry, report: Report): void {
  const { annotation } = entry;
  const { color } = markLooks[annotation.mark];
  sheet.keep(52);
  sheet.target(targetOf(entry));
  sheet.bookmark(`${entryTitle(entry)}: ${annotation.anchor.exact.replaceAll(/\s+/g, ' ').slice(0, 80)}`, 2);
  sheet.within('Sect', () => {
    const who = `${nameOf(report.people, annotation.authorId)}, ${instantText(annotation.createdAt)}`;
    sheet.paragraph(
      [
        { text: entryTitle(entry), look: { ...looks.entryBold, color } },
        { text: `  ${who}`, look: looks.facts },
      ],
      {
        type: 'P',
        lineHeight: 13,
        indent,
        bar: color,
      },
    );
    const lines = [line('quote', annotation.anchor.exact), ...entryFacts(entry, report)];
    for (const written of lines) writeLine(sheet, written, indent, color);
    for (const part of entryParts(entry, report)) writePart(sheet, part, report, color);
    for (const { title, isResolved, parts } of entryConversations(entry)) {
      writeLine(
        sheet,
        line('plain', { text: `${title}, ${isResolved ? 'resolved' : 'open'}`, bold: true }),
        indent,
        color,
      );
      for (const part of parts) writePart(sheet, part, report, color);
    }
  });
  sheet.space(7);
}

function writePart(sheet: Sheet, { title, by, lines }: EntryPart, { people }: Report, color: string): void {
  const who = by && `${nameOf(people, by.id)}, ${instantText(by.at)}${by.isEdited ? ', edited' : ''}`;
  const heading = line('plain', { text: title, bold: true });
  if (title !== '' || who !== null)
    sheet.paragraph(
      [
        ...(title === '' ? [] : styledLine(heading)),
        ...(who === null ? [] : [{ text: title === '' ? who : `  ${who}`, look: looks.facts }]),
      ],
      { type: 'P', lineHeight: 12.5, indent, bar: color },
    );
  for (const written of lines) writeLine(sheet, written, indent + (title === '' ? 0 : 8), color, indent);
}

function writeLine(
  sheet: Sheet,
  written: Line,
  own: number,
  bar: string | undefined,
  barAt: number = own,
): void {
  sheet.paragraph(styledLine(written), {
    type: written.kind === 'quote' ? 'BlockQuote' : 'P',
    lineHeight: written.kind === 'quote' ? 13 : 12,
    indent: own,
    after: 1.5,
    ...(bar === undefined ? {} : { bar, barAt }),
  });
}

/** The place that a reference in the text leads to. */
export function targetOf({ number }: ReportEntry): string {
  return `annotation-${number}`;
}
