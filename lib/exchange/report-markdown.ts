import { type ArticleInline, type ArticleNode, blockText, type TextBlock } from '@/lib/domain/article-doc';
import { nameOf, type Report, type ReportEntry } from '@/lib/domain/report/report';
import { viewNames } from '@/lib/domain/report/report-arrangement';
import { countSteps, type OnShare, unheard } from './count-steps';
import {
  type EntryPart,
  entryConversations,
  entryFacts,
  entryLabel,
  entryParts,
  entryTitle,
} from './entry-parts';
import { instantText } from './instant-text';
import { type PlacedEntries, placeEntries } from './placed-entries';
import { backSections, frontSections, type Section } from './report-sections';
import type { Line, Run } from './written-line';

/**
 * The report as Markdown (CommonMark with the footnotes that GitHub, Pandoc and most editors read): the text with a
 * reference at the end of each passage, and each annotation as a footnote. A piece is a block, an annotation or a section.
 */
export function* reportToMarkdown(report: Report, onShare: OnShare = unheard): Generator<string> {
  let before = '';
  for (const part of parts(report, onShare)) {
    if (part === '') continue;
    yield `${before}${part}`;
    before = '\n\n';
  }
  yield '\n';
}

/** What stands below each other with an empty line between; some of it may be empty. */
function* parts(report: Report, onShare: OnShare): Generator<string> {
  const { article, arrangement, entries, revision, teamName } = report;
  const step = countSteps(revision.doc.content.length + entries.length, onShare);
  const placed = placeEntries(report);
  const facts = [article.byline, article.publication, article.publishedOn, `Revision ${revision.number}`];
  yield `*${escapeWords(`${viewNames[arrangement.view]} · ${teamName}`)}*`;
  if (revision.doc.content[0]?.type !== 'heading') yield `# ${escapeWords(article.title)}`;
  yield escapeWords(facts.filter((fact) => fact !== null).join(' · '));
  if (article.sourceAddress !== null) yield `<${article.sourceAddress}>`;
  yield* frontSections(report).map(sectionToMarkdown);
  yield '---';
  for (const block of revision.doc.content) {
    step();
    yield blockToMarkdown(block, placed);
  }
  yield '---';
  yield* orphansToMarkdown(placed, report, step);
  yield* backSections(report).map(sectionToMarkdown);
  for (const entry of placed.standing) {
    step();
    yield footnote(entry, report);
  }
}

