import { differingStretches, type Stretch } from './differing-stretches';
import { type ReturnedText, returnedText } from './returned-text';
import type { ReturnedWord, Tracked } from './returned-word';
import { type SentText, sentText } from './sent-text';
import type { SentWord } from './sent-word';

/** What went out and what came back, before everything that is tracked in it, laid beside each other. */
export type AlignedTexts = {
  readonly before: SentText;
  readonly after: ReturnedText;
  /** Where they differ: nobody has tracked that. */
  readonly silent: readonly Stretch[];
  /** An offset of the file in what went out; inside a stretch that differs, the edge of it on that side. */
  readonly toSent: (offset: number, side: 'start' | 'end') => number;
  readonly toReturned: (offset: number, side: 'start' | 'end') => number;
};

/** Lays the text of a file that came back beside what went out. */
export function alignedTexts(sent: SentWord, returned: ReturnedWord): AlignedTexts {
  const before = sentText(sent.paragraphs);
  const after = returnedText(returned, knownChange(sent));
  const silent = differingStretches(before.text, after.text);
  return {
    before,
    after,
    silent,
    toSent: (offset, side) => toSent(silent, offset, side),
    toReturned: (offset, side) => toReturned(silent, offset, side),
  };
}

/** Tracked changes that went out are known by author and time; where the file was made anonymous, by their words. */
function knownChange({ changes }: SentWord): (tracked: Tracked, words: string) => boolean {
  const known = new Set(changes.map(({ author, at }) => `${secondOf(at)} ${author}`));
  const words = new Set(changes.flatMap(({ added }) => added.map(({ text }) => `added ${text}`)));
  return (tracked, text) =>
    known.has(`${secondOf(tracked.at)} ${tracked.author}`) ||
    (tracked.at === null && words.has(`${tracked.kind} ${text}`));
}

/** Word keeps times to the second. */
export const secondOf = (at: string | null): string => (at ?? '').slice(0, 19);
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
