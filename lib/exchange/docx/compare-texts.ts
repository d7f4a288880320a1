import type { Passage } from '@/lib/domain/article';
import { trimPassage } from '@/lib/domain/text/passage';
import { differingStretches, type Stretch } from './differing-stretches';
import { type ReturnedText, returnedText, type TrackedEdit } from './returned-text';
import { lineBreak, type ReturnedPlace, type ReturnedWord, type Tracked } from './returned-word';
import { type SentText, sentText } from './sent-text';
import type { SentWord } from './sent-word';
import type { TrackedChange } from './tracked-changes';

/**
 * Words of the canonical text and what stands in their place; a line feed in `inserted` ends a paragraph, `lineBreak`
 * breaks a line. Offsets are UTF-16 code units of the text that went out.
 */
export type WordEdit = Passage & { readonly inserted: string };

/**
 * One change of the text in a file that came back. `tracked` and `moved`: by Word's "Track changes"; `accepted`: a
 * suggested wording that was taken over; `untracked`: the text simply reads otherwise.
 */
export type ReturnedChange = {
  readonly kind: 'tracked' | 'moved' | 'accepted' | 'untracked';
  readonly edits: readonly WordEdit[];
  readonly before: string;
  readonly after: string;
  readonly authors: readonly string[];
  readonly at: string | null;
  /** The annotation whose suggested wording it is. */
  readonly annotationId: string | null;
};

/** A suggested wording that went out as a tracked change: still open in the file, or taken out of it again. */
export type OpenSuggestion = {
  readonly annotationId: string;
  readonly state: 'open' | 'declined';
  readonly wording: string;
};

type OutsideChange = { readonly kind: 'outside'; readonly before: string; readonly after: string };

/** How the text of a file that came back differs from what went out, and where its places stand in that. */
export type ComparedTexts = {
  readonly changes: readonly ReturnedChange[];
  readonly suggestions: readonly OpenSuggestion[];
  /** Changes of words that are no text of the article. */
  readonly outside: readonly OutsideChange[];
  /** The passage that a range of the file covers; undefined where none of its words went out. */
  readonly passageOf: (range: {
    readonly start: ReturnedPlace;
    readonly end: ReturnedPlace;
  }) => Passage | undefined;
  /** A passage of the canonical text as a range of the file could cover it. */
  readonly sentPassage: (passage: Passage) => Passage | undefined;
  /** The words of a range as they would stand with all changes of the writer. */
  readonly wordsOf: (range: { readonly start: ReturnedPlace; readonly end: ReturnedPlace }) => string;
};

/** Compares what came back with what went out. */
export function compareTexts(sent: SentWord, returned: ReturnedWord): ComparedTexts {
  const before = sentText(sent.paragraphs);
  const after = returnedText(returned, knownChange(sent));
  const silent = differingStretches(before.text, after.text);
  const taken = sent.changes.filter((change) => isTaken(change, before, after, silent));
  const rest = silent.filter((one) => !taken.some((change) => isWithin(one, before.find(change))));
  const drafts = [
    ...taken.map((change) => acceptedChange(change, before)),
    ...joined(rest, after.edits).map((group) => changeOf(group, before, after, silent)),
  ];
  const placed = drafts.flatMap((draft) => (draft.kind === 'outside' ? [] : [draft]));
  return {
    changes: withMoves(placed).toSorted((a, b) => (a.edits[0]?.start ?? 0) - (b.edits[0]?.start ?? 0)),
    outside: drafts.flatMap((draft) => (draft.kind === 'outside' ? [draft] : [])),
    suggestions: sent.changes.flatMap((change): OpenSuggestion[] => {
      if (taken.includes(change)) return [];
      const { annotationId, wording } = change;
      const own = after.pending.filter(({ by }) => isBy(by, change));
      const isOpen = own.some(({ isRefused }) => !isRefused);
      return [{ annotationId, wording, state: isOpen ? 'open' : 'declined' }];
    }),
    passageOf: ({ start, end }) =>
      trimmed(before, {
        start: toSent(silent, after.offsetOf(start), 'start'),
        end: toSent(silent, after.offsetOf(end), 'end'),
      }),
    sentPassage: (passage) => trimmed(before, before.find(passage)),
    wordsOf: ({ start, end }) => withEdits(after, after.offsetOf(start), after.offsetOf(end)),
  };
}

