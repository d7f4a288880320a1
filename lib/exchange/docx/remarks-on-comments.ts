import type { BackInGiven } from '../back-in';
import type { compareComments } from './compare-comments';
import type { SentComment } from './sent-word';

type Differences = Pick<ReturnType<typeof compareComments>, 'edited' | 'settled' | 'removed'>;

/** What became of the house's own comments in Word, in sentences: it is said and not done. */
export function remarksOn(
  { edited, settled, removed }: Differences,
  { annotations }: BackInGiven,
): readonly string[] {
  const exact = new Map(annotations.map(({ id, anchor }) => [id, anchor.exact]));
  const about = ({ annotationId, threadId, words }: SentComment): string => {
    const what = threadId === null ? (words.split('\n')[0] ?? '') : `the conversation “${short(words)}”`;
    const quote = exact.get(annotationId);
    return quote === undefined ? what : `${what} on “${short(quote)}”`;
  };
  return [
    ...settled.map(({ sent, isResolved }) =>
      isResolved
        ? `In Word, ${about(sent)} was marked as done. Nothing is settled by it here.`
        : `In Word, ${about(sent)} was opened again. Nothing is reopened by it here.`,
    ),
    ...edited.map(
      ({ sent, words }) =>
        `In Word, a comment of ${sent.author} was reworded (${about(sent)}). It stays as it is here; there it says: “${short(words, 300)}”`,
    ),
    ...(removed.length === 0
      ? []
      : [
          `${removed.length} of the comments that went out ${removed.length === 1 ? 'is' : 'are'} not in the file any more. Nothing is deleted by it here.`,
        ]),
  ];
}

function short(words: string, length = 80): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length <= length ? plain : `${plain.slice(0, length - 1).toWellFormed()}…`;
}