function blockToMarkdown(block: ArticleNode, placed: PlacedEntries): string {
  const inner = (children: readonly ArticleNode[]): string[] =>
    children.map((child) => blockToMarkdown(child, placed));
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${oneLine(textOf(block, placed))}`;
    case 'paragraph':
      return textOf(block, placed);
    case 'codeBlock':
      // Indented code has no references in it, so they follow it.
      return [`${indented(blockText(block), '    ', '    ')}`, referencesIn(block, placed)]
        .filter((part) => part !== '')
        .join('\n\n');
    case 'bulletList':
      return inner(block.content)
        .map((item) => indented(item, '- ', '  '))
        .join('\n');
    case 'orderedList':
      return inner(block.content)
        .map((item, index) => indented(item, `${block.attrs.start + index}. `, '    '))
        .join('\n');
    case 'listItem':
      return inner(block.content).join('\n\n');
    case 'blockquote':
      return indented(inner(block.content).join('\n\n'), '> ', '> ');
    case 'figure':
      return inner(block.content).join('\n\n');
    case 'table': {
      const [head = '', ...rows] = inner(block.content);
      const columns = (head.match(/(?<!\\)\|/g) ?? []).length - 1;
      return [head, `|${'---|'.repeat(Math.max(1, columns))}`, ...rows].join('\n');
    }
    case 'tableRow':
      return `| ${inner(block.content).join(' | ')} |`;
    case 'tableCell':
      // A cell over several columns is followed by empty ones; Markdown has none over several rows.
      return (
        inner(block.content)
          .join('<br>')
          .replaceAll(/\s*\n\s*/g, ' ') + ' | '.repeat(block.attrs.colspan - 1)
      );
    case 'pageBreak':
      return `*Page ${block.attrs.page}*`;
    case 'horizontalRule':
      return '---';
  }
}

/** The words of a block, each passage followed by the reference to its footnote. */
function textOf(block: TextBlock, placed: PlacedEntries): string {
  return placed
    .piecesOf(block)
    .map(({ part, from, to, ending }) => inlineToMarkdown(part, from, to) + ending.map(reference).join(''))
    .join('');
}

function referencesIn(block: TextBlock, placed: PlacedEntries): string {
  return placed
    .piecesOf(block)
    .flatMap(({ ending }) => ending.map(reference))
    .join('');
}

const reference = (entry: ReportEntry): string => `[^${entryLabel(entry)}]`;

function inlineToMarkdown(part: ArticleInline, from: number, to: number): string {
  if (part.type === 'hardBreak') return '  \n';
  const words = part.text.slice(from, to);
  return (part.marks ?? []).reduceRight((inside, mark) => {
    if (mark.type === 'link')
      return `[${inside}](<${mark.attrs.href.replaceAll(/[<>\n]/g, encodeURIComponent)}>)`;
    const sign = { bold: '**', italic: '*', strike: '~~' }[mark.type as string];
    if (sign !== undefined) return around(inside, sign);
    const tag = { underline: 'u', superscript: 'sup', subscript: 'sub', code: 'code' }[mark.type as string];
    return tag === undefined ? inside : `<${tag}>${inside}</${tag}>`;
  }, escapeWords(words));
}

/** Signs of emphasis bind to words, not to the white space around them. */
function around(words: string, sign: string): string {
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return core === '' ? words : `${before}${sign}${core}${sign}${after}`;
}

function footnote(entry: ReportEntry, report: Report): string {
  return indented(entryToMarkdown(entry, report), `${reference(entry)}: `, '    ');
}

function entryToMarkdown(entry: ReportEntry, report: Report): string {
  const { authorId, createdAt, anchor } = entry.annotation;
  const by = `${nameOf(report.people, authorId)}, ${instantText(createdAt)}`;
  return [
    `**${escapeWords(entryTitle(entry))}** (${escapeWords(by)})`,
    indented(escapeWords(anchor.exact), '> ', '> '),
    ...entryFacts(entry, report).map(lineToMarkdown),
    ...entryParts(entry, report).map((part) => partToMarkdown(part, report)),
    ...entryConversations(entry).flatMap(({ title, isResolved, parts }) => [
      `**${title}, ${isResolved ? 'resolved' : 'open'}**`,
      ...parts.map((part) => partToMarkdown(part, report)),
    ]),
  ].join('\n\n');
}

function partToMarkdown({ title, by, lines }: EntryPart, { people }: Report): string {
  const who = by && `${nameOf(people, by.id)}, ${instantText(by.at)}${by.isEdited ? ', edited' : ''}`;
  const heading = [
    title === '' ? '' : `**${escapeWords(title)}**`,
    who === null ? '' : `*${escapeWords(who)}*`,
  ];
  return [heading.filter((part) => part !== '').join(' · '), ...lines.map(lineToMarkdown)].join('\n\n');
}

function* orphansToMarkdown({ lost }: PlacedEntries, report: Report, onEntry: () => void): Generator<string> {
  if (lost.length === 0) return;
  yield '## Passages that are no longer in the text';
  for (const entry of lost) {
    onEntry();
    yield entryToMarkdown(entry, report);
  }
}

function sectionToMarkdown({ title, lines, rows }: Section): string {
  const table =
    rows.length === 0
      ? []
      : [
          ['| | |', '|---|---|', ...rows.map(([name, words]) => `| ${cell(name)} | ${cell(words)} |`)].join(
            '\n',
          ),
        ];
  return [`## ${escapeWords(title)}`, ...table, ...lines.map(lineToMarkdown)].join('\n\n');
}

const cell = (words: string): string =>
  escapeWords(words)
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ');

function lineToMarkdown({ kind, runs }: Line): string {
  const words = runs.map(runToMarkdown).join('');
  return kind === 'quote' ? indented(words, '> ', '> ') : words;
}

function runToMarkdown({ text, bold, italic, change, href }: Run): string {
  const escaped = escapeWords(text).replaceAll('\n', '  \n');
  const looked = around(around(escaped, bold === true ? '**' : ''), italic === true ? '*' : '');
  const changed =
    change === undefined ? looked : change === 'removed' ? around(looked, '~~') : `<ins>${looked}</ins>`;
  return href === undefined ? changed : `[${changed}](<${href.replaceAll(/[<>\n]/g, encodeURIComponent)}>)`;
}

/** Words that Markdown takes for nothing but words, also at the beginning of a line. */
function escapeWords(words: string): string {
  return words
    .replaceAll(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replaceAll(/^(\s*)([-+=])/gm, '$1\\$2')
    .replaceAll(/^(\s*\d+)([.)])/gm, '$1\\$2');
}

const oneLine = (words: string): string => words.replaceAll(/\s*\n\s*/g, ' ');

function indented(words: string, first: string, rest: string): string {
  return words
    .split('\n')
    .map((row, index) => (index === 0 ? first : row === '' ? rest.trimEnd() : rest) + row)
    .join('\n');
}
