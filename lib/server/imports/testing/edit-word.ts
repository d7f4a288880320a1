import { beginOfArticle } from '@/lib/exchange/docx/returned-word';
import { unzip } from '@/lib/exchange/testing/words-of-file';
import { zipOf } from './zip-of';

/** Writes into a Word file as Word does, for tests. */
export type WordEdits = {
  /** Replaces words inside one run: tracked by an author, or silently. */
  readonly change?: readonly {
    readonly from: string;
    readonly to: string;
    readonly author?: string | undefined;
  }[];
  readonly comments?: readonly NewComment[];
  /** Anything else, on the XML of a part. */
  readonly rewrite?: Readonly<Record<string, (xml: string) => string>>;
};
type NewComment = {
  readonly author: string;
  readonly words: string;
  readonly at?: string;
  /** Words inside one run that it stands on, or some words of the comment that it answers. */
  readonly on?: string;
  readonly answers?: string;
};

const at = '2026-04-01T09:30:00Z';
const run = (look: string, words: string, tag = 't'): string =>
  words === '' ? '' : `<w:r>${look}<w:${tag} xml:space="preserve">${words}</w:${tag}></w:r>`;

/** The same file after these edits. */
export async function editWord(
  bytes: Uint8Array,
  { change = [], comments = [], rewrite = {} }: WordEdits,
): Promise<Buffer> {
  const parts = new Map(await unzip(bytes));
  const edit = (name: string, by: (xml: string) => string): void => {
    const xml = parts.get(name);
    if (xml === undefined) throw new Error(`No ${name} in this file.`);
    parts.set(name, by(xml));
  };
  for (const { from, to, author } of change)
    edit(
      'word/document.xml',
      inArticle((xml) =>
        inRun(xml, from, (look, before, after) => {
          const tracked = (tag: string, inside: string): string =>
            inside === ''
              ? ''
              : `<w:${tag} w:id="9${from.length}" w:author="${author}" w:date="${at}">${inside}</w:${tag}>`;
          const changed =
            author === undefined
              ? run(look, to)
              : tracked('del', run(look, from, 'delText')) + tracked('ins', run(look, to));
          return run(look, before) + changed + run(look, after);
        }),
      ),
    );
  for (const [index, comment] of comments.entries()) addComment(edit, comment, 9_000 + index);
  for (const [name, by] of Object.entries(rewrite)) edit(name, by);
  return zipOf(Object.fromEntries(parts));
}

/** An edit of the article only, not of what is said about it before. */
export function inArticle(by: (xml: string) => string): (xml: string) => string {
  return (xml) => {
    const start = xml.indexOf('</w:p>', xml.indexOf(beginOfArticle)) + '</w:p>'.length;
    return xml.slice(0, start) + by(xml.slice(start));
  };
}

function inRun(
  xml: string,
  words: string,
  change: (look: string, before: string, after: string) => string,
): string {
  for (const found of xml.matchAll(
    /<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t(?: [^>]*)?>([^<]*)<\/w:t><\/w:r>/g,
  )) {
    const [whole, look = '', text = ''] = found;
    const place = text.indexOf(words);
    if (place === -1) continue;
    const changed = change(look, text.slice(0, place), text.slice(place + words.length));
    return xml.slice(0, found.index) + changed + xml.slice(found.index + whole.length);
  }
  throw new Error(`No run says “${words}”.`);
}

function addComment(
  edit: (name: string, by: (xml: string) => string) => void,
  { author, words, on, answers, at: said = at }: NewComment,
  id: number,
): void {
  const paragraph = `7${id.toString(16).padStart(7, '0')}`.toUpperCase();
  let parent = '';
  let beside: string | undefined;
  edit('word/comments.xml', (xml) => {
    const answered = [...xml.matchAll(/<w:comment [^>]*>.*?<\/w:comment>/gs)]
      .map(([all]) => all)
      .find((all) => answers !== undefined && all.includes(answers));
    const named = [...(answered ?? '').matchAll(/w14:paraId="(\w+)"/g)].at(-1)?.[1];
    beside = /w:id="(\d+)"/.exec(answered ?? '')?.[1];
    parent = named === undefined ? '' : ` w15:paraIdParent="${named}"`;
    return xml.replace(
      '</w:comments>',
      `<w:comment w:id="${id}" w:author="${author}" w:date="${said}"><w:p w14:paraId="${paragraph}">${run('', words)}</w:p></w:comment></w:comments>`,
    );
  });
  edit('word/commentsExtended.xml', (xml) =>
    xml.replace(
      '</w15:commentsEx>',
      `<w15:commentEx w15:paraId="${paragraph}"${parent} w15:done="0"/></w15:commentsEx>`,
    ),
  );
  // An answer stands on the very words of what it answers.
  if (beside !== undefined)
    edit('word/document.xml', (xml) =>
      xml
        .replace(`<w:commentRangeStart w:id="${beside}"/>`, `$&<w:commentRangeStart w:id="${id}"/>`)
        .replace(
          `<w:commentRangeEnd w:id="${beside}"/>`,
          `$&<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`,
        ),
    );
  if (on === undefined) return;
  edit(
    'word/document.xml',
    inArticle((xml) =>
      inRun(
        xml,
        on,
        (look, before, after) =>
          `${run(look, before)}<w:commentRangeStart w:id="${id}"/>${run(look, on)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>${run(look, after)}`,
      ),
    ),
  );
}
