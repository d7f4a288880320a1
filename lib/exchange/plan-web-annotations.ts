import { type Annotation, findOpenFlag } from '@/lib/domain/annotation';
import { DomainError } from '@/lib/domain/errors';
import { plainToRichText, type RichText, richTextToPlain } from '@/lib/domain/rich-text';
import { additionOf } from './addition-of';
import type { Addition, BackInGiven, BackInPlan, NewAnnotation, NewPart, PresentThing } from './back-in';
import { type ForeignPart, isClaimType, partsOf } from './foreign-parts';
import { countFormatting } from './html-to-rich-text';
import { type FoundQuote, placeQuotes } from './place-quotes';
import { type ForeignAnnotation, parseWebAnnotations } from './web-annotation-in';

/**
 * What a file of W3C Web Annotations, of Galley, Hypothesis, Recogito or another program, would do to an article. An
 * annotation is here already where its id is, or where one on the same passage says all that it says; then only what
 * is new comes to it. Throws INVALID when it is no such file.
 */
export function planWebAnnotations(words: string, given: BackInGiven): BackInPlan {
  const { tool, annotations, unread } = parseWebAnnotations(words);
  refuseMuchFormatting(annotations);
  const [latest] = given.revisions;
  const found = placeQuotes(
    annotations.map(({ sought }) => sought),
    given.revisions,
  );
  const known = new Map(given.annotations.map((one) => [one.id, one]));
  const items: (NewAnnotation | Addition)[] = [];
  const unplaced: NewAnnotation[] = [];
  const present: PresentThing[] = [];
  const twice = counted();
  for (const [index, one] of annotations.entries()) {
    const { exact } = one.sought.quote;
    const own = uuidOf(one.id);
    const key = one.id === null ? twice('quote', exact) : twice('id', one.id);
    const annotationId = given.idOf('annotation', ...key);
    const parts = partsOf(one, { tool, actorId: given.actor.userId });
    const place = found[index] ?? { place: null, candidates: [] };
    const here = (own === null ? undefined : known.get(own)) ?? known.get(annotationId);
    if (here !== undefined) {
      const news = newParts(parts, here, key, given);
      if (news.length === 0) present.push({ words: exact, why: 'same' });
      else items.push(additionOf(here, news, given.idOf));
    } else if (given.isDeleted(annotationId) || (own !== null && given.isDeleted(own)))
      present.push({ words: exact, why: 'deleted' });
    else if (given.annotations.some((twin) => saysAll(twin, one, parts, place)))
      present.push({ words: exact, why: 'same' });
    else {
      const made = newAnnotation(one, newParts(parts, undefined, key, given), { annotationId, place, given });
      (made.place === null ? unplaced : items).push(made);
    }
  }
  const revision = { id: latest.id, number: latest.number };
  return { format: 'web-annotation', tool, revision, items, unplaced, present, unread, remarks: [] };
}

/** Some seconds of reading; a long article's notes have a tenth of it. */
const mostFormatting = 200_000;

function refuseMuchFormatting(annotations: readonly ForeignAnnotation[]): void {
  const signs = annotations
    .flatMap(({ bodies, replies }) => [...bodies, ...replies])
    .reduce((sum, { value, format }) => sum + (format === 'text/plain' ? 0 : countFormatting(value)), 0);
  if (signs > mostFormatting)
    throw new DomainError(
      'TOO_LARGE',
      'The notes in this file have more formatting than can be read at once. Bring them in in parts.',
    );
}

/** The words of a key with how often they have come before, so that two of the same are two. */
function counted(): (...words: readonly string[]) => readonly string[] {
  const times = new Map<string, number>();
  return (...words) => {
    const all = JSON.stringify(words);
    const before = times.get(all) ?? 0;
    times.set(all, before + 1);
    return before === 0 ? words : [...words, String(before)];
  };
}

/** The id that Galley gave a thing which it wrote into the file. */
function uuidOf(id: string | null): string | null {
  return /^urn:uuid:([0-9a-f-]{36})$/i.exec(id ?? '')?.[1]?.toLowerCase() ?? null;
}

function newAnnotation(
  one: ForeignAnnotation,
  parts: readonly NewPart[],
  { annotationId, place, given }: { annotationId: string; place: FoundQuote; given: BackInGiven },
): NewAnnotation {
  const claimTypes = one.tags.filter(isClaimType);
  const made = {
    kind: 'annotation' as const,
    annotationId,
    quote: one.sought.quote,
    mark: one.mark,
    ...place,
    claim: claimTypes.length === 0 ? {} : { claimTypes: [...new Set(claimTypes)] },
    parts,
  };
  return { ...made, id: given.idOf('item', JSON.stringify(made)) };
}

