import { unzip } from './words-of-file';

/** A Word file as a test reads it, from its XML and by nothing that wrote it. */
export type WordFile = {
  /** The words of the body before anything is accepted, after everything is, and the words of each comment's range. */
  readonly original: string;
  readonly accepted: string;
  readonly ranges: ReadonlyMap<number, string>;
  readonly comments: readonly ReadComment[];
  readonly changes: readonly {
    readonly kind: 'ins' | 'del';
    readonly author: string;
    readonly words: string;
  }[];
};
export type ReadComment = {
  readonly id: number;
  readonly author: string;
  readonly words: string;
  readonly parentId: number | null;
  readonly isDone: boolean;
  readonly durableId: string;
};

const bits =
  /<w:commentRange(Start|End) w:id="(\d+)"\/>|<w:(ins|del) ([^>]*)>|<\/w:(?:ins|del)>|<w:(?:t|delText)(?: [^>]*)?>([^<]*)<\/w:(?:t|delText)>|<w:br\/>|<w:bookmarkStart [^>]*w:name="galley_(?:begin|end)_of_article"/g;

/** Reads the article of a Word file from where it begins to where it ends, and all comments. */
export async function readWord(bytes: Uint8Array): Promise<WordFile> {
  const parts = await unzip(bytes);
  const part = (name: string): string => parts.get(`word/${name}.xml`) ?? '';
  return { ...readBody(part('document')), comments: readComments(part) };
}

function readBody(xml: string): Omit<WordFile, 'comments'> {
  const open = new Set<number>();
  const ranges = new Map<number, string>();
  const changes: { kind: 'ins' | 'del'; author: string; words: string }[] = [];
  let [original, accepted, isLabel] = ['', '', false];
  let change: { kind: 'ins' | 'del'; author: string; words: string } | undefined;
  for (const [bit, edge, id, kind, attributes, text] of xml.matchAll(bits)) {
    if (bit.includes('galley_end_of_article')) break;
    // The words of the line that the bookmark stands on are passed over too.
    if (bit.includes('galley_begin_of_article')) isLabel = true;
    else if (isLabel && text !== undefined) {
      [original, accepted, isLabel] = ['', '', false];
      continue;
    }
    if (edge === 'Start') {
      open.add(Number(id));
      ranges.set(Number(id), '');
    } else if (edge === 'End') open.delete(Number(id));
    else if (kind === 'ins' || kind === 'del') {
      change = { kind, author: /w:author="([^"]*)"/.exec(attributes ?? '')?.[1] ?? '', words: '' };
      changes.push(change);
    } else if (bit.startsWith('</')) change = undefined;
    else {
      const words = text === undefined ? '\n' : unescaped(text);
      if (change !== undefined) change.words += words;
      if (change?.kind !== 'del') accepted += words;
      if (change?.kind === 'ins') continue;
      original += words;
      for (const range of open) ranges.set(range, (ranges.get(range) ?? '') + words);
    }
  }
  return { original, accepted, ranges, changes };
}

function readComments(part: (name: string) => string): readonly ReadComment[] {
  const threads = new Map(
    [...part('commentsExtended').matchAll(/<w15:commentEx ([^>]*)\/>/g)].map(([, attributes = '']) => [
      attribute(attributes, 'w15:paraId'),
      attributes,
    ]),
  );
  const durable = new Map(
    [...part('commentsIds').matchAll(/w16cid:paraId="(\w+)" w16cid:durableId="(\w+)"/g)].map(
      ([, paragraph = '', id = '']) => [paragraph, id],
    ),
  );
  const comments = [...part('comments').matchAll(/<w:comment ([^>]*)>(.*?)<\/w:comment>/gs)];
  const idOf = new Map(
    comments.map(([, attributes = '', body = '']) => [
      lastParagraph(body),
      Number(attribute(attributes, 'w:id')),
    ]),
  );
  return comments.map(([, attributes = '', body = '']) => {
    const paragraph = lastParagraph(body);
    const thread = threads.get(paragraph) ?? '';
    const words = [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<\/w:p>/g)].map(([bit, text]) =>
      text === undefined ? (bit === '</w:p>' ? '\n' : '\n') : unescaped(text),
    );
    return {
      id: Number(attribute(attributes, 'w:id')),
      author: unescaped(attribute(attributes, 'w:author')),
      words: words.join('').trimEnd(),
      parentId: idOf.get(attribute(thread, 'w15:paraIdParent')) ?? null,
      isDone: attribute(thread, 'w15:done') === '1',
      durableId: durable.get(paragraph) ?? '',
    };
  });
}

const lastParagraph = (body: string): string =>
  [...body.matchAll(/w14:paraId="(\w+)"/g)].map(([, id = '']) => id).at(-1) ?? '';

const attribute = (attributes: string, name: string): string =>
  new RegExp(`${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';

function unescaped(words: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return words.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code === undefined ? (names[name] ?? '') : String.fromCodePoint(Number(code)),
  );
}
