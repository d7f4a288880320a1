import {
  AlignmentType,
  Bookmark,
  CommentRangeStart,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Report } from '@/lib/domain/report/report';
import { viewNames } from '@/lib/domain/report/report-arrangement';
import { countSteps, type OnShare, unheard } from './count-steps';
import { commentParts } from './docx/comment-parts';
import { endOfComment, markedRuns } from './docx/marked-runs';
import { beginOfArticle, endOfArticle, firstWords, textLabel } from './docx/returned-word';
import { headlineAbove } from './docx/sent-word';
import { trackedChanges } from './docx/tracked-changes';
import { type NumberedList, pageStyle, toWordBlocks, type WordBlock } from './docx/word-blocks';
import { type WordComments, wordComments } from './docx/word-comments';
import { sectionsToWord, subheading } from './docx/word-sections';
import { titleStyle, wordStyles } from './docx/word-styles';
import { entryTitle } from './entry-parts';
import { type PlacedEntries, placeEntries } from './placed-entries';
import { backSections, frontSections } from './report-sections';
import { isRightToLeft } from './text-direction';
import { xmlText } from './xml-text';

/**
 * The article as a Word file: each annotation a comment of its author on exactly its passage, what was done about it
 * as replies, conversations with their resolved state, suggested wordings as tracked changes. Sections stand before and
 * behind it in the order of the report, on pages of their own.
 */
export async function reportToDocx(report: Report, onShare: OnShare = unheard): Promise<Uint8Array> {
  const placed = placeEntries(report);
  const words = wordComments(report);
  const lists: NumberedList[] = [];
  const childrenOf = markedRuns({ placed, idsOf: words.idsOf, changes: trackedChanges(report) });
  const { direction } = report.article;
  const { content } = report.revision.doc;
  // Each block is made here, and written by the library, which says nothing until it is done.
  const step = countSteps(2 * content.length + words.comments.length, onShare);
  const blocks = content.flatMap((block) => {
    step();
    return toWordBlocks([block], { childrenOf, lists, direction });
  });
  const file = new Document({
    ...properties(report),
    styles: wordStyles,
    numbering: { config: lists.map(numbering) },
    ...(words.comments.length === 0 ? {} : { comments: { children: standIns } }),
    sections: [
      {
        properties: {},
        headers: { default: new Header({ children: [running(report)] }) },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children: [...front(report), ...headline(report), ...blocks, ...about(report, placed, words)],
      },
    ],
  });
  const parts = words.comments.length === 0 ? [] : commentParts(words.comments, step);
  const bytes = await Packer.toBuffer(file, undefined, parts);
  step(content.length);
  return bytes;
}

/** Two comments that make the library lay out the parts for comments, threads and ids, which `commentParts` fills. */
const standIns = [
  { id: 0, children: [new Paragraph({})], durableId: '00000001' },
  { id: 1, parentId: 0, children: [new Paragraph({})], durableId: '00000002' },
];

/** What a file says of itself, so that one that comes back is compared with exactly what went out. */
function properties({ arrangement, article, teamName, made, record, revision }: Report) {
  return {
    title: xmlText(article.title),
    creator: xmlText(made.by.name),
    description: `Revision ${revision.number}, ${xmlText(teamName)}`,
    customProperties: [
      { name: 'GalleyArticle', value: article.id },
      { name: 'GalleyRevision', value: String(revision.number) },
      { name: 'GalleyRevisionHash', value: revision.hash },
      { name: 'GalleySeq', value: String(record.seq) },
      { name: 'GalleyView', value: arrangement.view },
      { name: 'GalleyMarks', value: arrangement.marks.join(' ') },
      { name: 'GalleyOrder', value: arrangement.order },
      { name: 'GalleyDetails', value: arrangement.details.join(' ') },
    ],
  };
}

function headline(report: Report): Paragraph[] {
  const words = headlineAbove(report);
  return words === null
    ? []
    : [
        new Paragraph({
          text: words,
          style: titleStyle,
          bidirectional: isRightToLeft(words, report.article.direction),
        }),
      ];
}

const numbering = ({ reference, start }: NumberedList) => ({
  reference,
  levels: Array.from({ length: 9 }, (_, level) => ({
    level,
    start,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 420 * (level + 1), hanging: 420 } } },
  })),
});

function running({ arrangement, article, revision, teamName }: Report): Paragraph {
  const words = [
    viewNames[arrangement.view],
    teamName,
    `Revision ${revision.number}`,
    article.signOff === null ? 'Not signed off' : 'Signed off',
  ];
  return new Paragraph({
    children: [new TextRun({ text: xmlText(words.join(' · ')), size: 16, color: '5B564E' })],
  });
}

function pageNumbers(): Paragraph {
  const children = [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES];
  return new Paragraph({ alignment: AlignmentType.END, children: [new TextRun({ children, size: 16 })] });
}

/** What stands before the text, and the line from which on a file that comes back is the article. */
function front(report: Report): WordBlock[] {
  const { arrangement, article, revision, teamName } = report;
  const facts = [article.byline, article.publication, article.publishedOn, `Revision ${revision.number}`];
  const bidirectional = isRightToLeft(article.title, article.direction);
  const kicker = `${firstWords}${viewNames[arrangement.view]} · ${teamName}`;
  const label = new Bookmark({ id: beginOfArticle, children: [new TextRun(textLabel)] });
  return [
    new Paragraph({ text: xmlText(kicker), style: pageStyle }),
    new Paragraph({ text: xmlText(article.title), style: titleStyle, bidirectional }),
    new Paragraph({
      text: xmlText(facts.filter((fact) => fact !== null).join(' · ')),
      style: pageStyle,
      bidirectional,
    }),
    ...sectionsToWord(frontSections(report)),
    new Paragraph({ children: [label], style: pageStyle, pageBreakBefore: true }),
  ];
}

function about(report: Report, placed: PlacedEntries, words: WordComments): WordBlock[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
    children: [new Bookmark({ id: endOfArticle, children: [new TextRun('About this check')] })],
  });
  return [heading, ...orphans(placed, words), ...sectionsToWord(backSections(report))];
}

/** Passages that are lost carry their comments here. */
function orphans({ lost }: PlacedEntries, { idsOf }: WordComments): WordBlock[] {
  if (lost.length === 0) return [];
  return [
    subheading('Passages that are no longer in the text'),
    ...lost.map((entry) => {
      const ids = idsOf(entry);
      const words = `${entryTitle(entry)}: “${entry.annotation.anchor.exact}”`;
      return new Paragraph({
        spacing: { after: 80 },
        children: [
          ...ids.map((id) => new CommentRangeStart(id)),
          new TextRun(xmlText(words)),
          ...ids.flatMap(endOfComment),
        ],
      });
    }),
  ];
}
