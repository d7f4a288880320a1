import { z } from 'zod';
import { locateQuote } from '@/lib/domain/anchor';
import { type Mark, marks } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { DomainError } from '@/lib/domain/errors';
import { indexQuotes, type QuoteIndex } from '@/lib/domain/reanchor/find-quote';
import type { Candidate } from '@/lib/domain/reanchor/reanchored';
import { type CodePoints, codePointsOf } from './code-points';
import { statusTag } from './web-annotation';

/** Something that was said in another tool; HTML is not cleaned here. */
export type ForeignBody = {
  readonly purpose: string;
  readonly format: 'text/plain' | 'text/html';
  readonly value: string;
  readonly author: string | null;
  readonly at: string | null;
};

/** An annotation of another tool with the place that it has in our text; without one, where it may belong. */
export type ForeignAnnotation = {
  readonly id: string;
  readonly author: string | null;
  readonly at: string | null;
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  readonly place: Passage | null;
  readonly candidates: readonly Candidate[];
  readonly mark: Mark | null;
  readonly status: string | null;
  readonly tags: readonly string[];
  readonly bodies: readonly ForeignBody[];
  readonly links: readonly { readonly address: string; readonly quote: string | null }[];
  /** Bodies of a kind that Galley has no place for, as they came. */
  readonly unknown: readonly unknown[];
};

/** What a file holds, and what could not be read in it, by its place in the file from 1. */
export type ForeignFile = {
  readonly annotations: readonly ForeignAnnotation[];
  readonly unread: readonly { readonly number: number; readonly why: string }[];
};

const text = z.string().max(100_000);
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);
const list = <T extends z.ZodType>(schema: T) =>
  z.union([z.array(schema), schema.transform((one) => [one])]).catch([]);
const person = z.union([text, z.looseObject({ name: maybe(text), nickname: maybe(text), id: maybe(text) })]);
const selector = z.looseObject({
  type: text,
  exact: maybe(text),
  prefix: maybe(text),
  suffix: maybe(text),
  start: maybe(z.int().min(0)),
  end: maybe(z.int().min(0)),
});
const body = z.looseObject({
  type: maybe(text),
  purpose: maybe(text),
  value: maybe(text),
  format: maybe(text),
  source: maybe(z.union([text, z.looseObject({ id: text })])),
  selector: maybe(z.union([selector, z.array(selector)])),
  creator: maybe(person),
  created: maybe(text),
});
/** The W3C model as Galley and Recogito write it, and the fields that Hypothesis has instead of bodies. */
const annotation = z.looseObject({
  id: maybe(text),
  body: list(z.union([body, text.transform((value): Body => ({ type: 'TextualBody', value }))])),
  bodyValue: maybe(text),
  target: list(z.looseObject({ selector: list(selector) })),
  creator: maybe(person),
  created: maybe(text),
  user: maybe(text),
  text: maybe(text),
  tags: maybe(z.array(text)),
});
type Annotation = z.infer<typeof annotation>;
type Body = z.infer<typeof body>;

/**
 * Reads W3C Web Annotations (a collection, a page, a list or one), as Galley, Recogito and others write them, and the
 * files of Hypothesis, and finds their passages in a text: the position if the quote stands there, else the one place
 * that the quote and its context leave. Positions are code points (W3C) or UTF-16 code units (Hypothesis), whichever
 * gives the quote. Throws INVALID when it is no such file.
 */
export function parseWebAnnotations(words: string, articleText: string): ForeignFile {
  const items = itemsOf(readJson(words));
  const places = { text: articleText, points: codePointsOf(articleText), quotes: indexQuotes(articleText) };
  const annotations: ForeignAnnotation[] = [];
  const unread: { number: number; why: string }[] = [];
  for (const [index, item] of items.entries()) {
    const parsed = annotation.safeParse(item);
    const quote = parsed.success ? quoteOf(parsed.data) : undefined;
    if (!parsed.success) unread.push({ number: index + 1, why: 'This is no annotation.' });
    else if (quote === undefined)
      unread.push({ number: index + 1, why: 'It does not quote the passage that it is about.' });
    else annotations.push(toForeign(parsed.data, quote, places, index));
  }
  return { annotations, unread };
}

const maxItems = 100_000;

function itemsOf(file: unknown): readonly unknown[] {
  const first = z.looseObject({ items: z.array(z.unknown()).max(maxItems) });
  const shapes = [
    z.looseObject({ first }).transform((collection) => collection.first.items),
    first.transform((page) => page.items),
    z.looseObject({ rows: z.array(z.unknown()).max(maxItems) }).transform(({ rows }) => rows),
    z.looseObject({ annotations: z.array(z.unknown()).max(maxItems) }).transform((all) => all.annotations),
    z.array(z.unknown()).max(maxItems),
    z.looseObject({ target: z.unknown() }).transform((one) => [one]),
  ];
  for (const shape of shapes) {
    const parsed = shape.safeParse(file);
    if (parsed.success) return parsed.data;
  }
  throw new DomainError('INVALID', 'There are no annotations in this file that Galley can read.');
}