function trimmed({ text, passageOf }: SentText, range: Passage): Passage | undefined {
  const passage = trimPassage(text, range);
  return passage === null ? undefined : passageOf(passage);
}

/** Tracked changes that went out are known by author and time; where the file was made anonymous, by their words. */
function knownChange({ changes }: SentWord): (tracked: Tracked, words: string) => boolean {
  const known = new Set(changes.map(({ author, at }) => `${toSecond(at)} ${author}`));
  const words = new Set(changes.flatMap(({ added }) => added.map(({ text }) => `added ${text}`)));
  return (tracked, text) =>
    known.has(`${toSecond(tracked.at)} ${tracked.author}`) ||
    (tracked.at === null && words.has(`${tracked.kind} ${text}`));
}

const toSecond = (at: string | null): string => (at ?? '').slice(0, 19);
const isBy = (by: Tracked, { author, at }: TrackedChange): boolean =>
  by.author === author && toSecond(by.at) === toSecond(at);

const isWithin = (one: Stretch, { start, end }: Passage): boolean => one.start >= start && one.end <= end;

/** Whether the passage of a suggested wording reads in the file as was suggested. */
function isTaken(
  change: TrackedChange,
  before: SentText,
  after: ReturnedText,
  silent: readonly Stretch[],
): boolean {
  const passage = before.find(change);
  if (!silent.some((one) => isWithin(one, passage))) return false;
  const start = toReturned(silent, passage.start, 'start');
  const end = toReturned(silent, passage.end, 'end');
  return after.text.slice(start, end) === change.wording.replaceAll('\n', lineBreak);
}

function acceptedChange(change: TrackedChange, text: SentText): ReturnedChange {
  const { start, end, wording, author, at, annotationId, removed, added } = change;
  const passage = text.find({ start, end });
  return {
    kind: 'accepted',
    edits: joinedEdits([
      ...removed.map((one) => ({ ...one, inserted: '' })),
      ...added.map((one) => ({ start: one.offset, end: one.offset, inserted: one.text })),
    ]),
    before: text.text.slice(passage.start, passage.end),
    after: wording,
    authors: [author],
    at,
    annotationId,
  };
}

/** Words that go and words that come in their place are one edit. */
function joinedEdits(edits: readonly WordEdit[]): readonly WordEdit[] {
  const all: WordEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = all.at(-1);
    if (last === undefined || last.end < edit.start) all.push(edit);
    else all[all.length - 1] = { ...last, end: edit.end, inserted: last.inserted + edit.inserted };
  }
  return all;
}

/** Untracked stretches and tracked edits that touch the same words. */
type Group = { readonly stretches: readonly Stretch[]; readonly edits: readonly TrackedEdit[] };

function joined(stretches: readonly Stretch[], edits: readonly TrackedEdit[]): readonly Group[] {
  const items = [
    ...stretches.map((stretch) => ({ from: stretch.newStart, to: stretch.newEnd, stretch })),
    ...edits.map((edit) => ({ from: edit.start, to: edit.end, edit })),
  ].sort((a, b) => a.from - b.from || a.to - b.to);
  const groups: (Group & { readonly to: number })[] = [];
  for (const { from, to, ...item } of items) {
    const last = groups.at(-1);
    const isMixed = last !== undefined && ('stretch' in item ? last.edits : last.stretches).length > 0;
    const isOver = last !== undefined && from < last.to;
    // At one place, what was changed unseen and what was tracked cannot be told apart.
    const isAtOnce = last !== undefined && from === last.to && isMixed;
    const group = {
      stretches: 'stretch' in item && item.stretch ? [item.stretch] : [],
      edits: 'edit' in item && item.edit ? [item.edit] : [],
    };
    if (last === undefined || !(isOver || isAtOnce)) groups.push({ ...group, to });
    else
      groups[groups.length - 1] = {
        stretches: [...last.stretches, ...group.stretches],
        edits: [...last.edits, ...group.edits],
        to: Math.max(last.to, to),
      };
  }
  return groups;
}

/** `move` joins the two halves of a change that moved words. */
type Draft = ReturnedChange & { readonly move?: string | null };

