'use client';

import { type SubmitEvent, startTransition, useActionState } from 'react';
import { type FormState, idleForm } from '@/lib/domain/form-state';
import { entrance as entranceWords } from '../messages/entrance';
import type { FormAction } from './form-action';

/**
 * A form that keeps what is in its fields, passwords too, when it comes back with a fault; `then` runs when it has worked.
 * Give `onSubmit` to the form, and `busy` to its button.
 */
export function useCheckedForm<Result>(action: FormAction<Result>, then: (result: Result) => void) {
  const [state, send, busy] = useActionState<FormState<Result>, FormData>(run, idleForm);

  async function run(before: FormState<Result>, form: FormData): Promise<FormState<Result>> {
    const after = await action(before, form).catch(() => unreachable);
    if (after.status === 'done') then(after.result);
    return after;
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!busy) startTransition(() => send(form));
  }

  return { state, busy, onSubmit };
}

// Every refusal comes back as a state: what is thrown means that the server was not reached.
const unreachable = {
  status: 'failed',
  message: entranceWords.unreachable,
  fields: {},
  values: {},
} as const;