function readJson(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    throw new DomainError('INVALID', 'This file holds no annotations: it is not valid JSON.');
  }
}

type Quote = ForeignAnnotation['quote'];
type Places = { readonly text: string; readonly points: CodePoints; readonly quotes: QuoteIndex };

function selectorsOf({ target }: Annotation) {
  return target.flatMap(({ selector: selectors }) => selectors);
}

function quoteOf(one: Annotation): Quote | undefined {
  const found = selectorsOf(one).find(({ type, exact }) => type === 'TextQuoteSelector' && exact);
  if (!found?.exact) return undefined;
  return { exact: found.exact, prefix: found.prefix ?? '', suffix: found.suffix ?? '' };
}

function toForeign(one: Annotation, quote: Quote, places: Places, index: number): ForeignAnnotation {
  const position = selectorsOf(one).find(({ type }) => type === 'TextPositionSelector');
  const place = placeOf(quote, position, places);
  const bodies = [...one.body, ...ownWords(one)];
  const texts = bodies.filter(({ type, value }) => (type ?? 'TextualBody') === 'TextualBody' && value);
  const ofPurpose = (purpose: string): readonly string[] =>
    texts.flatMap((each) => (each.purpose === purpose ? [each.value ?? ''] : []));
  const links = bodies.flatMap((each) => linkOf(each) ?? []);
  const tags = [...ofPurpose('tagging'), ...(one.tags ?? [])];
  return {
    id: one.id ?? String(index + 1),
    author: nameOf(one.creator) ?? one.user ?? null,
    at: one.created ?? null,
    quote,
    place,
    candidates:
      place === null ? places.quotes.findLike({ start: 0, end: 0, state: 'orphaned', ...quote }) : [],
    mark: marks.find((mark) => ofPurpose('classifying').includes(mark)) ?? null,
    status: tags.find((tag) => tag.startsWith(statusTag))?.slice(statusTag.length) ?? null,
    tags: tags.filter((tag) => !tag.startsWith(statusTag)),
    bodies: texts
      .filter(({ purpose }) => purpose !== 'tagging' && purpose !== 'classifying')
      .map((each) => ({
        purpose: each.purpose ?? 'commenting',
        format: each.format === 'text/html' ? 'text/html' : 'text/plain',
        value: each.value ?? '',
        author: nameOf(each.creator),
        at: each.created ?? null,
      })),
    links,
    unknown: bodies.filter((each) => !texts.includes(each) && linkOf(each) === undefined),
  };
}

/** What Hypothesis and the shortest form of the model have instead of bodies. */
function ownWords({ text: words, bodyValue, creator, user, created }: Annotation): readonly Body[] {
  return [words, bodyValue].flatMap((value) =>
    value ? [{ type: 'TextualBody', purpose: 'commenting', value, creator: creator ?? user, created }] : [],
  );
}

function linkOf({ source, selector: selectors }: Body): ForeignAnnotation['links'][number] | undefined {
  const address = typeof source === 'string' ? source : source?.id;
  if (!address) return undefined;
  const all = Array.isArray(selectors) ? selectors : selectors ? [selectors] : [];
  return { address, quote: all.find(({ exact }) => exact)?.exact ?? null };
}

function nameOf(creator: z.infer<typeof person> | null | undefined): string | null {
  if (typeof creator === 'string') return creator;
  return creator?.name ?? creator?.nickname ?? creator?.id ?? null;
}

function placeOf(
  quote: Quote,
  position: z.infer<typeof selector> | undefined,
  { text: words, points, quotes }: Places,
): Passage | null {
  const start = position?.start ?? undefined;
  const end = position?.end ?? undefined;
  if (start !== undefined && end !== undefined) {
    const given = [
      { start: points.toUtf16(start), end: points.toUtf16(end) },
      { start, end },
    ];
    const found = given.find((passage) => words.slice(passage.start, passage.end) === quote.exact);
    if (found !== undefined) return found;
  }
  const only = quotes.findExact({ start: 0, end: 0, state: 'orphaned', ...quote });
  return only === undefined ? onlyPlace(words, quote) : { start: only.start, end: only.end };
}

/** The place of a short quote whose context, letter by letter, stands nowhere else. */
function onlyPlace(words: string, quote: Quote): Passage | null {
  try {
    return locateQuote(words, quote);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
