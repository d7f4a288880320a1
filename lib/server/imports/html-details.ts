import 'server-only';
import { z } from 'zod';
import { type ArticleDetails, articleDetailsSchema } from '@/lib/domain/article';
import { cutText } from '@/lib/domain/text/cut-text';
import type { PageElements } from './page-elements';

/** What a page says of itself (JSON-LD, Open Graph, meta, link); `null` what it does not say or says wrongly. */
export function readDetails(
  page: Document,
  { named }: PageElements,
): ArticleDetails & { readonly headTitle: string | null } {
  const metas = named('meta');
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found = metas.find((meta) =>
        [meta.getAttribute('property'), meta.getAttribute('name')].includes(name),
      );
      const content = found?.getAttribute('content');
      if (content?.trim()) return clean(content);
    }
    return null;
  };
  const linked = readLinkedData(named('script'));
  const { shape } = articleDetailsSchema;
  const valid = <T>(schema: z.ZodType<T>, value: unknown): T | null => schema.safeParse(value).data ?? null;
  const author = linked.author ?? meta('author', 'article:author');
  const publication = meta('og:site_name') ?? linked.publisher;
  const day = linked.datePublished ?? meta('article:published_time', 'date');
  const link = named('link').find((link) => link.getAttribute('rel') === 'canonical');
  const canonical = link?.getAttribute('href') ?? meta('og:url');
  return {
    title: cutText(linked.headline ?? meta('og:title') ?? '', 500),
    headTitle: cutText(clean(page.head.querySelector(':scope > title')?.textContent ?? ''), 500) || null,
    byline: author === null || /^https?:/.test(author) ? null : cutText(author, 300),
    publication: publication === null ? null : cutText(publication, 300),
    publishedOn: valid(shape.publishedOn, day?.slice(0, 10)),
    sourceAddress: valid(shape.sourceAddress, canonical),
    language: languageOf(page.documentElement.getAttribute('lang')),
    direction: valid(shape.direction, saidDirection(page)),
  };
}

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC');

/** What the page says of the direction of its lines. */
const saidDirection = (page: Document): string | undefined =>
  (page.body.getAttribute('dir') ?? page.documentElement.getAttribute('dir'))?.toLowerCase();

function languageOf(tag: string | null): string | null {
  try {
    const [language] = Intl.getCanonicalLocales((tag ?? '').replace('_', '-'));
    return articleDetailsSchema.shape.language.safeParse(language).data ?? null;
  } catch {
    // Pages write anything here; what is no language tag says nothing.
    return null;
  }
}

/** How a page marks what it says in JSON-LD. */
export const linkedDataType = 'application/ld+json';

type LinkedData = {
  readonly headline: string | null;
  readonly author: string | null;
  readonly datePublished: string | null;
  readonly publisher: string | null;
};

const text = z.string().transform(clean).nullable().catch(null);
const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const articleData = z.object({
  '@type': z
    .union([z.string(), z.array(z.string())])
    .refine((type) => /Article|BlogPosting/.test(String(type))),
  headline: text,
  datePublished: text,
  author: z
    .union([named, z.array(named).transform((names) => names.join(', '))])
    .transform(clean)
    .nullable()
    .catch(null),
  publisher: named.transform(clean).nullable().catch(null),
});

/** The first article in the page's JSON-LD (schema.org Article and its kinds). */
function readLinkedData(scripts: readonly Element[]): LinkedData {
  for (const script of scripts) {
    if (script.getAttribute('type') !== linkedDataType) continue;
    for (const thing of thingsIn(script.textContent ?? '')) {
      const found = articleData.safeParse(thing);
      if (found.success) return found.data;
    }
  }
  return { headline: null, author: null, datePublished: null, publisher: null };
}

const graph = z.object({ '@graph': z.array(z.unknown()) });

function thingsIn(json: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(json);
    const listed = graph.safeParse(parsed);
    if (listed.success) return listed.data['@graph'];
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    // Broken JSON-LD is common on the web and no reason to refuse a page.
    return [];
  }
}
