import { z } from 'zod';
import type { Quote } from '@/lib/domain/anchor';
import { type Mark, marks } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { DomainError } from '@/lib/domain/errors';
import type { UnreadThing } from './back-in';
import { type EvidenceTerms, readEvidenceTerms } from './evidence-terms';
import type { SoughtQuote } from './place-quotes';
import { statusTag } from './web-annotation';

/** Who said something in another program, and when: words, as the file has them. */
export type Said = {
  readonly author: string | null;
  /** The author's id in the file. */
  readonly authorId: string | null;
  readonly at: string | null;
};

/** Something that was said in another program; HTML and Markdown are not cleaned here. */
export type ForeignBody = Said & {
  readonly id: string | null;
  readonly purpose: string;
  readonly format: 'text/plain' | 'text/html' | 'text/markdown';
  readonly value: string;
  readonly isConfidential: boolean;
  /** What it says of evidence under Galley's own terms. */
  readonly terms: EvidenceTerms | null;
};

/** Something that another program points to. */
export type ForeignLink = Said & {
  readonly id: string | null;
  readonly address: string;
  /** What the file says of it. */
  readonly words: string | null;
  readonly quote: string | null;
  readonly isConfidential: boolean;
  /** What it says of evidence under Galley's own terms. */
  readonly terms: EvidenceTerms | null;
};

/** An annotation of another program. */
export type ForeignAnnotation = Said & {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly id: string | null;
  readonly sought: SoughtQuote;
  /** Further passages that it is about. */
  readonly alsoAbout: readonly string[];
  readonly mark: Mark | null;
  readonly status: string | null;
  readonly tags: readonly string[];
  readonly bodies: readonly ForeignBody[];
  readonly links: readonly ForeignLink[];
  /** What answers it, the earliest first. */
  readonly replies: readonly ForeignBody[];
  /** Bodies of a kind that Galley has no place for, as they came. */
  readonly unknown: readonly unknown[];
};

/** What a file holds. */
export type ForeignFile = {
  readonly tool: 'Galley' | 'Hypothesis' | 'Recogito' | null;
  readonly annotations: readonly ForeignAnnotation[];
  readonly unread: readonly UnreadThing[];
};

const text = z.string().max(100_000);
const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);
const listed = z
  .unknown()
  .optional()
  .transform((value): readonly unknown[] =>
    value === undefined || value === null ? [] : Array.isArray(value) ? value : [value],
  );
const person = z.union([text, z.looseObject({ name: maybe(text), nickname: maybe(text), id: maybe(text) })]);
const selector = z.looseObject({
  type: maybe(text),
  exact: maybe(text),
  prefix: maybe(text),
  suffix: maybe(text),
  start: maybe(z.int().min(0)),
  end: maybe(z.int().min(0)),
  refinedBy: listed,
});
const target = z.looseObject({ selector: listed, items: listed });
const source = z.union([text, z.looseObject({ id: text, 'dc:title': maybe(text), title: maybe(text) })]);
const body = z.looseObject({
  id: maybe(text),
  type: maybe(text),
  purpose: maybe(z.union([text, z.array(text).transform((all) => all[0] ?? null)])),
  value: z.unknown().optional(),
  format: maybe(text),
  source: maybe(source),
  selector: listed,
  creator: maybe(person),
  created: maybe(text),
  modified: maybe(text),
  audience: listed,
});
/** The W3C model as Galley and Recogito write it, and the fields that Hypothesis has instead of bodies. */
const annotation = z.looseObject({
  id: maybe(text),
  body: listed,
  bodyValue: maybe(text),
  target: listed,
  creator: maybe(person),
  created: maybe(text),
  generator: z.unknown().optional(),
  user: maybe(text),
  user_info: maybe(z.looseObject({ display_name: maybe(text) })),
  uri: maybe(text),
  text: maybe(text),
  tags: maybe(z.array(text)),
  references: maybe(z.array(text)),
});
type Annotation = z.infer<typeof annotation>;
type Selector = z.infer<typeof selector>;

/**
 * Reads W3C Web Annotations (a collection, a page, a list or one), as Galley, Recogito and others write them, and the
 * files of Hypothesis, whose replies come to what they answer. Where anything stands in an article is not asked here.
 * Throws INVALID when it is no such file.
 */
