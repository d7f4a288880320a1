import { type WordChange, wordChanges } from '@/lib/domain/word-changes';

/**
 * What a suggested wording changes, as a reader can follow it: word by word, but where hardly a word stays, all that was
 * and then all that comes, because two sentences woven into each other cannot be read.
 */
export function wordingChanges(passage: string, wording: string): readonly WordChange[] {
  const changes = wordChanges(passage, wording);
  const letters = (words: string): number => words.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
  const kept = changes.reduce((sum, { kind, text }) => sum + (kind === 'kept' ? letters(text) : 0), 0);
  if (kept >= 0.25 * Math.min(letters(passage), letters(wording))) return changes;
  return [
    { kind: 'removed', text: passage },
    ...(wording === '' ? [] : [{ kind: 'added', text: wording } as const]),
  ];
}
