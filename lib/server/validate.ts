import 'server-only';
import type { z } from 'zod';
import { DomainError } from '@/lib/domain/errors';

/** `value` as `schema` reads it; undefined without a schema. Throws INVALID with a sentence that names the field. */
export function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new DomainError('INVALID', sentenceOfIssues(result.error.issues), {
    issues: result.error.issues
      .slice(0, 10)
      .map((issue) => ({ field: fieldOf(issue), message: sentenceOfIssue(issue) })),
  });
}

/** Values in the path: an address that fits no schema names nothing, so it is NOT_FOUND. */
export function parseParams(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new DomainError('NOT_FOUND', 'There is nothing at this address.');
}

/** The first thing that is wrong, in one sentence, with how many more there are. */
export function sentenceOfIssues(issues: readonly z.core.$ZodIssue[]): string {
  const [first] = issues;
  if (first === undefined) return 'This is not what is expected here.';
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${sentenceOfIssue(first)}${more}`;
}

function sentenceOfIssue(issue: z.core.$ZodIssue): string {
  const field = fieldOf(issue);
  const where = field === '' ? '' : `${field}: `;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${where}"${issue.keys.join('", "')}" is not known here.`;
    case 'invalid_union':
      return `${where}this fits none of the forms that are possible here.`;
    default:
      return `${where}${asSentence(issue.message)}`;
  }
}

function fieldOf(issue: z.core.$ZodIssue): string {
  return issue.path.map(String).join('.');
}

function asSentence(message: string): string {
  const plain = message.replace(/^Invalid input: /, '');
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}
