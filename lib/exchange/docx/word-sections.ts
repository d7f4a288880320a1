import { BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { Section } from '../report-sections';
import { isRightToLeft } from '../text-direction';
import { xmlText } from '../xml-text';
import type { WordBlock } from './word-blocks';
import { linesToParagraphs } from './word-lines';

/** The parts of a report beside its text, each with its heading. */
export function sectionsToWord(sections: readonly Section[]): WordBlock[] {
  return sections.flatMap(({ title, lines, rows }) => [
    subheading(title),
    ...(rows.length === 0 ? [] : [tableOf(rows)]),
    // Without it, what follows would stand on the table's last line.
    ...(rows.length === 0 || lines.length === 0 ? [] : [new Paragraph({ spacing: { after: 0 } })]),
    ...(lines.length === 0 ? [] : linesToParagraphs(lines)),
  ]);
}

/** A heading below that of a page. */
export function subheading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, text });
}

const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'D9D3C4' };
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function tableOf(rows: Section['rows']): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: [3_000, 6_400],
    borders: {
      top: hairline,
      bottom: hairline,
      insideHorizontal: hairline,
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: rows.map(
      ([name, words]) => new TableRow({ children: [cell(name, 3_000, true), cell(words, 6_400, false)] }),
    ),
  });
}

function cell(words: string, width: number, isName: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        spacing: { after: 0 },
        bidirectional: isRightToLeft(words),
        children: [new TextRun({ text: xmlText(words), bold: isName, size: 19 })],
      }),
    ],
  });
}
