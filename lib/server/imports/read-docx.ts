import 'server-only';
import { JSDOM } from 'jsdom';
import mammoth from 'mammoth';
import { anchorAt } from '@/lib/domain/anchor';
import type { Passage } from '@/lib/domain/article';
import { unknownDetails } from '@/lib/domain/article';
import { type ArticleDoc, canonicalText, placedBlocks } from '@/lib/domain/article-doc';
import { type DraftComment, maxCommentedLength, maxDraftComments } from '@/lib/domain/draft-comment';
import { DomainError } from '@/lib/domain/errors';
import type { ArticleDraft, DroppedPart } from '@/lib/domain/lists';
import { cutText } from '@/lib/domain/text/cut-text';
import { trimPassage } from '@/lib/domain/text/passage';
import { countChanges, turnChanges } from './docx-changes';
import { readComments, type WordComment } from './docx-comments';
import { type DocxEntries, mainPart, readDocxEntries } from './docx-entries';
import { freeSigns, type Marked, takeMarkers, writeMarkers } from './docx-markers';
import { bindPictures } from './docx-pictures';
import type { OnProgress, SourceJob } from './parser-job';
import { draftOf, onlyHeadline, readClean } from './read-html';
import { xmlText } from './xml-text';

/**
 * Reads a Word document: headings, lists, quotes, tables, footnotes and links; tracked changes accepted or, if asked,
 * rejected; comments with the words they were made about. Runs in the parser process. Throws DomainError.
 */
export async function readDocx(
  bytes: Uint8Array,
  { title, changes = 'accept' }: Pick<SourceJob, 'title' | 'changes'>,
  onProgress: OnProgress = () => undefined,
): Promise<ArticleDraft> {
  const entries = await readDocxEntries(bytes);
  const main = mainPart(entries);
  const rels = entries.get(main.replace(/([^/]*)$/, '_rels/$1.rels'))?.toString('utf8') ?? '';
  const xml = bindPictures(entries.get(main)?.toString('utf8') ?? '', rels);
  const counts = countChanges(xml);
  const signs = freeSigns(xml);
  const resolved = changes === 'reject' ? turnChanges(xml) : xml;
  const html = await convert(new Map([...entries, [main, Buffer.from(writeMarkers(resolved, signs))]]));
  onProgress({ stage: 'arranging' });
  const { window } = new JSDOM('');
  const read = readClean(window, [withNotesApart(html)], null);
  const { blocks, marked } = takeMarkers(read.blocks, signs);
  const draft = draftOf(blocks, {
    ...unknownDetails,
    title: title?.trim() || onlyHeadline(blocks) || documentTitle(entries),
  });
  const comments = placed(draft.doc, readComments(entries), marked);
  return {
    ...draft,
    dropped: [...read.dropped, ...runningWords(entries), ...changed(counts, changes)],
    warnings: [...warnings(comments, counts, changes), ...draft.warnings],
    comments: comments.slice(0, maxDraftComments),
    ...(counts.insertions + counts.deletions > 0 && {
      tracked: { count: counts.insertions + counts.deletions, way: changes },
    }),
    original: xmlText(xml),
  };
}

async function convert(entries: DocxEntries): Promise<string> {
  const file = {
    exists: (name: string) => entries.has(name),
    read: async (name: string, encoding?: string) => {
      const bytes = entries.get(name) ?? Buffer.alloc(0);
      return encoding === undefined ? bytes : bytes.toString(encoding === 'base64' ? 'base64' : 'utf8');
    },
  };
  try {
    // `file` is how the library hands an opened document around inside; its types know only paths and buffers.
    const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    const { value } = await mammoth.convertToHtml(input, {
      styleMap,
      // No picture is ever opened: its description is all that comes in.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    });
    return value;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // The library's own words are about XML; whatever they are, no Word document came of it.
    throw new DomainError(
      'INVALID',
      'This Word document is damaged and cannot be read. Open and save it in Word first.',
    );
  }
}

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  'u => u',
  'strike => s',
];

/** Footnotes and endnotes end the text, below a rule, without the arrows that lead back. */
function withNotesApart(html: string): string {
  return html
    .replace(/\s*<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, '')
    .replace(/<a href="#(?:foot|end)note-[^"]*" id="[^"]*">\[?(\d+)\]?<\/a>/g, '$1')
    .replace(/<ol><li id="(?:foot|end)note-/, '<hr>$&');
}

function documentTitle(entries: DocxEntries): string {
  const core = entries.get('docProps/core.xml')?.toString('utf8') ?? '';
  return xmlText(/<dc:title>([\s\S]{0,2000}?)<\/dc:title>/.exec(core)?.[1] ?? '');
}

/** Heads and feet of pages are no part of the text. */
function runningWords(entries: DocxEntries): DroppedPart[] {
  const words = Array.from(entries)
    .filter(([name]) => /\/(header|footer)\d*\.xml$/.test(name))
    .map(([, xml]) => xmlText(xml.toString('utf8')).replace(/\s+/g, ' '))
    .filter((text) => text !== '');
  return words.length === 0 ? [] : [{ what: 'running heads and feet', count: words.length, words }];
}

type Counts = ReturnType<typeof countChanges>;

function changed({ insertions, deletions }: Counts, changes: 'accept' | 'reject'): DroppedPart[] {
  const count = changes === 'accept' ? deletions : insertions;
  const what = changes === 'accept' ? 'tracked deletions' : 'tracked insertions';
  return count === 0 ? [] : [{ what, count }];
}

function warnings(
  comments: readonly DraftComment[],
  { insertions, deletions }: Counts,
  changes: 'accept' | 'reject',
) {
  const tracked = insertions + deletions;
  const done =
    changes === 'accept'
      ? 'accepted: the text is as it would be with all of them'
      : 'rejected: the text is as it was before them';
  return [
    ...(tracked === 0 ? [] : [`${tracked} × tracked change, ${done}.`]),
    ...(comments.length > maxDraftComments
      ? [`Only the first ${maxDraftComments} of ${comments.length} comments came in.`]
      : []),
  ];
}

/** The comments with the words that they are about; one without a place is about the first words of the text. */
function placed(
  doc: ArticleDoc,
  comments: readonly WordComment[],
  marked: ReadonlyMap<string, Marked>,
): DraftComment[] {
  const text = canonicalText(doc);
  const blocks = placedBlocks(doc);
  const offsetOf = ({ block, offset }: Marked['start']): number => {
    const place = blocks[Math.min(block, blocks.length - 1)];
    return place === undefined ? 0 : Math.min(place.start + offset, place.end);
  };
  return comments.flatMap(({ id, ...comment }) => {
    const found = marked.get(id);
    const start = found === undefined ? 0 : offsetOf(found.start);
    const end = found === undefined ? 0 : offsetOf(found.end);
    const around = blocks.find((block) => block.end >= start && block.end > block.start);
    const about = trimPassage(text, { start, end }) ?? (around && trimPassage(text, around));
    const passage = about && trimPassage(text, shortened(text, about));
    if (passage == null) return [];
    const { exact, prefix, suffix } = anchorAt({ id, text }, passage);
    return [{ ...comment, quote: { exact, prefix, suffix } }];
  });
}

/** A comment on a whole book is about its first words. */
function shortened(text: string, { start, end }: Passage): Passage {
  return { start, end: start + cutText(text.slice(start, end), maxCommentedLength).length };
}
