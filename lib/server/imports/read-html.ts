import 'server-only';
import createPurifier from 'dompurify';
import { JSDOM } from 'jsdom';
import { type ArticleDetails, articleDetailsSchema } from '@/lib/domain/article';
import {
  type ArticleBlock,
  blockText,
  canonicalText,
  isSafeHref,
  textBlocks,
} from '@/lib/domain/article-doc';
import { articleDocSchema } from '@/lib/domain/article-doc-schema';
import { directionOfText } from '@/lib/domain/direction';
import type { ArticleDraft, DroppedPart } from '@/lib/domain/lists';
import { cutText } from '@/lib/domain/text/cut-text';
import { withHeadline } from '@/lib/domain/text/draft';
import { findByline, readByline } from './byline';
import { findArticle } from './find-article';
import { guessLanguage } from './guess-language';
import { warnOfHiddenCharacters } from './hidden-characters';
import { readBlocks } from './html-blocks';
import { linkedDataType, readDetails } from './html-details';
import { withLeads } from './html-leads';
import { refuseUnusable, tooManyParagraphs } from './limits';
import { elementsOf, type PageElements } from './page-elements';
import { partsOf } from './page-parts';

/** How a page is to be read, beside its words. */
export type HtmlOptions = {
  /** The headline where the sender knows it. */
  readonly title?: string | undefined;
  /** Where the page was fetched from. */
  readonly address?: string | undefined;
};

/**
 * Reads HTML into an article: jsdom without scripts and resources, then, of a whole page, what Readability takes for the
 * article, then DOMPurify with an allow-list, then only the nodes that an article knows. Runs in the parser process.
 * Throws DomainError for what no article can be made of.
 */
export function readHtml(source: string, options: HtmlOptions = {}): ArticleDraft {
  refuseManyElements([source]);
  const { headTitle, details, removed, found, body } = takeApart(source);
  const base = options.address ?? details.sourceAddress;
  const { window } = new JSDOM('');
  const whole = readClean(window, body, base);
  const read = found === undefined ? whole : readClean(window, [found.html], base);
  const title = options.title?.trim() || details.title || found?.title || '';
  const headline = found === undefined ? read.blocks : promoted(read.blocks, title);
  const draft = draftOf(headline, {
    ...details,
    title: title || onlyHeadline(headline) || headTitle || '',
    byline: details.byline ?? cleanName(found?.byline),
    publishedOn: details.publishedOn ?? dayOf(found?.publishedTime),
    sourceAddress: details.sourceAddress ?? options.address ?? null,
  });
  const original = canonicalText({ type: 'doc', content: withLeads(whole.blocks) });
  return {
    ...(found === undefined ? draft : withHeadline(draft, draft.details.title)),
    dropped: [...removed, leftOut(whole.blocks, read.blocks), ...read.dropped].filter(
      ({ count }) => count > 0,
    ),
    original: options.address === undefined ? null : original,
  };
}

/** What a page says of itself and what is to be read of it, as words: the page itself may be forgotten then. */
function takeApart(source: string) {
  const { window } = new JSDOM(source);
  const page = window.document;
  const elements = elementsOf(page);
  const { headTitle, ...details } = readDetails(page, elements);
  const removed = removeUnreadable(page, elements);
  const found = isWholePage(source) ? findArticle(page) : undefined;
  return { headTitle, details, removed, found, body: partsOf(page.body) };
}

/** A draft of blocks that were read, with leads and details; what came out of a file is checked as if a stranger sent it. */
export function draftOf(blocks: readonly ArticleBlock[], details: ArticleDetails): ArticleDraft {
  const content = withLeads(blocks);
  refuseUnusable(content);
  const doc = articleDocSchema.parse({ type: 'doc', content });
  const opening = textBlocks(doc).slice(0, 6).map(blockText);
  return {
    details: {
      ...details,
      title: cutText(oneLine(details.title), 500),
      byline: details.byline ?? findByline(opening),
      language: details.language ?? guessLanguage(canonicalText(doc)),
      direction: directionOfText(canonicalText(doc), details.direction),
    },
    doc,
    dropped: [],
    warnings: warnOfHiddenCharacters(canonicalText(doc)),
    comments: [],
    original: null,
  };
}

/**
 * Cleans HTML of everything that could act or load and reads its blocks, still without leads. It comes in parts that
 * stand one after the other: cleaning takes memory and, with it, time out of proportion to the length of one.
 */
export function readClean(
  window: JSDOM['window'],
  parts: readonly string[],
  base: string | null,
): { readonly blocks: readonly ArticleBlock[]; readonly dropped: readonly DroppedPart[] } {
  const blocks: ArticleBlock[] = [];
  let links = 0;
  let images = 0;
  for (const part of parts) {
    const clean = purify(window, part, base);
    const read = readBlocks(clean.body);
    for (const block of read.blocks) blocks.push(block);
    links += clean.links;
    images += read.counts.imagesWithoutText;
  }
  return {
    blocks,
    dropped: [
      { what: 'links without a web address', count: links },
      { what: 'images without a description', count: images },
    ].filter(({ count }) => count > 0),
  };
}

/** Pasted pieces carry a page around them too; whoever marks a fragment has already chosen. */
const isWholePage = (source: string): boolean =>
  /<(html|body)\b/i.test(source) && !source.includes('<!--StartFragment');

/** The page's passages that are not in the article, each with its words. */
function leftOut(whole: readonly ArticleBlock[], read: readonly ArticleBlock[]): DroppedPart {
  const wordsOf = (content: readonly ArticleBlock[]): string[] =>
    textBlocks({ type: 'doc', content }).map((block) => oneLine(blockText(block)));
  const kept = new Set(wordsOf(read));
  const gone = wordsOf(whole).filter((words) => words !== '' && !kept.has(words));
  const shown = gone.slice(0, maxShown).map((words) => cutText(words, maxShownLength));
  return { what: 'passages outside of the article', count: gone.length, words: shown };
}

