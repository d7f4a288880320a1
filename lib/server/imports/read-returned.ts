import 'server-only';
import { DomainError } from '@/lib/domain/errors';
import type { ReturnedComment, ReturnedWord } from '@/lib/exchange/docx/returned-word';
import { readSaid, readThreads } from './docx-comments';
import { type DocxEntries, mainPart, readDocxEntries } from './docx-entries';
import { readDocxStyles } from './docx-styles';
import { readReturnedBody } from './returned-body';
import { decodeEntities, xmlText } from './xml-text';

/** The most comments that one file brings back. */
const maxReturnedComments = 30_000;

/**
 * Reads a Word file that went out as a report and comes back: its text with every tracked change, its comments with
 * their threads and ranges, and what it says of itself. Runs in the parser process. Throws DomainError.
 */
export async function readReturned(bytes: Uint8Array): Promise<ReturnedWord> {
  const entries = await readDocxEntries(bytes);
  const xml = textOf(entries, mainPart(entries));
  const styles = readDocxStyles(
    textOf(entries, beside(entries, 'styles')),
    textOf(entries, beside(entries, 'numbering')),
  );
  const addresses = addressesIn(entries);
  const hrefOf = (id: string): string | undefined => addresses.get(id);
  const { paragraphs, ranges, boxes } = readReturnedBody(xml, { styles, hrefOf });
  const comments = readComments(entries).map((comment) => ({
    ...comment,
    range: ranges.get(comment.id) ?? null,
  }));
  if (comments.length > maxReturnedComments)
    throw new DomainError('TOO_LARGE', 'This Word document has more than 30 000 comments.');
  const notes = ['footnotes', 'endnotes'].flatMap((name) => notesIn(textOf(entries, beside(entries, name))));
  return {
    facts: factsIn(textOf(entries, 'docProps/custom.xml')),
    paragraphs,
    comments,
    beside: [...boxes.map((words) => words.trim()), ...notes].filter((words) => words !== ''),
  };
}

const textOf = (entries: DocxEntries, name: string): string => entries.get(name)?.toString('utf8') ?? '';

const beside = (entries: DocxEntries, name: string): string =>
  `${mainPart(entries).replace(/[^/]*$/, '')}${name}.xml`;

/** The addresses of links by the ids that they have in the text. */
function addressesIn(entries: DocxEntries): ReadonlyMap<string, string> {
  const rels = textOf(entries, mainPart(entries).replace(/([^/]*)$/, '_rels/$1.rels'));
  const found = Array.from(rels.matchAll(/<Relationship\s[^>]*>/g), ([tag]) => {
    const [id = '', target = ''] = ['Id', 'Target'].map(
      (name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1],
    );
    return [id, decodeEntities(target)] as const;
  });
  return new Map(found);
}

function readComments(entries: DocxEntries): Omit<ReturnedComment, 'range'>[] {
  const said = readSaid(textOf(entries, beside(entries, 'comments')));
  const threads = readThreads(textOf(entries, beside(entries, 'commentsExtended')));
  const durable = durableIds(textOf(entries, beside(entries, 'commentsIds')));
  const byParagraph = new Map(said.map((one) => [one.paragraphId, one.id]));
  return said.map(({ id, author, at, words, paragraphId = '' }) => {
    const { parent, isDone = false } = threads.get(paragraphId) ?? {};
    const parentId = parent === undefined ? undefined : byParagraph.get(parent);
    return {
      id,
      author,
      at,
      words,
      parentId: parentId === undefined || parentId === id ? null : parentId,
      isResolved: isDone,
      durableId: durable.get(paragraphId) ?? null,
    };
  });
}

function durableIds(xml: string): ReadonlyMap<string, string> {
  const ids = Array.from(xml.matchAll(/<w16cid:commentId\s([^>]*)>/g), ([, head = '']) => {
    const paragraph = /w16cid:paraId="(\w+)"/.exec(head)?.[1] ?? '';
    return [paragraph, (/w16cid:durableId="(\w+)"/.exec(head)?.[1] ?? '').toUpperCase()] as const;
  });
  return new Map(ids);
}

/** Word's own two notes are the lines that part notes from the text; they have no words. */
function notesIn(xml: string): readonly string[] {
  return Array.from(
    xml.matchAll(/<w:(?:footnote|endnote)\s[^>]*>([\s\S]*?)<\/w:(?:footnote|endnote)>/g),
    ([, body = '']) => xmlText(body),
  );
}

function factsIn(xml: string): Record<string, string> {
  const found = Array.from(
    xml.matchAll(/<property\s[^>]*name="(Galley\w{1,40})"[^>]*>\s*<vt:lpwstr>([^<]{0,500})<\/vt:lpwstr>/g),
    ([, name = '', value = '']) => [name, xmlText(value)] as const,
  );
  return Object.fromEntries(found);
}
