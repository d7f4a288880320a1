import type { FormState } from '@/lib/domain/form-state';

/** A server action behind a form. */
export type FormAction<Result = undefined> = (
  state: FormState<Result>,
  form: FormData,
) => Promise<FormState<Result>>;

/** The fault of a field, if it has one. */
export function faultOf(state: FormState<unknown>, field: string): string | undefined {
  return state.status === 'failed' ? state.fields[field] : undefined;
}

/** What was typed into a field before the form came back. */
export function typedIn(state: FormState<unknown>, field: string): string | undefined {
  return state.status === 'failed' ? state.values[field] : undefined;
}

/** The form that a few values make, to send them without a form on the page. */
export function formOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

/** What went wrong, in one sentence; undefined when nothing did. */
export function problemOf(state: FormState<unknown>): string | undefined {
  if (state.status !== 'failed') return undefined;
  return state.message ?? Object.values(state.fields)[0];
}
