import { ExternalHyperlink, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { hasRightToLeft, isRightToLeft } from '../text-direction';
import { type Line, type Run, wordsOfLine } from '../written-line';
import { xmlText } from '../xml-text';

/** Paragraphs for comments and for the parts of a report beside its text. */
export function linesToParagraphs(lines: readonly Line[]): Paragraph[] {
  return lines.length === 0 ? [new Paragraph({})] : lines.map(lineToParagraph);
}

function lineToParagraph(written: Line): Paragraph {
  const { kind, runs } = written;
  return new Paragraph({
    children: runs.flatMap((run) => runToWord(run, kind)),
    bidirectional: isRightToLeft(wordsOfLine(written)),
    ...(kind === 'quote' || kind === 'item' ? { indent: { left: 280 } } : {}),
    spacing: { after: 60 },
  });
}

/** Removed words are struck through and added ones underlined: a comment has no tracked changes of its own. */
function runToWord({ text, bold, italic, change, href }: Run, kind: Line['kind']): ParagraphChild[] {
  const look = {
    ...(bold === true ? { bold: true } : {}),
    ...(italic === true || kind === 'quote' ? { italics: true } : {}),
    ...(change === 'removed' ? { strike: true } : {}),
    ...(hasRightToLeft(text) ? { rightToLeft: true } : {}),
    ...(change === 'added' ? { underline: {} } : {}),
    ...(kind === 'facts' ? { color: '5B564E' } : {}),
  };
  const pieces = xmlText(text)
    .split('\n')
    .map((piece, index) => new TextRun({ text: piece, ...look, ...(index > 0 ? { break: 1 } : {}) }));
  return href === undefined ? pieces : [new ExternalHyperlink({ children: pieces, link: href })];
}
