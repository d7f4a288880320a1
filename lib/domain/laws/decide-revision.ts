import type { Actor } from '../actor';
import type { Anchor } from '../anchor';
import type { Annotation } from '../annotation';
import { maxArticleLength, type Revision } from '../article';
import { type ArticleBlock, type ArticleDoc, canonicalText, textBlocks } from '../article-doc';
import type { Check } from '../check';
import { DomainError } from '../errors';
import type { Instant } from '../ids';
import { ensureCan, frozenSentence } from '../policy';
import { type DriftCounts, onNewText, type RevisedBody, shifter } from '../revised';
import { isFrozenAt } from '../session';
import { parted } from '../text/draft';
import { splitSentences } from '../text/sentences';
import { tidyDoc } from '../text/tidy-doc';
import type { AppendCommand, ReviseCommand, TextCommand } from '../text-commands';
import { type Carried, carryAnchors, shiftsBetween } from './carry-anchors';
import { unsettled } from './staleness';

/** What of an annotation new text asks for. */
export type Carriable = Pick<Annotation, 'id' | 'anchor' | 'check' | 'version' | 'changedAt'>;

/** What a decision about new text rests on. `annotations` are all that are not deleted. */
export type GivenText = {
  readonly actor: Actor;
  readonly at: Instant;
  readonly language: string | null;
  /** Since when, or from when on, nothing of the article changes. */
  readonly frozenAt?: Instant | null | undefined;
  readonly revision: Revision;
  readonly annotations: readonly Carriable[];
  readonly hashOf: (text: string) => string;
  /** Whether a document is the one that stands there already. */
  readonly isPresentDoc: (doc: ArticleDoc) => boolean;
};

/** New text: its event, the revision itself, and every annotation on it that is not as it was. */
export type DecidedText = {
  readonly body: RevisedBody;
  readonly revision: Revision;
  readonly annotations: readonly Carriable[];
};

/**
 * What new text makes of an article: a new revision, a checked anchor on it for every annotation, and checks unsettled
 * whose passage has other words now. Decided on the server only, which alone has both texts for certain. Throws
 * FORBIDDEN, STALE (somebody else made a revision meanwhile), INVALID (no text, no change) and TOO_LARGE.
 */
export function decideRevision(command: TextCommand, given: GivenText): DecidedText {
  ensureCan(given.actor, command.type);
  if (isFrozenAt(given.frozenAt, given.at)) throw new DomainError('INVALID', frozenSentence);
  return command.type === 'article.revise' ? revise(command, given) : append(command, given);
}

function revise(command: ReviseCommand, given: GivenText): DecidedText {
  const { revision: before } = given;
  if (command.baseRevisionId !== before.id) {
    throw new DomainError(
      'STALE',
      `Revision ${before.number} was made meanwhile. Your text is kept: take the new one over into it, then save again.`,
      { current: { revisionId: before.id, number: before.number, createdAt: before.createdAt } },
    );
  }
  const doc = tidyDoc(command.doc);
  const revision = revisionOf(command, doc, given);
  if (revision.text === before.text && given.isPresentDoc(doc))
    throw new DomainError('INVALID', 'This is the text that stands there already. Change something first.');
  const carried = carryAnchors(
    { from: before, to: revision, edits: command.edits, language: given.language },
    given.annotations.map(({ anchor }) => anchor),
  );
  const shifts = shiftsBetween(before.text, revision.text);
  return decided(command, given, revision, { carried, shifts });
}

