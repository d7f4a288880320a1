import 'server-only';
import { Readability } from '@mozilla/readability';

/** What a whole page's article is made of, and what it tells of itself. */
export type FoundArticle = {
  readonly html: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly publishedTime: string | null;
};

/** Fewer characters than this are no article: then all of the page is taken. */
const leastLength = 500;

/** Finds the article among menus, teasers and notices of a page; undefined where nothing on it looks like one. */
export function findArticle(page: Document): FoundArticle | undefined {
  // The finder takes a page apart: it works on a copy.
  const copy = page.cloneNode(true);
  if (!isDocument(copy)) return undefined;
  const found = new Readability(copy, { disableJSONLD: true, maxElemsToParse: 200_000 }).parse();
  if (found?.content == null || (found.textContent ?? '').trim().length < leastLength) return undefined;
  return {
    html: found.content,
    title: found.title || null,
    byline: found.byline || null,
    publishedTime: found.publishedTime || null,
  };
}

const isDocument = (node: Node): node is Document => node.nodeType === 9;
