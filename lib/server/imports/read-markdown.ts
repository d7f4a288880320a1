import 'server-only';
import { JSDOM } from 'jsdom';
import { marked, type Token, type TokensList } from 'marked';
import { articleDetailsSchema, unknownDetails } from '@/lib/domain/article';
import type { ArticleDraft } from '@/lib/domain/lists';
import { cutText } from '@/lib/domain/text/cut-text';
import { draftOf, onlyHeadline, readClean, readHtml, refuseManyElements } from './read-html';

/** Reads Markdown (GitHub's kind) by way of HTML; a block of `key: value` lines at the top gives headline and author. */
export function readMarkdown(source: string, title: string | undefined): ArticleDraft {
  const { fields, body, others } = splitFrontMatter(source);
  const draft = readTokens(marked.lexer(body, { gfm: true }), title ?? fields.get('title'));
  return {
    ...draft,
    details: {
      ...draft.details,
      byline: fields.get('author') ?? fields.get('byline') ?? draft.details.byline,
      publication: fields.get('publication') ?? draft.details.publication,
      publishedOn: dayOf(fields.get('date')) ?? draft.details.publishedOn,
    },
    dropped: [
      ...draft.dropped,
      ...(others === 0 ? [] : [{ what: 'lines of settings above the text', count: others }]),
    ],
  };
}

/**
 * What Markdown alone can say needs no look at a whole page, and is read part by part. HTML inside may begin in one
 * part and end in another, and may hold what must be listed as left out.
 */
function readTokens(tokens: TokensList, title: string | undefined): ArticleDraft {
  if (holdsHtml(tokens)) return readHtml(marked.parser(tokens, { gfm: true }), { title });
  const parts = partsOf(tokens).map((part) => marked.parser([...part], { gfm: true }));
  refuseManyElements(parts);
  const { blocks, dropped } = readClean(new JSDOM('').window, parts, null);
  return {
    ...draftOf(blocks, { ...unknownDetails, title: title?.trim() || onlyHeadline(blocks) || '' }),
    dropped,
  };
}

function holdsHtml(tokens: TokensList): boolean {
  let isFound = false;
  marked.walkTokens(tokens, ({ type }) => {
    if (type === 'html') isFound = true;
  });
  return isFound;
}

/** How much Markdown is read at once, in characters. */
const partLength = 100_000;

function partsOf(tokens: readonly Token[]): (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let length = 0;
  for (const token of tokens) {
    if (length > partLength) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(token);
    length += token.raw.length;
  }
  return parts;
}

const known = ['title', 'author', 'byline', 'publication', 'date'];

/** Takes the settings between two lines of `---` off the top; `others` counts lines that mean nothing to Galley. */
function splitFrontMatter(source: string): { fields: Map<string, string>; body: string; others: number } {
  const fields = new Map<string, string>();
  const end = source.startsWith('---\n') ? source.indexOf('\n---\n', 3) : -1;
  const head = end === -1 ? '' : source.slice(4, end);
  if (head === '' || head.length > 5_000 || !/^\w[\w-]*:/.test(head))
    return { fields, body: source, others: 0 };
  let others = 0;
  for (const line of head.split('\n')) {
    const [, key = '', value = ''] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
    const words = cutText(value.replace(/^(["'])(.*)\1$/, '$2'), 300);
    if (known.includes(key.toLowerCase()) && words !== '') fields.set(key.toLowerCase(), words);
    else others += 1;
  }
  return { fields, body: source.slice(end + 5), others };
}

function dayOf(date: string | undefined): string | null {
  return articleDetailsSchema.shape.publishedOn.safeParse(date?.slice(0, 10)).data ?? null;
}