function append(command: AppendCommand, given: GivenText): DecidedText {
  const { revision: before, annotations, language } = given;
  const blocks = withLead(command.blocks);
  const revision = revisionOf(
    command,
    { type: 'doc', content: [...before.doc.content, ...blocks] },
    given,
    () => {
      const added = splitSentences(canonicalText({ type: 'doc', content: blocks }), language);
      const by = before.text.length;
      return [...before.sentences, ...added.map(({ start, end }) => ({ start: start + by, end: end + by }))];
    },
  );
  // Nothing before the end changes, so every passage keeps its place and its words.
  const carried = annotations.map(
    ({ anchor }): Carried =>
      anchor.state === 'orphaned'
        ? { anchor, became: anchor.state }
        : { anchor: { ...anchor, revisionId: revision.id }, became: 'exact' },
  );
  const shift = { start: before.text.length, end: before.text.length };
  const shifts = [{ ...shift, length: revision.text.length - before.text.length }];
  const whole = decided(command, given, revision, { carried, shifts });
  const sentences = revision.sentences.slice(before.sentences.length);
  return { ...whole, body: { ...whole.body, added: { blocks, sentences } } };
}

function revisionOf(
  { revisionId }: { readonly revisionId: string },
  doc: ArticleDoc,
  { revision: before, at, hashOf, language }: GivenText,
  sentencesOf = (text: string) => splitSentences(text, language),
): Revision {
  const text = canonicalText(doc);
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new DomainError('INVALID', 'There is no text in this revision. Give at least one sentence.');
  if (text.length > maxArticleLength)
    throw new DomainError(
      'TOO_LARGE',
      `This text is longer than ${maxArticleLength} characters. Divide the article into parts.`,
    );
  const sentences = sentencesOf(text);
  return {
    id: revisionId,
    number: before.number + 1,
    doc,
    text,
    hash: hashOf(text),
    sentences,
    createdAt: at,
  };
}

function decided(
  command: TextCommand,
  { actor, at, revision: before, annotations }: GivenText,
  revision: Revision,
  { carried, shifts }: Pick<RevisedBody, 'shifts'> & { readonly carried: readonly Carried[] },
): DecidedText {
  const body = {
    type: 'article.revised' as const,
    revision: { id: revision.id, number: revision.number, hash: revision.hash },
    from: { id: before.id, number: before.number },
    source: command.type === 'article.revise' ? command.source : ('appended' as const),
    reason: command.reason,
    shifts,
  };
  const shifted = shifter(body);
  const anchors: Record<string, Anchor> = {};
  const checks: Record<string, Check> = {};
  const after = annotations.map((annotation, index) => {
    const anchor = carried[index]?.anchor ?? annotation.anchor;
    if (!isSameAnchor(anchor, shifted(annotation.anchor))) anchors[annotation.id] = anchor;
    const check = unsettledCheck(annotation, anchor, actor, at);
    if (check !== undefined) checks[annotation.id] = check;
    return onNewText(annotation, anchor, check, at);
  });
  const drift = countDrift(annotations, carried);
  return { body: { ...body, anchors, checks, drift }, revision, annotations: after };
}

function unsettledCheck({ anchor: before, check }: Carriable, after: Anchor, { userId }: Actor, at: Instant) {
  const isLost = after.state === 'orphaned' && before.state !== 'orphaned';
  if (!isLost && after.exact === before.exact) return undefined;
  const detail = isLost
    ? `“${before.exact}” → not in the text any more`
    : `“${before.exact}” → “${after.exact}”`;
  return unsettled(check, { byId: userId, at, cause: 'passage', detail });
}

/** What this revision alone did: what was lost before is not lost again. */
function countDrift(annotations: readonly Carriable[], carried: readonly Carried[]): DriftCounts {
  const counts = { exact: 0, moved: 0, touched: 0, orphaned: 0 };
  for (const [index, { anchor }] of annotations.entries())
    if (anchor.state !== 'orphaned') counts[carried[index]?.became ?? 'exact'] += 1;
  return counts;
}

/** What is put at the end begins a paragraph of its own. */
function withLead(blocks: readonly ArticleBlock[]): readonly ArticleBlock[] {
  const doc: ArticleDoc = { type: 'doc', content: blocks };
  return parted(doc, textBlocks(doc)[0]).content;
}

function isSameAnchor(a: Anchor, b: Anchor): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.exact === b.exact &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix &&
    a.state === b.state &&
    a.drift === b.drift &&
    a.method === b.method &&
    a.certainty === b.certainty &&
    a.before === b.before &&
    a.revisionId === b.revisionId
  );
}
