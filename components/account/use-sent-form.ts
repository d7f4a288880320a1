'use client';

import { unstable_rethrow } from 'next/navigation';
import { useActionState } from 'react';
import { type FormState, idleForm } from '@/lib/domain/form-state';
import { entrance as entranceWords } from '../messages/entrance';
import type { FormAction } from './form-action';

/** A form's action that keeps what was typed, and says so in words, when the server cannot be reached at all. */
export function useSentForm<Result>(
  action: FormAction<Result>,
): readonly [FormState<Result>, (form: FormData) => void] {
  const [state, send] = useActionState<FormState<Result>, FormData>(keptIfUnreached(action), idleForm);
  return [state, send];
}

/** The action, with a state for what it throws: every refusal is one already, so nobody answered. */
export function keptIfUnreached<Result>(action: FormAction<Result>): FormAction<Result> {
  return async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      unstable_rethrow(error); // the way to another page
      const values = Object.fromEntries(
        [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
      return { status: 'failed', message: entranceWords.unreachable, fields: {}, values };
    }
  };
}
