import 'server-only';
import createPurifier from 'dompurify';
import { JSDOM } from 'jsdom';
import {
  type ArticleBlock,
  blockText,
  canonicalText,
  isSafeHref,
  textBlocks,
} from '@/lib/domain/article-doc';
import { articleDocSchema } from '@/lib/domain/article-doc-schema';
import type { ArticleDraft } from '@/lib/domain/lists';
import { findByline } from './byline';
import { warnOfHiddenCharacters } from './hidden-characters';
import { readBlocks } from './html-blocks';
import { readDetails } from './html-details';
import { withLeads } from './html-leads';
import { refuseUnusable } from './limits';

type Dropped = { readonly what: string; readonly count: number };

/**
 * Reads HTML into an article: jsdom without scripts and resources, then DOMPurify with an allow-list, then only the
 * nodes that an article knows. Runs in the parser process. Throws DomainError for what no article can be made of.
 */
export function readHtml(source: string, title: string | undefined): ArticleDraft {
  const { window } = new JSDOM(source);
  const page = window.document;
  const details = readDetails(page);
  const removed = removeUnreadable(page);
  const { body, links } = purify(window, page, details.sourceAddress);
  const { blocks, counts } = readBlocks(body);
  const content = withLeads(blocks);
  refuseUnusable(content);
  const doc = articleDocSchema.parse({ type: 'doc', content });
  const opening = textBlocks(doc).slice(0, 6).map(blockText);
  const { headTitle, ...known } = details;
  const headline = onlyHeadline(content) ?? (details.title || headTitle || '');
  return {
    details: {
      ...known,
      title: (title?.trim() || headline).replace(/\s+/g, ' ').slice(0, 500),
      byline: details.byline ?? findByline(opening),
    },
    doc,
    dropped: [
      ...removed,
      { what: 'links without a web address', count: links },
      { what: 'images without a description', count: counts.imagesWithoutText },
    ].filter(({ count }) => count > 0),
    warnings: warnOfHiddenCharacters(canonicalText(doc)),
  };
}

/** What a reader of the page does not read, with the words under which the preview lists it. */
const unreadable: readonly { readonly what: string | null; readonly selector: string }[] = [
  { what: 'scripts', selector: 'script:not([type="application/ld+json"])' },
  { what: 'style sheets', selector: 'style, link[rel~="stylesheet"]' },
  { what: null, selector: 'script, noscript, template, title, meta, link, base' },
  { what: 'embedded frames', selector: 'iframe, frame, object, embed, portal' },
  { what: 'videos and recordings', selector: 'video, audio' },
  { what: 'drawings and formulas', selector: 'svg, canvas, math' },
  { what: 'menus', selector: 'nav, dialog' },
  {
    what: 'hidden passages',
    selector:
      'body [hidden], body [style*="display:none" i], body [style*="display: none" i], body [style*="visibility:hidden" i], body [style*="visibility: hidden" i]',
  },
];

function removeUnreadable(page: Document): Dropped[] {
  const dropped: Dropped[] = [];
  for (const { what, selector } of unreadable) {
    const count = removeAll(page.querySelectorAll(selector));
    if (what !== null) dropped.push({ what, count });
  }
  // Some pages are one large form: then only its fields go.
  const half = (page.body.textContent ?? '').length / 2;
  const small = Array.from(page.querySelectorAll('form')).filter(
    (form) => (form.textContent ?? '').length < half || form.querySelector('p, h1') === null,
  );
  dropped.push({ what: 'forms', count: removeAll(small) });
  const fields = page.querySelectorAll('input, button, select, textarea, datalist, progress, meter');
  dropped.push({ what: 'form fields', count: removeAll(fields) });
  return dropped;
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

function purify(window: JSDOM['window'], page: Document, base: string | null): { body: Node; links: number } {
  const purifier = createPurifier(window);
  let links = 0;
  purifier.addHook('uponSanitizeAttribute', (_element, attribute) => {
    if (attribute.attrName !== 'href') return;
    const address = absolute(attribute.attrValue, base);
    if (address === null) {
      links += 1;
      attribute.keepAttr = false;
    } else {
      attribute.attrValue = address;
    }
  });
  const body = purifier.sanitize(page.body.innerHTML, {
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
function onlyHeadline(content: readonly ArticleBlock[]): string | null {
  const found = textBlocks({ type: 'doc', content }).filter(
    (block) => block.type === 'heading' && block.attrs.level === 1,
  );
  const [headline, another] = found;
  return headline === undefined || another !== undefined ? null : blockText(headline);
}
