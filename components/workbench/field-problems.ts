import type { z } from 'zod';
import { card as cardWords } from '../messages/card';

/** The first thing wrong with each field, in words, to stand beside it. */
export type FieldProblems = Readonly<Record<string, string>>;

export const noProblems: FieldProblems = {};

/** The problems that a schema found, by the name of the field. */
export function problemsOf(error: z.ZodError): FieldProblems {
  const found: Record<string, string> = {};
  for (const { path, message } of error.issues) found[String(path[0] ?? '')] ??= message;
  return found;
}

/** What stands in fields that somebody else changed too, so that nothing is overwritten unseen. */
export function clashProblems<T extends object>(
  clashes: readonly (keyof T)[],
  current: T,
  show: (value: T[keyof T]) => string,
): FieldProblems {
  return Object.fromEntries(
    clashes.map((key) => {
      const value = show(current[key]);
      return [String(key), value === '' ? cardWords.form.clashEmpty : cardWords.form.clash(value)];
    }),
  );
}
