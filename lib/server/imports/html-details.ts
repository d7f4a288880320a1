import 'server-only';
import { z } from 'zod';
import { type ArticleDetails, articleDetailsSchema } from '@/lib/domain/article';

/** What a page says of itself (JSON-LD, Open Graph, meta, link); `null` what it does not say or says wrongly. */
export function readDetails(page: Document): ArticleDetails & { readonly headTitle: string | null } {
  const meta = (...names: string[]): string | null => {
    for (const name of names) {
      const found = page
        .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
        ?.getAttribute('content');
      if (found?.trim()) return clean(found);
    }
    return null;
  };
  const linked = readLinkedData(page);
  const { shape } = articleDetailsSchema;
  const valid = <T>(schema: z.ZodType<T>, value: unknown): T | null => schema.safeParse(value).data ?? null;
  const author = linked.author ?? meta('author', 'article:author');
  const day = linked.datePublished ?? meta('article:published_time', 'date');
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? meta('og:url');
  return {
    title: (linked.headline ?? meta('og:title') ?? '').slice(0, 500),
    headTitle: clean(page.querySelector('head > title')?.textContent ?? '').slice(0, 500) || null,
    byline: author === null || /^https?:/.test(author) ? null : author.slice(0, 300),
    publication: (meta('og:site_name') ?? linked.publisher)?.slice(0, 300) ?? null,
    publishedOn: valid(shape.publishedOn, day?.slice(0, 10)),
    sourceAddress: valid(shape.sourceAddress, canonical),
    language: languageOf(page.documentElement.getAttribute('lang')),
  };
}

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim().normalize('NFC');

function languageOf(tag: string | null): string | null {
  try {
    const [language] = Intl.getCanonicalLocales((tag ?? '').replace('_', '-'));
    return articleDetailsSchema.shape.language.safeParse(language).data ?? null;
  } catch {
    // Pages write anything here; what is no language tag says nothing.
    return null;
  }
}

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
function readLinkedData(page: Document): LinkedData {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
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
