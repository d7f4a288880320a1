import 'server-only';
import { type DraftComment, maxDraftReplies } from '@/lib/domain/draft-comment';
import { cutText } from '@/lib/domain/text/cut-text';
import { type DocxEntries, mainPart } from './docx-entries';
import { xmlText } from './xml-text';

/** A comment of Word, without its place; `id` is Word's own. Replies hang below the comment that they answer. */
export type WordComment = Omit<DraftComment, 'quote'> & { readonly id: string };

type Said = {
  readonly id: string;
  readonly paragraphId: string | undefined;
} & DraftComment['replies'][number];

/** The comments of a document, in the order in which Word keeps them; replies are in the comment they answer. */
export function readComments(entries: DocxEntries): WordComment[] {
  const folder = mainPart(entries).replace(/[^/]*$/, '');
  const said = readSaid(entries.get(`${folder}comments.xml`)?.toString('utf8') ?? '');
  const links = readThreads(entries.get(`${folder}commentsExtended.xml`)?.toString('utf8') ?? '');
  const byParagraph = new Map(said.map((one) => [one.paragraphId, one]));
  const parentOf = (one: Said): Said | undefined => {
    const parent = one.paragraphId === undefined ? undefined : links.get(one.paragraphId)?.parent;
    return parent === undefined ? undefined : byParagraph.get(parent);
  };
  const topOf = (one: Said): Said => {
    // A damaged file may answer in a circle: no conversation is deeper than all of them.
    let top = one;
    for (let step = 0; step < said.length; step += 1) top = parentOf(top) ?? top;
    return top;
  };
  const tops = said.filter((one) => parentOf(one) === undefined);
  return tops.map((top) => ({
    id: top.id,
    ...plain(top),
    replies: said
      .filter((one) => one !== top && topOf(one) === top)
      .map(plain)
      .slice(0, maxDraftReplies),
    isResolved: top.paragraphId !== undefined && links.get(top.paragraphId)?.isDone === true,
  }));
}

const plain = ({ author, at, words }: Said): DraftComment['replies'][number] => ({ author, at, words });

/** What was said in the comments of a document, in the order in which Word keeps it. */
export function readSaid(xml: string): Said[] {
  return Array.from(
    xml.matchAll(/<w:comment\s([^>]*)>([\s\S]*?)<\/w:comment>/g),
    ([, head = '', body = '']) => {
      return {
        id: attribute(head, 'w:id') ?? '',
        author: cutText(attribute(head, 'w:author')?.trim() || 'Not named in the file', 300).trim(),
        at: instantOf(attribute(head, 'w:date')),
        words: cutText(xmlText(body), 20_000),
        paragraphId: Array.from(body.matchAll(/w14:paraId="([^"]+)"/g)).at(-1)?.[1],
      };
    },
  ).filter(({ words }) => words !== '');
}

/** What each comment answers and whether it is done, by the id of its last paragraph. */
export function readThreads(xml: string) {
  return new Map(
    Array.from(xml.matchAll(/<w15:commentEx\s([^>]*)>/g), ([, head = '']) => [
      attribute(head, 'w15:paraId') ?? '',
      {
        parent: attribute(head, 'w15:paraIdParent'),
        isDone: /^(1|true)$/.test(attribute(head, 'w15:done') ?? ''),
      },
    ]),
  );
}

/** A date of Word as an instant; null where it is none, or none of the last thousand years. */
export function instantOf(date: string | undefined): string | null {
  const time = date === undefined ? Number.NaN : Date.parse(date);
  const instant = Number.isNaN(time) ? '' : new Date(time).toISOString();
  return /^[12]\d{3}-/.test(instant) ? instant : null;
}

function attribute(head: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(head)?.[1];
  return found === undefined ? undefined : xmlText(found);
}
