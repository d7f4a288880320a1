import type { Passage } from '@/lib/domain/article';
import {
  type ArticleNode,
  blockText,
  childrenOf,
  isTextBlock,
  placedBlocks,
  type TextBlock,
} from '@/lib/domain/article-doc';
import type { Report } from '@/lib/domain/report/report';
import { kindsOf, type PlacedKind, type PlacedRun, runsOf } from '@/lib/domain/text/formatting-of';
import { wordsOfLine } from '../written-line';
import { xmlText } from '../xml-text';
import { lineBreak } from './returned-word';
import { type TrackedChange, trackedChanges } from './tracked-changes';
import { pageLine } from './word-blocks';
import { type WordComment, wordComments } from './word-comments';

/**
 * A paragraph with words as it went out, its lines parted by `lineBreak`; `offsets` are where each of its characters
 * stands in the canonical text, and where it ends; null for what is no text of the article.
 */
export type SentParagraph = { readonly text: string; readonly offsets: readonly number[] | null };

/** A comment as it went out. */
export type SentComment = Omit<WordComment, 'lines'> & { readonly words: string };

/** What a report's Word file holds of the article, to compare with one that comes back. */
export type SentWord = {
  /** The headline above the text; null where the text begins with one. */
  readonly headline: string | null;
  /** How the text looks: its words, and its blocks. */
  readonly formatting: { readonly runs: readonly PlacedRun[]; readonly kinds: readonly PlacedKind[] };
  readonly paragraphs: readonly SentParagraph[];
  readonly comments: readonly SentComment[];
  readonly changes: readonly TrackedChange[];
  /** Where the annotations stand that have a passage in the text, in its order. */
  readonly passages: readonly (Passage & { readonly annotationId: string })[];
  /** Who made the file may not have seen every act of the checks. */
  readonly isBlind: boolean;
};

/** What went out as a report's Word file. */
export function sentWord(report: Report): SentWord {
  const above = headlineAbove(report);
  const { doc } = report.revision;
  return {
    headline: above,
    formatting: { runs: runsOf(doc), kinds: kindsOf(doc) },
    paragraphs: [
      ...(above === null ? [] : [{ text: above, offsets: null }]),
      ...paragraphsOf(report).filter(({ text }) => text !== ''),
    ],
    comments: wordComments(report).comments.map(({ lines, ...comment }) => ({
      ...comment,
      words: lines.map(wordsOfLine).map(xmlText).join('\n'),
    })),
    changes: trackedChanges(report),
    passages: report.entries.flatMap(({ annotation: { id, anchor } }) =>
      anchor.state === 'orphaned' ? [] : [{ annotationId: id, start: anchor.start, end: anchor.end }],
    ),
    isBlind: report.isBlind,
  };
}

/** The headline above the text, where the text does not begin with it. */
export function headlineAbove({ article, revision }: Report): string | null {
  const [first] = revision.doc.content;
  return first?.type === 'heading' && first.attrs.level === 1 ? null : xmlText(article.title);
}

function paragraphsOf({ revision: { doc } }: Report): readonly SentParagraph[] {
  const starts = new Map<TextBlock, number>(placedBlocks(doc).map(({ block, start }) => [block, start]));
  const visit = (node: ArticleNode): readonly SentParagraph[] => {
    if (isTextBlock(node)) return [written(blockText(node), starts.get(node) ?? 0)];
    if (node.type === 'pageBreak') return [{ text: pageLine(node.attrs.page), offsets: null }];
    return childrenOf(node).flatMap(visit);
  };
  return doc.content.flatMap(visit);
}

/** XML cannot hold every character, so that what comes back may be shorter than what stands there. */
function written(words: string, start: number): SentParagraph {
  const offsets: number[] = [];
  let text = '';
  let offset = start;
  for (const sign of words) {
    const kept = sign === '\n' ? lineBreak : xmlText(sign);
    for (let unit = 0; unit < kept.length; unit += 1) offsets.push(offset + unit);
    text += kept;
    offset += sign.length;
  }
  return { text, offsets: [...offsets, offset] };
}
