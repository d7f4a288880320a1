import 'server-only';
import { randomUUID } from 'node:crypto';
import { unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { ensureStorable } from '@/lib/db/storable';
import type { FormState } from '@/lib/domain/form-state';
import { refusalOf } from './error-answer';
import { log } from './log';
import { ensureOwnOrigin } from './origin';
import { visitorOrigin } from './visitor';

/**
 * A server action for a plain form: reads the fields with `schema`, runs `handle` and turns refusals into words
 * beside the fields, keeping what was typed. Forms of other sites’ pages are refused.
 */
export function formAction<S extends z.ZodType, Result>(
  schema: S,
  handle: (values: z.output<S>) => Promise<Result>,
): (state: FormState<Result>, form: FormData) => Promise<FormState<Result>> {
  return async (_, form) => {
    const given = textFields(form);
    const parsed = schema.safeParse(given);
    if (!parsed.success) return failed(given, fieldFaults(parsed.error.issues));
    try {
      ensureOwnOrigin(await visitorOrigin());
      ensureStorable(parsed.data);
      return { status: 'done', result: await handle(parsed.data) };
    } catch (error) {
      unstable_rethrow(error);
      return refused(given, error);
    }
  };
}

function textFields(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !name.startsWith('$ACTION')) fields[name] = value;
  }
  return fields;
}

function fieldFaults(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const issue of issues) faults[String(issue.path[0] ?? '')] ??= issue.message;
  return faults;
}

function refused<Result>(given: Record<string, string>, error: unknown): FormState<Result> {
  const refusal = refusalOf(error);
  if (refusal !== undefined) {
    const field = refusal.details?.field;
    if (typeof field === 'string' && field in given) return failed(given, { [field]: refusal.message });
    return failed(given, {}, refusal.message);
  }
  const id = randomUUID();
  log.error('A form failed', { id, error });
  return failed(given, {}, `Something went wrong, and nothing was changed. Number of the fault: ${id}`);
}

function failed<Result>(
  given: Record<string, string>,
  fields: Record<string, string>,
  message?: string,
): FormState<Result> {
  const { '': whole, ...named } = fields;
  const values = Object.fromEntries(Object.entries(given).filter(([name]) => !/password|token/i.test(name)));
  const sentence = message ?? whole;
  return {
    status: 'failed',
    fields: named,
    values,
    ...(sentence === undefined ? {} : { message: sentence }),
  };
}
