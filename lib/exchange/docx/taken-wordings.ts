import type { Passage } from '@/lib/domain/article';
import { type AlignedTexts, secondOf } from './aligned-texts';
import type { Stretch } from './differing-stretches';
import type { OpenSuggestion, ReturnedChange, WordEdit } from './returned-change';
import { lineBreak, type Tracked } from './returned-word';
import type { SentText } from './sent-text';
import type { TrackedChange } from './tracked-changes';

/** Whether the passage of a suggested wording reads in the file as was suggested. */
export function isTaken(change: TrackedChange, { before, after, silent, toReturned }: AlignedTexts): boolean {
  const passage = before.find(change);
  if (!silent.some((one) => isWithin(one, passage))) return false;
  const start = toReturned(passage.start, 'start');
  const end = toReturned(passage.end, 'end');
  return after.text.slice(start, end) === change.wording.replaceAll('\n', lineBreak);
}

/** A suggested wording that was taken over, as a change. */
export function acceptedChange(change: TrackedChange, text: SentText): ReturnedChange {
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

/** What became of a suggested wording that was not taken over. */
export function openSuggestion(change: TrackedChange, { after }: AlignedTexts): OpenSuggestion {
  const { annotationId, wording } = change;
  const own = after.pending.filter(({ by }) => isBy(by, change));
  const isOpen = own.some(({ isRefused }) => !isRefused);
  return { annotationId, wording, state: isOpen ? 'open' : 'declined' };
}

const isBy = (by: Tracked, { author, at }: TrackedChange): boolean =>
  by.author === author && secondOf(by.at) === secondOf(at);

/** Whether what differs lies within a passage. */
export const isWithin = (one: Stretch, { start, end }: Passage): boolean =>
  one.start >= start && one.end <= end;
