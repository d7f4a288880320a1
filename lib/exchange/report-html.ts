import type { Annotation } from '@/lib/domain/annotation';
import {
  type ArticleInline,
  type ArticleNode,
  blockText,
  childrenOf,
  isTextBlock,
  type PlacedBlock,
  placedBlocks,
  type TextBlock,
} from '@/lib/domain/article-doc';
import { directionOfParagraph, type WritingDirection } from '@/lib/domain/direction';
import {
  markNames,
  marksInOrder,
  markTags,
  nameOf,
  type Report,
  type ReportEntry,
  readable,
} from '@/lib/domain/report/report';
import { isListedAfter, viewNames } from '@/lib/domain/report/report-arrangement';
import { countSteps, type OnShare, unheard } from './count-steps';
import { entryToHtml } from './entry-html';
import { escapeHtml } from './markup';
import { publicHead } from './public-head';
import { replyRequestsToHtml } from './reply-requests-html';
import { backSections, frontSections, gapLines, type Section } from './report-sections';
import { reportStyle } from './report-style';
import { linesToHtml, sectionToHtml } from './section-html';
import { signOffToHtml } from './sign-off-html';
import { timeToHtml } from './signature-html';

/**
 * The annotated report as one HTML page: the text in context with numbered marks, notes and evidence beside it,
 * a summary before it. Loads nothing from anywhere, runs no script, prints as it is. A piece is a section, a block of the
 * text with the notes beside it, or an annotation of a list.
 */
export function* reportToHtml(report: Report, onShare: OnShare = unheard): Generator<string> {
  const { arrangement, article, entries, revision } = report;
  const step = countSteps(revision.doc.content.length + entries.length, onShare);
  const write = (entry: ReportEntry): string => {
    step();
    return entryToHtml(entry, report);
  };
  const rows = layOut(report, write, step);
  const first = startsWithHeadline(report) ? rows.next().value : undefined;
  yield `${opening(report)}\n${head(report, first?.passage)}\n`;
  for (const section of frontSections(report)) yield `${partToHtml(section, report)}\n`;
  yield `<main id="text" dir="${article.direction ?? 'auto'}">`;
  for (const band of bands(first?.notes ?? '', rows)) yield `\n${band}`;
  yield '</main>\n';
  if (isListedAfter(arrangement)) yield* list(allOfThem, entries.filter(isStanding), write);
  yield* list(
    lostOnes,
    entries.filter((entry) => !isStanding(entry)),
    write,
  );
  for (const section of backSections(report)) yield `${partToHtml(section, report)}\n`;
  yield '</body></html>\n';
}

