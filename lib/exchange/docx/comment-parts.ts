import { hasRightToLeft, isRightToLeft } from '../text-direction';
import { type Line, type Run, wordsOfLine } from '../written-line';
import { escapeXml, xmlText } from '../xml-text';
import type { WordComment } from './word-comments';

/** A file inside a Word file. */
type Part = { readonly path: string; readonly data: string };

/**
 * The three parts that hold comments: their words (ECMA-376, section 17.13.4), their threads and whether they are
 * resolved (MS-DOCX, commentsExtended), and the ids by which Word knows them again (MS-DOCX, commentsIds). Written as
 * words, not as the library's objects: 15,000 comments as objects take a gigabyte.
 */
export function commentParts(
  comments: readonly WordComment[],
  onComment: () => void = () => undefined,
): readonly Part[] {
  const write = (comment: WordComment): string => {
    onComment();
    return toXml(comment);
  };
  return [
    {
      path: 'word/comments.xml',
      data: `${head}<w:comments ${spaces}>${comments.map(write).join('')}</w:comments>`,
    },
    {
      path: 'word/commentsExtended.xml',
      data: `${head}<w15:commentsEx ${spaces}>${comments.map(threadXml).join('')}</w15:commentsEx>`,
    },
    {
      path: 'word/commentsIds.xml',
      data: `${head}<w16cid:commentsIds ${spaces}>${comments.map(idXml).join('')}</w16cid:commentsIds>`,
    },
  ];
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const spaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"',
  'mc:Ignorable="w14 w15 w16cid"',
].join(' ');

/** The id of a comment's last paragraph, by which the other parts name it: hexadecimal, above 0. */
const paragraphId = (id: number): string => (id + 1).toString(16).toUpperCase().padStart(8, '0');

function toXml({ id, author, at, lines }: WordComment): string {
  const date = at.replace(/\.\d+/, '');
  const all = lines.length === 0 ? [{ kind: 'plain' as const, runs: [] }] : lines;
  const paragraphs = all.map((one, index) => paragraph(one, index === all.length - 1 ? id : undefined));
  return `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:date="${date}" w:initials="${escapeXml(initialsOf(author))}">${paragraphs.join('')}</w:comment>`;
}

function threadXml({ id, parentId, isResolved }: WordComment): string {
  const parent = parentId === null ? '' : ` w15:paraIdParent="${paragraphId(parentId)}"`;
  return `<w15:commentEx w15:paraId="${paragraphId(id)}"${parent} w15:done="${isResolved ? 1 : 0}"/>`;
}

function idXml({ id, durableId }: WordComment): string {
  return `<w16cid:commentId w16cid:paraId="${paragraphId(id)}" w16cid:durableId="${durableId}"/>`;
}

function paragraph(written: Line, last: number | undefined): string {
  const { kind, runs } = written;
  const named = last === undefined ? '' : ` w14:paraId="${paragraphId(last)}" w14:textId="77777777"`;
  const right = isRightToLeft(wordsOfLine(written)) ? '<w:bidi/>' : '';
  const indent = kind === 'quote' || kind === 'item' ? '<w:ind w:left="280"/>' : '';
  return `<w:p${named}><w:pPr>${right}${indent}</w:pPr>${runs.map((run) => runXml(run, kind)).join('')}</w:p>`;
}

/** Removed words are struck through and added ones underlined: a comment has no tracked changes of its own. */
function runXml({ text, bold, italic, change }: Run, kind: Line['kind']): string {
  const look = [
    bold === true ? '<w:b/><w:bCs/>' : '',
    italic === true || kind === 'quote' ? '<w:i/><w:iCs/>' : '',
    change === 'removed' ? '<w:strike/>' : '',
    kind === 'facts' ? '<w:color w:val="5B564E"/>' : '',
    change === 'added' ? '<w:u w:val="single"/>' : '',
    hasRightToLeft(text) ? '<w:rtl/>' : '',
  ].join('');
  const words = xmlText(text)
    .split('\n')
    .map((piece) => `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`)
    .join('<w:br/>');
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${words}</w:r>`;
}

function initialsOf(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 8);
}
