import type { Passage } from '@/lib/domain/article';
import type { ReturnedComment } from './returned-word';
import type { SentComment, SentWord } from './sent-word';

/**
 * LibreOffice saves answers as comments of their own, and says only in their first line what they answer: whose comment,
 * of which day and minute. Gives what a new comment answers in such a file, where these words and its place leave no doubt.
 */
export function flattenedReplies(
  { comments: sent, passages }: Pick<SentWord, 'comments' | 'passages'>,
  returned: readonly ReturnedComment[],
): (comment: ReturnedComment, passage: Passage | undefined) => SentComment | undefined {
  const isFlattened =
    returned.every(({ parentId }) => parentId === null) && sent.some(({ parentId }) => parentId !== null);
  const places = new Map(passages.map((passage) => [passage.annotationId, passage]));
  return (comment, passage) => {
    const head = isFlattened ? headOf(comment.words) : undefined;
    if (head === undefined || passage === undefined) return undefined;
    const named = sent.filter((one) => {
      const place = places.get(one.annotationId);
      const isHere = place !== undefined && place.start >= passage.start && place.end <= passage.end;
      return isHere && head.name.endsWith(one.author) && isAt(one.at, head.numbers);
    });
    const [first] = named;
    const isOne = named.every(
      ({ annotationId, threadId }) => annotationId === first?.annotationId && threadId === first.threadId,
    );
    return isOne ? first : undefined;
  };
}

/** `Reply to Tom (03/03/2026, 14:02): "..."`, in whatever language. */
function headOf(words: string): { readonly name: string; readonly numbers: readonly number[] } | undefined {
  const [, name, time] =
    /^(.{2,400}?)\s*\(([^()\n]{8,60})\): ["“].*$/m.exec(words.split('\n', 1)[0] ?? '') ?? [];
  if (name === undefined || time === undefined) return undefined;
  return { name, numbers: (time.match(/\d+/g) ?? []).map(Number) };
}

/** Whether the numbers of a date and time, in whatever order, are those of an instant; hours count to 12 or to 24. */
function isAt(at: string, numbers: readonly number[]): boolean {
  const [, year = 0, , day = 0, hour = 0, minute = 0] = (/^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(at) ?? []).map(
    Number,
  );
  const has = (...either: readonly number[]): boolean => either.some((number) => numbers.includes(number));
  return has(year, year % 100) && has(day) && has(hour, hour % 12 || 12) && has(minute);
}
