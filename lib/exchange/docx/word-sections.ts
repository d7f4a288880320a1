import { HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Section } from '../report-sections';
import { xmlText } from '../xml-text';
import type { WordBlock } from './word-blocks';
import { linesToParagraphs } from './word-lines';

/** The parts of a report beside its text, each with its heading. */
export function sectionsToWord(sections: readonly Section[]): WordBlock[] {
  return sections.flatMap(({ title, lines, rows }) => [
    subheading(title),
    ...(rows.length === 0 ? [] : [tableOf(rows)]),
    ...(lines.length === 0 ? [] : linesToParagraphs(lines)),
  ]);
}

/** A heading below that of a page. */
export function subheading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, text });
}

function tableOf(rows: Section['rows']): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [3_000, 6_400],
    rows: rows.map(
      ([name, words]) => new TableRow({ children: [cell(name, 3_000, true), cell(words, 6_400, false)] }),
    ),
  });
}

function cell(words: string, width: number, isName: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [new Paragraph({ children: [new TextRun({ text: xmlText(words), bold: isName, size: 19 })] })],
  });
}