function opening(report: Report): string {
  const { language, title } = report.article;
  return [
    `<!doctype html><html lang="${escapeHtml(language ?? 'en')}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1">${publicHead(report)}`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(title)} – annotated report</title><style>${reportStyle}</style></head><body>`,
    '<a class="skip" href="#text">Skip to the text</a>',
  ].join('\n');
}

/** A section as HTML: those whose words carry more than paragraphs and rows have markup of their own. */
function partToHtml(section: Section, report: Report): string {
  switch (section.id) {
    case 'sign-off':
      return signOffToHtml(report);
    case 'summary':
      return summary(report);
    case 'replies':
      return replyRequestsToHtml(report);
    case 'record':
      return foot(report);
    default:
      return sectionToHtml(section);
  }
}

/** The headline stands at the top: with its marks when it is the first block of the text, plain otherwise. */
function head(report: Report, headline: string | undefined): string {
  const { arrangement, article, revision, teamName } = report;
  const facts = [
    article.byline,
    article.publication,
    article.publishedOn,
    `Revision ${revision.number}`,
  ].filter((fact): fact is string => fact !== null);
  return `<header><p class="kick">Annotated report · ${viewNames[arrangement.view]} · ${escapeHtml(teamName)}</p>
${headline ?? `<h1>${escapeHtml(article.title)}</h1>`}<p class="by">${facts.map(escapeHtml).join(' · ')}</p>${
    article.sourceAddress === null
      ? ''
      : `<p class="by"><a href="${escapeHtml(article.sourceAddress)}" rel="noopener noreferrer">${escapeHtml(article.sourceAddress)}</a></p>`
  }${publishedToHtml(report)}</header>`;
}

/** When a published report came out, and when it was changed last. */
function publishedToHtml({ published }: Report): string {
  if (published === null) return '';
  const { publishedAt, changedAt } = published;
  const changed = changedAt === publishedAt ? '' : ` · Changed ${timeToHtml(changedAt)}`;
  return `<p class="by">Published ${timeToHtml(publishedAt)}${changed}</p>`;
}

function summary({ counts, coverage, entries, people, revision }: Report): string {
  const share = coverage.total === 0 ? 0 : Math.floor((100 * coverage.decided) / coverage.total);
  const authors = new Map<string, number>();
  for (const { annotation } of entries)
    authors.set(annotation.authorId, (authors.get(annotation.authorId) ?? 0) + 1);
  const rows = [
    ...marksInOrder.map((mark) => [
      `<span class="tag ${mark}">${markTags[mark]}</span> ${markNames[mark]}`,
      counts.byMark[mark],
    ]),
    ...counts.byStatus.map(({ status, count }) => [`Status: ${readable(status)}`, count]),
    ...(counts.openFlags === null ? [] : [['Open flags', counts.openFlags]]),
    ['Sentences decided', `${coverage.decided} of ${coverage.total} (${share} %)`],
    ...[...authors].map(([id, count]) => [`Marked by ${escapeHtml(nameOf(people, id))}`, count]),
  ];
  return `<section class="summary" aria-labelledby="summary"><h2 id="summary">Summary</h2><table><tbody>${rows
    .map(([name, value]) => `<tr><th scope="row">${name}</th><td>${value}</td></tr>`)
    .join('')}</tbody></table>${linesToHtml(gapLines(coverage, revision))}</section>`;
}

type WriteEntry = (entry: ReportEntry) => string;
type Row = { readonly passage: string; readonly notes: string };

/** Each top-level block with its marks, and the annotations that end in it. */
function* layOut(report: Report, write: WriteEntry, onBlock: () => void): Generator<Row, undefined> {
  const { doc } = report.revision;
  const places = new Map(placedBlocks(doc).map((placed) => [placed.block, placed]));
  const placed = report.entries.filter(isStanding);
  const isAfter = isListedAfter(report.arrangement);
  for (const block of doc.content) {
    onBlock();
    const inside = textBlocksIn(block).map((textBlock) => places.get(textBlock));
    const first = inside[0];
    const last = inside[inside.length - 1];
    const ending =
      first === undefined || last === undefined || isAfter
        ? []
        : placed.filter(
            ({ annotation: { anchor } }) =>
              anchor.end > first.start - first.block.attrs.lead.length && anchor.end <= last.end,
          );
    const passage = blockToHtml(block, { places, entries: placed, direction: report.article.direction });
    yield { passage: `<div class="passage">${passage}</div>`, notes: ending.map(write).join('') };
  }
}

const isStanding = ({ annotation }: ReportEntry): boolean => annotation.anchor.state !== 'orphaned';

/** The headline is taken apart where the text begins with it. */
function startsWithHeadline({ revision }: Report): boolean {
  const [start] = revision.doc.content;
  return start?.type === 'heading' && start.attrs.level === 1;
}

type Band = { readonly notes: string; readonly passages: string[]; readonly lead: number };

/**
 * The rows in bands, each with its notes beside it: one begins with the row that they belong to, or with the first of all,
 * and has the rows behind it that have none, so that long notes make no gap where there is text to stand beside them.
 */
function* bands(first: string, rows: Iterable<Row>): Generator<string> {
  let band: Band | undefined = first === '' ? undefined : { notes: first, passages: [], lead: 0 };
  for (const { passage, notes } of rows) {
    if (notes !== '') {
      if (band !== undefined) yield bandToHtml(band);
      band = { notes, passages: [passage], lead: 1 };
    } else if (band === undefined) yield passage;
    else band.passages.push(passage);
  }
  if (band !== undefined) yield bandToHtml(band);
}

function bandToHtml({ notes, passages, lead }: Band): string {
  const beside = `<div class="notes">${notes}</div>`;
  const inOrder = [...passages.slice(0, lead), beside, ...passages.slice(lead)].join('\n');
  const tracks = passages.length === 0 ? 'auto' : `repeat(${passages.length},auto) 1fr`;
  return `<div class="band" style="grid-template-rows:${tracks}">${inOrder}</div>`;
}

function textBlocksIn(node: ArticleNode): TextBlock[] {
  return isTextBlock(node) ? [node] : childrenOf(node).flatMap(textBlocksIn);
}

type Places = ReadonlyMap<TextBlock, PlacedBlock>;
type Context = {
  readonly places: Places;
  readonly entries: readonly ReportEntry[];
  readonly direction: WritingDirection | null;
};

function blockToHtml(node: ArticleNode, context: Context): string {
  const { places, entries } = context;
  const dir = isTextBlock(node) ? directionOfParagraph(blockText(node), context.direction) : 'auto';
  const inner = (children: readonly ArticleNode[]): string =>
    children.map((child) => blockToHtml(child, context)).join('');
  switch (node.type) {
    case 'paragraph':
      return `<p dir="${dir}">${markedText(node, places, entries)}</p>`;
    case 'heading':
      return `<h${node.attrs.level} dir="${dir}">${markedText(node, places, entries)}</h${node.attrs.level}>`;
    case 'codeBlock':
      return `<pre><code>${markedText(node, places, entries)}</code></pre>`;
    case 'bulletList':
      return `<ul>${inner(node.content)}</ul>`;
    case 'orderedList':
      return `<ol start="${node.attrs.start}">${inner(node.content)}</ol>`;
    case 'listItem':
      return `<li>${inner(node.content)}</li>`;
    case 'blockquote':
      return `<blockquote>${inner(node.content)}</blockquote>`;
    case 'figure':
      return `<figure>${inner(node.content)}</figure>`;
    case 'table':
      return `<table>${inner(node.content)}</table>`;
    case 'tableRow':
      return `<tr>${inner(node.content)}</tr>`;
    case 'tableCell': {
      const { isHeader, colspan, rowspan } = node.attrs;
      const tag = isHeader ? 'th' : 'td';
      return `<${tag} colspan="${colspan}" rowspan="${rowspan}">${inner(node.content)}</${tag}>`;
    }
    case 'pageBreak':
      return `<p class="page">Page ${node.attrs.page}</p>`;
    case 'horizontalRule':
      return '<hr>';
  }
}

/** One block's text, cut at each edge of a mark, so that overlapping marks nest properly: the longest outside. */
function markedText(block: TextBlock, places: Places, entries: readonly ReportEntry[]): string {
  const place = places.get(block);
  if (place === undefined) return '';
  const here = entries.filter(
    ({ annotation: { anchor } }) => anchor.start < place.end && anchor.end > place.start,
  );
  const edges = new Set<number>();
  for (const { annotation } of here) edges.add(annotation.anchor.start).add(annotation.anchor.end);
  let offset = place.start;
  const pieces: string[] = [];
  for (const part of block.content ?? []) {
    const length = part.type === 'text' ? part.text.length : 1;
    const cuts = [...edges].filter((edge) => edge > offset && edge < offset + length).sort((a, b) => a - b);
    let from = offset;
    for (const to of [...cuts, offset + length]) {
      pieces.push(markedPiece(part, from - offset, to - offset, from, here));
      from = to;
    }
    offset += length;
  }
  return pieces.join('');
}

function markedPiece(
  part: ArticleInline,
  from: number,
  to: number,
  offset: number,
  here: readonly ReportEntry[],
): string {
  const covering = here
    .filter(({ annotation: { anchor } }) => anchor.start <= offset && anchor.end > offset)
    .sort((a, b) => passageLength(a.annotation) - passageLength(b.annotation) || b.number - a.number);
  const ends = here.filter(({ annotation: { anchor } }) => anchor.end === offset + (to - from));
  const marked = covering.reduce(
    (html, { annotation, number }) =>
      `<mark class="${annotation.mark}" data-annotation="${number}">${html}</mark>`,
    inlineToHtml(part, from, to),
  );
  return marked + ends.map(reference).join('');
}

const passageLength = ({ anchor }: Annotation): number => anchor.end - anchor.start;

function reference({ number, annotation }: ReportEntry): string {
  const sign = `${markTags[annotation.mark]}${number}`;
  return `<sup><a class="ref ${annotation.mark}" href="#annotation-${number}" aria-label="${sign}, ${markNames[annotation.mark]}">${sign}</a></sup>`;
}

const inlineTags = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
} as const;

function inlineToHtml(part: ArticleInline, from: number, to: number): string {
  if (part.type === 'hardBreak') return '<br>';
  return (part.marks ?? []).reduceRight(
    (html, mark) => {
      if (mark.type === 'link')
        return `<a href="${escapeHtml(mark.attrs.href)}" rel="noopener noreferrer">${html}</a>`;
      return `<${inlineTags[mark.type]}>${html}</${inlineTags[mark.type]}>`;
    },
    escapeHtml(part.text.slice(from, to)),
  );
}

const allOfThem = { name: 'list', id: 'annotations', title: 'Annotations' };
const lostOnes = { name: 'orphans', id: 'orphans', title: 'Passages that are no longer in the text' };

/** Annotations that stand for themselves, below or without the text; nothing where there are none. */
function* list(
  { name, id, title }: { readonly name: string; readonly id: string; readonly title: string },
  entries: readonly ReportEntry[],
  write: WriteEntry,
): Generator<string> {
  if (entries.length === 0) return;
  yield `<section class="${name}" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>`;
  for (const entry of entries) yield write(entry);
  yield '</section>\n';
}

function foot({ made, record, revision }: Report): string {
  return `<footer><p>Made by ${escapeHtml(made.by.name)} on ${timeToHtml(made.at)} with Galley.</p>
<p>Revision ${revision.number}, SHA-256 of its text: <code>${revision.hash}</code></p>
<p>Record up to event ${record.seq}, hash: <code>${escapeHtml(record.hash)}</code></p></footer>`;
}
