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

/** Says beside each field that both have changed that a choice is to be made. */
export function clashProblems(fields: readonly string[]): FieldProblems {
  return Object.fromEntries(fields.map((field) => [field, cardWords.conflict.choose]));
}