export function parseWebAnnotations(words: string): ForeignFile {
  const file = readJson(words);
  const unread: UnreadThing[] = [];
  const roots: Root[] = [];
  const answers: { readonly number: number; readonly one: Annotation }[] = [];
  for (const [index, item] of itemsOf(file).entries()) {
    const number = index + 1;
    const parsed = annotation.safeParse(item);
    if (!parsed.success) {
      unread.push({ number, words: shortly(item), why: 'This is no annotation.' });
      continue;
    }
    const one = parsed.data;
    const [quote, ...further] = quotesOf(one);
    if (quote !== undefined) roots.push({ number, one, quote, further });
    else if ((one.references ?? []).length > 0) answers.push({ number, one });
    else unread.push({ number, words: wordsOf(one), why: 'It does not quote the passage that it is about.' });
  }
  const toRoot = new Map<string, Annotation[]>();
  const known = new Set(roots.map(({ one }) => one.id));
  for (const { number, one } of answers) {
    const root = one.references?.find((id) => known.has(id));
    if (root === undefined)
      unread.push({ number, words: wordsOf(one), why: 'What it answers is not in this file.' });
    else toRoot.set(root, [...(toRoot.get(root) ?? []), one]);
  }
  return {
    tool: toolOf(file, roots),
    annotations: roots.map((root) => toForeign(root, toRoot.get(root.one.id ?? '') ?? [])),
    unread: unread.toSorted((a, b) => a.number - b.number),
  };
}

type Root = {
  readonly number: number;
  readonly one: Annotation;
  readonly quote: Quote;
  readonly further: readonly Quote[];
};

const maxItems = 100_000;