const maxShown = 200;
const maxShownLength = 300;

/** The article's own headline comes as a second-level heading from the finder. */
function promoted(blocks: readonly ArticleBlock[], title: string): readonly ArticleBlock[] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'heading' || oneLine(blockText(first)) !== oneLine(title)) return blocks;
  return [{ ...first, attrs: { ...first.attrs, level: 1 } }, ...rest];
}

function cleanName(name: string | null | undefined): string | null {
  if (name == null) return null;
  const line = cutText(oneLine(name), 300);
  return readByline(line) ?? (/^https?:/.test(line) || line === '' ? null : line);
}

const dayOf = (time: string | null | undefined): string | null =>
  articleDetailsSchema.shape.publishedOn.safeParse(time?.slice(0, 10)).data ?? null;

const oneLine = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** A page of hundreds of thousands of parts is refused before memory is spent on it. */
export function refuseManyElements(sources: readonly string[]): void {
  const starts = sources.reduce(
    (sum, source) => sum + (source.match(/<(?:p|div|li|tr|td|br|h[1-6])\b/gi)?.length ?? 0),
    0,
  );
  if (starts > maxElements) throw tooManyParagraphs();
}

const maxElements = 150_000;

/** What a reader of the page does not read, with the words under which the preview lists it. */
const unreadable: readonly {
  readonly what: string | null;
  readonly find: (elements: PageElements) => readonly Element[];
}[] = [
  {
    what: 'scripts',
    find: ({ named }) => named('script').filter((script) => script.getAttribute('type') !== linkedDataType),
  },
  {
    what: 'style sheets',
    find: ({ named }) => [
      ...named('style'),
      ...named('link').filter((link) => /(?:^|\s)stylesheet(?:\s|$)/.test(link.getAttribute('rel') ?? '')),
    ],
  },
  {
    what: null,
    find: ({ named }) => named('script', 'noscript', 'template', 'title', 'meta', 'link', 'base'),
  },
  { what: 'embedded frames', find: ({ named }) => named('iframe', 'frame', 'object', 'embed', 'portal') },
  { what: 'videos and recordings', find: ({ named }) => named('video', 'audio') },
  { what: 'drawings and formulas', find: ({ named }) => named('svg', 'canvas', 'math') },
  { what: 'menus', find: ({ named }) => named('nav', 'dialog') },
  { what: 'hidden passages', find: ({ hidden }) => hidden },
];

function removeUnreadable(page: Document, elements: PageElements): DroppedPart[] {
  const dropped: DroppedPart[] = [];
  for (const { what, find } of unreadable) {
    const count = removeAll(find(elements));
    if (what !== null) dropped.push({ what, count });
  }
  const { named } = elements;
  dropped.push({ what: 'forms', count: removeAll(smallForms(page, named('form'))) });
  const backlinks = named('a').filter(
    (link) =>
      link.getAttribute('href')?.startsWith('#') === true &&
      /^\s*[↩↑^⏎]+\ufe0e?\s*$/u.test(link.textContent ?? ''),
  );
  removeAll(backlinks);
  const fields = named('input', 'button', 'select', 'textarea', 'datalist', 'progress', 'meter');
  dropped.push({ what: 'form fields', count: removeAll(fields) });
  return dropped;
}

/** Some pages are one large form: then only its fields go. */
function smallForms(page: Document, forms: readonly Element[]): Element[] {
  if (forms.length === 0) return [];
  const half = (page.body.textContent ?? '').length / 2;
  return forms.filter(
    (form) => (form.textContent ?? '').length < half || form.querySelector('p, h1') === null,
  );
}

/** Removes elements; one inside another that is gone already does not count again. */
function removeAll(elements: Iterable<Element>): number {
  let count = 0;
  for (const element of elements) {
    if (!element.isConnected) continue;
    element.remove();
    count += 1;
  }
  return count;
}

const allowedTags = (
  'a abbr address article aside b bdi bdo big blockquote body br caption center cite code dd del details dfn div dl dt em ' +
  'figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr html i img ins kbd legend li main mark menu ol p picture ' +
  'pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
).split(' ');

function purify(window: JSDOM['window'], html: string, base: string | null): { body: Node; links: number } {
  const purifier = createPurifier(window);
  let links = 0;
  purifier.addHook('uponSanitizeAttribute', (_element, attribute) => {
    if (attribute.attrName !== 'href') return;
    const address = absolute(attribute.attrValue, base);
    if (address === null) {
      // A place on the same page is no loss: footnotes keep their numbers.
      if (!attribute.attrValue.startsWith('#')) links += 1;
      attribute.keepAttr = false;
    } else {
      attribute.attrValue = address;
    }
  });
  const body = purifier.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ['href', 'alt', 'start', 'colspan', 'rowspan'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM: true,
  });
  return { body, links };
}

/** The full address of a link, or `null` when it leads nowhere that a reader may go. */
function absolute(href: string, base: string | null): string | null {
  if (!URL.canParse(href, base ?? undefined)) return null;
  const address = new URL(href, base ?? undefined).href;
  return isSafeHref(address) ? address : null;
}

/** The text of the one first-level heading; `null` when there is none or more than one. */
export function onlyHeadline(content: readonly ArticleBlock[]): string | null {
  const found = textBlocks({ type: 'doc', content }).filter(
    (block) => block.type === 'heading' && block.attrs.level === 1,
  );
  const [headline, another] = found;
  return headline === undefined || another !== undefined ? null : blockText(headline);
}
