import type { OutsideChange, ReturnedChange } from './returned-change';
import { lineBreak } from './returned-word';
import type { SentWord } from './sent-word';

/** The headline above the text as it went out and as it came back. */
export type ReturnedHeadline = Pick<ReturnedChange, 'before' | 'after' | 'authors' | 'at'> & {
  readonly kind: 'tracked' | 'untracked';
};

/**
 * The headline with all that was changed in it. What takes it out whole, or parts it or joins it with the text, is no
 * headline and stays with what is `outside`.
 */
export function headlineChange(
  { headline: before }: Pick<SentWord, 'headline'>,
  changes: readonly OutsideChange[],
): { readonly headline: ReturnedHeadline | null; readonly outside: readonly OutsideChange[] } {
  const none = { headline: null, outside: changes };
  if (before === null) return none;
  const inside = changes.filter(({ edit }) => edit.end <= before.length && !edit.inserted.includes('\n'));
  let [words, at] = ['', 0];
  for (const { edit } of inside) {
    words += before.slice(at, edit.start) + edit.inserted;
    at = edit.end;
  }
  const after = (words + before.slice(at)).replaceAll(lineBreak, ' ').replace(/\s+/g, ' ').trim();
  if (inside.length === 0 || after === '') return none;
  return {
    headline: {
      before,
      after,
      kind: inside.every(({ isTracked }) => isTracked) ? 'tracked' : 'untracked',
      authors: [...new Set(inside.flatMap(({ authors }) => authors))],
      at: inside.map((one) => one.at).findLast((time) => time !== null) ?? null,
    },
    outside: changes.filter((one) => !inside.includes(one)),
  };
}