function itemsOf(file: unknown): readonly unknown[] {
  const first = z.looseObject({ items: z.array(z.unknown()).max(maxItems) });
  const shapes = [
    z
      .looseObject({ first, '@included': z.array(first).catch([]) })
      .transform((collection) =>
        [collection.first, ...collection['@included']].flatMap(({ items }) => items),
      ),
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

function toolOf(file: unknown, roots: readonly Root[]): ForeignFile['tool'] {
  const made = z.looseObject({ generator: z.unknown().optional() }).safeParse(file).data?.generator;
  const names = JSON.stringify([made ?? null, roots[0]?.one.generator ?? null]).toLowerCase();
  if (names.includes('galley')) return 'Galley';
  if (names.includes('recogito')) return 'Recogito';
  return roots.some(({ one }) => isOfHypothesis(one)) ? 'Hypothesis' : null;
}

const isOfHypothesis = ({ user, uri, text: said }: Annotation): boolean =>
  Boolean(user) && (Boolean(uri) || typeof said === 'string');

/** The selectors of all targets, also those that refine others. */
function selectorGroups({ target: targets }: Annotation): readonly (readonly Selector[])[] {
  return targets.flatMap((each) => {
    const parsed = target.safeParse(each).data;
    if (parsed === undefined) return [];
    const parts = parsed.items.length > 0 ? parsed.items : [each];
    return parts.map((part) => deep(target.safeParse(part).data?.selector ?? [], 0));
  });
}

function deep(selectors: readonly unknown[], depth: number): readonly Selector[] {
  return selectors.flatMap((each) => {
    const parsed = selector.safeParse(each).data;
    if (parsed === undefined) return [];
    return depth > 5 ? [parsed] : [parsed, ...deep(parsed.refinedBy, depth + 1)];
  });
}

function quotesOf(one: Annotation): readonly Quote[] {
  return selectorGroups(one).flatMap((group) =>
    group.flatMap(({ type, exact, prefix, suffix }) =>
      type === 'TextQuoteSelector' && exact ? [{ exact, prefix: prefix ?? '', suffix: suffix ?? '' }] : [],
    ),
  );
}

function positionOf(one: Annotation): Passage | null {
  const found = selectorGroups(one)
    .flat()
    .find(({ type }) => type === 'TextPositionSelector');
  const { start, end } = found ?? {};
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : null;
}

function toForeign({ number, one, quote, further }: Root, answers: readonly Annotation[]): ForeignAnnotation {
  const read = one.body.map((raw) => readBody(raw));
  const texts = [...read.flatMap(({ text: said }) => said ?? []), ...ownWords(one)];
  const ofPurpose = (purpose: string): readonly string[] =>
    texts.flatMap((each) => (each.purpose === purpose ? [each.value] : []));
  const classes = ofPurpose('classifying');
  const mark = marks.find((known) => classes.includes(known)) ?? null;
  const tags = [...ofPurpose('tagging'), ...(one.tags ?? []), ...classes.filter((word) => word !== mark)];
  return {
    number,
    id: one.id ?? null,
    ...saidBy(one),
    sought: { quote, position: positionOf(one) },
    alsoAbout: further.map(({ exact }) => exact).filter((exact) => exact !== quote.exact),
    mark,
    status: tags.find((tag) => tag.startsWith(statusTag))?.slice(statusTag.length) ?? null,
    tags: tags.filter((tag) => !tag.startsWith(statusTag)),
    bodies: texts.filter(({ purpose }) => purpose !== 'tagging' && purpose !== 'classifying'),
    links: read.flatMap(({ link }) => link ?? []),
    replies: answers
      .flatMap((answer) =>
        ownWords(answer).map((said) => ({ ...said, id: answer.id ?? null, purpose: 'replying' })),
      )
      .toSorted((a, b) => (a.at ?? '').localeCompare(b.at ?? '')),
    unknown: read.flatMap(({ unknown: kept }) => (kept === undefined ? [] : [kept])),
  };
}

type ReadBody = { readonly text?: ForeignBody; readonly link?: ForeignLink; readonly unknown?: unknown };

function readBody(raw: unknown): ReadBody {
  if (typeof raw === 'string') {
    const nobody = { id: null, author: null, authorId: null, at: null, isConfidential: false, terms: null };
    return /^https?:\/\//.test(raw)
      ? { link: { ...nobody, address: raw, words: null, quote: null } }
      : { text: { ...nobody, purpose: 'commenting', format: 'text/plain', value: raw } };
  }
  const parsed = body.safeParse(raw).data;
  if (parsed === undefined) return { unknown: raw };
  const { value, source: from } = parsed;
  const about = {
    id: parsed.id ?? null,
    ...saidBy(parsed),
    isConfidential: isConfidential(parsed.audience),
    terms: readEvidenceTerms(raw),
  };
  const isTextual = (parsed.type ?? 'TextualBody') === 'TextualBody';
  if (isTextual && typeof value === 'string' && value !== '' && parsed.format !== 'application/json')
    return {
      text: { ...about, purpose: parsed.purpose ?? 'commenting', format: formatOf(parsed.format), value },
    };
  const address = typeof from === 'string' ? from : from?.id;
  if (!address) return { unknown: raw };
  const words = typeof from === 'object' ? (from?.['dc:title'] ?? from?.title ?? null) : null;
  const quote = deep(parsed.selector, 0).find(({ exact }) => exact)?.exact ?? null;
  return { link: { ...about, address, words, quote } };
}

function formatOf(format: string | null | undefined): ForeignBody['format'] {
  if (format === 'text/html' || format === 'application/xhtml+xml') return 'text/html';
  return format === 'text/markdown' ? 'text/markdown' : 'text/plain';
}

/** What Hypothesis, in Markdown, and the shortest form of the model have instead of bodies. */
function ownWords(one: Annotation): readonly ForeignBody[] {
  const about = { id: null, ...saidBy(one), purpose: 'commenting', isConfidential: false, terms: null };
  return [
    ...(one.text ? [{ ...about, format: 'text/markdown' as const, value: one.text }] : []),
    ...(one.bodyValue ? [{ ...about, format: 'text/plain' as const, value: one.bodyValue }] : []),
  ];
}

/** What tells evidence apart that must not go out of the house (`audience`, section 3.3.4 of the model). */
function isConfidential(audience: readonly unknown[]): boolean {
  return audience.some((one) => JSON.stringify(one ?? null).includes('confidential'));
}

type Made = {
  readonly creator?: z.infer<typeof person> | null | undefined;
  readonly created?: string | null | undefined;
  readonly modified?: string | null | undefined;
  readonly user?: string | null | undefined;
  readonly user_info?: Annotation['user_info'];
};

function saidBy({ creator, created, modified, user, user_info: info }: Made): Said {
  const at = created ?? modified ?? null;
  if (typeof creator === 'string') return { author: creator, authorId: creator, at };
  const name = creator?.name ?? creator?.nickname ?? info?.display_name ?? null;
  const authorId = creator?.id ?? user ?? null;
  return { author: name ?? authorId, authorId, at };
}

function wordsOf(one: Annotation): string {
  const said = toForeign({ number: 0, one, quote: { exact: '', prefix: '', suffix: '' }, further: [] }, []);
  const words = said.bodies.map(({ value }) => value).join(' ');
  return words === '' ? '' : words.slice(0, 300);
}

const shortly = (item: unknown): string => (JSON.stringify(item) ?? '').slice(0, 300);