function changeOf(
  { stretches, edits }: Group,
  before: SentText,
  after: ReturnedText,
  silent: readonly Stretch[],
): Draft | OutsideChange {
  const from = Math.min(...stretches.map(({ newStart }) => newStart), ...edits.map(({ start }) => start));
  const to = Math.max(...stretches.map(({ newEnd }) => newEnd), ...edits.map(({ end }) => end));
  const start = Math.min(...stretches.map((one) => one.start), toSent(silent, from, 'start'));
  const end = Math.max(...stretches.map((one) => one.end), toSent(silent, to, 'end'), start);
  const inserted = withEdits(after, from, to, edits);
  const plain = { start, end, inserted };
  const tidy = tidyEdit(before.text, plain);
  // Behind the headline above the text there is no paragraph that could be parted.
  const edit = before.passageOf(tidy) === undefined ? plain : tidy;
  const passage = before.passageOf(edit);
  const by = edits.flatMap((one) => one.by);
  const words = { before: before.text.slice(edit.start, edit.end), after: edit.inserted };
  if (passage === undefined) return { kind: 'outside', ...words };
  const isMove = stretches.length === 0 && by.some(({ move }) => move !== null);
  return {
    kind: stretches.length > 0 ? 'untracked' : isMove ? 'moved' : 'tracked',
    edits: [{ ...passage, inserted: edit.inserted }],
    ...words,
    authors: [...new Set(by.map(({ author }) => author))],
    at: by.map(({ at }) => at).findLast((at) => at !== null) ?? null,
    annotationId: null,
    ...(isMove && { move: by.find(({ move }) => move !== null)?.move ?? null }),
  };
}

/**
 * A paragraph that is added or taken out whole takes the line feed before it along, not the one behind: so it is a
 * paragraph of its own, and its neighbours stay what they are.
 */
function tidyEdit(text: string, { start, end, inserted }: WordEdit): WordEdit {
  const isRemoval = inserted === '' && end > start && text[end - 1] === '\n';
  const isAddition = start === end && inserted.endsWith('\n');
  if (start === 0 || text[start - 1] !== '\n' || !(isRemoval || isAddition)) return { start, end, inserted };
  return isRemoval
    ? { start: start - 1, end: end - 1, inserted }
    : { start: start - 1, end: start - 1, inserted: `\n${inserted.slice(0, -1)}` };
}

/** Where words went from and where they went to are one change: half of it would lose or double them. */
function withMoves(changes: readonly Draft[]): ReturnedChange[] {
  const whole = new Map<string, ReturnedChange>();
  const others: ReturnedChange[] = [];
  for (const { move, ...change } of changes) {
    const half = move == null ? undefined : whole.get(move);
    if (move == null) others.push(change);
    else if (half === undefined) whole.set(move, change);
    else
      whole.set(move, {
        ...half,
        edits: [...half.edits, ...change.edits].toSorted((a, b) => a.start - b.start),
        before: half.before || change.before,
        after: half.after || change.after,
      });
  }
  return [...others, ...whole.values()];
}

/** The words of a stretch of the file with the tracked edits in it made. */
function withEdits(after: ReturnedText, from: number, to: number, edits = after.edits): string {
  let [words, at] = ['', from];
  for (const edit of edits) {
    if (edit.start < from || edit.end > to) continue;
    words += after.text.slice(at, edit.start) + edit.inserted;
    at = edit.end;
  }
  return words + after.text.slice(at, to);
}

/** An offset of the file in what went out; inside a stretch that differs, the edge of it on that side. */
function toSent(silent: readonly Stretch[], offset: number, side: 'start' | 'end'): number {
  let moved = 0;
  for (const { start, end, newStart, newEnd } of silent) {
    if (newStart > offset || (newStart === offset && side === 'end')) break;
    if (newEnd > offset || (newEnd === offset && side === 'end')) return side === 'start' ? start : end;
    moved = end - newEnd;
  }
  return offset + moved;
}

function toReturned(silent: readonly Stretch[], offset: number, side: 'start' | 'end'): number {
  let moved = 0;
  for (const { start, end, newStart, newEnd } of silent) {
    if (start > offset || (start === offset && side === 'start')) break;
    if (end > offset || (end === offset && side === 'end')) return side === 'start' ? newStart : newEnd;
    moved = newEnd - end;
  }
  return offset + moved;
}