/** The parts that are not on the annotation yet, each with an id that the same file gives again. */
function newParts(
  parts: readonly ForeignPart[],
  here: Annotation | undefined,
  key: readonly string[],
  { idOf, isDeleted }: BackInGiven,
): readonly NewPart[] {
  const twice = counted();
  const there = here === undefined ? emptyHere : idsOn(here);
  let mayFlag = here === undefined || findOpenFlag(here) === undefined;
  const isHere = (id: string, ownId: string | null): boolean => {
    const own = uuidOf(ownId);
    return there.has(id) || isDeleted(id) || (own !== null && (there.has(own) || isDeleted(own)));
  };
  const news: NewPart[] = [];
  for (const part of parts) {
    const id = idOf('part', ...key, ...twice(part.kind, part.ownId ?? contentOf(part)));
    if (part.kind === 'thread') {
      const thread = threadPart(part, here, { id, key, idOf, twice, isHere });
      if (thread !== undefined) news.push(...thread);
    } else if (isHere(id, part.ownId) || (here !== undefined && isOn(here, part))) continue;
    else if (part.kind === 'note') news.push({ kind: 'note', id, body: part.body });
    else if (part.kind === 'evidence') news.push({ kind: 'evidence', id, fields: part.fields });
    else if (mayFlag) {
      mayFlag = false;
      news.push({ kind: 'flag', id, reason: part.reason });
    } else news.push({ kind: 'note', id, body: plainToRichText(`Flag: ${part.reason}`) });
  }
  return news;
}

const emptyHere: ReadonlySet<string> = new Set();

function idsOn({ notes, evidence, flags, threads }: Annotation): ReadonlySet<string> {
  const replies = threads.flatMap((thread) => thread.replies);
  return new Set([...notes, ...evidence, ...flags, ...threads, ...replies].map(({ id }) => id));
}

type ThreadPart = Extract<ForeignPart, { kind: 'thread' }>;
type ThreadContext = {
  readonly id: string;
  readonly key: readonly string[];
  readonly idOf: BackInGiven['idOf'];
  readonly twice: (...words: readonly string[]) => readonly string[];
  readonly isHere: (id: string, ownId: string | null) => boolean;
};

/** A conversation that is new, or the replies that are new in it. */
function threadPart(
  { replies, threadKind }: ThreadPart,
  here: Annotation | undefined,
  { id, key, idOf, twice, isHere }: ThreadContext,
): readonly NewPart[] | undefined {
  const all = replies.map((reply) => ({
    ownId: reply.ownId,
    body: reply.body,
    id: idOf('reply', ...key, ...twice('reply', reply.ownId ?? richTextToPlain(reply.body))),
  }));
  const before = new Set(all.flatMap((reply) => [reply.id, uuidOf(reply.ownId) ?? '']));
  const thread = here?.threads.find(
    (one) => one.id === id || one.replies.some((reply) => before.has(reply.id)),
  );
  const said = new Set(thread?.replies.map(({ body }) => richTextToPlain(body)));
  const [first, ...rest] = all
    .filter((reply) => !isHere(reply.id, reply.ownId) && !said.has(richTextToPlain(reply.body)))
    .map(({ id: replyId, body }) => ({ id: replyId, body }));
  if (first === undefined) return undefined;
  if (thread === undefined) return [{ kind: 'thread', id, threadKind, replies: [first, ...rest] }];
  return [first, ...rest].map((reply) => ({ kind: 'reply', threadId: thread.id, ...reply }));
}

function contentOf(part: ForeignPart): string {
  switch (part.kind) {
    case 'note':
      return richTextToPlain(part.body);
    case 'evidence':
      return JSON.stringify([part.fields.title, part.fields.address, part.fields.quote]);
    case 'flag':
      return part.reason;
    case 'thread':
      return part.replies[0]?.ownId ?? richTextToPlain(part.replies[0]?.body ?? nothing);
  }
}

const nothing: RichText = { type: 'doc', content: [] };

/** Whether an annotation says already what a part says. */
function isOn(here: Annotation, part: ForeignPart): boolean {
  switch (part.kind) {
    case 'note': {
      const words = richTextToPlain(part.body);
      return here.notes.some(({ body }) => isSaidBy(richTextToPlain(body), words));
    }
    case 'evidence':
      return here.evidence.some(
        ({ title, address, quote }) =>
          title === part.fields.title && address === part.fields.address && quote === part.fields.quote,
      );
    case 'flag':
      return here.flags.some(({ reason }) => isSaidBy(reason, part.reason));
    case 'thread':
      return part.replies.every((reply) => {
        const words = richTextToPlain(reply.body);
        return here.threads.some(({ replies }) =>
          replies.some(({ body }) => isSaidBy(richTextToPlain(body), words)),
        );
      });
  }
}

/** The same words, apart from the line that names who said them in the file. */
function isSaidBy(here: string, inFile: string): boolean {
  return here === inFile || inFile.replace(/(\n| )— [^\n]*$/, '') === here;
}

/** Whether an annotation of the article is the same mark on the same passage and says all of it. */
function saysAll(
  twin: Annotation,
  one: ForeignAnnotation,
  parts: readonly ForeignPart[],
  { place }: FoundQuote,
): boolean {
  const { anchor } = twin;
  const isThere =
    place === null
      ? anchor.state === 'orphaned' && anchor.exact === one.sought.quote.exact
      : anchor.state !== 'orphaned' &&
        place.state !== 'touched' &&
        anchor.start === place.start &&
        anchor.end === place.end;
  if (!isThere || (one.mark !== null && one.mark !== twin.mark)) return false;
  return parts.every((part) => isOn(twin, part));
}
