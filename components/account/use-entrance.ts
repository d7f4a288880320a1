'use client';

import { useActionState } from 'react';
import { type FormState, idleForm } from '@/lib/domain/form-state';
import { messages } from '../messages';
import { enter, goTo } from './enter';
import type { FormAction } from './form-action';

/** A form whose action sets a password: when it has worked, signs in with that password and goes to the articles. */
export function useEntrance(
  action: FormAction<{ readonly email: string }>,
): readonly [FormState<{ readonly email: string }>, (form: FormData) => void] {
  const [state, send] = useActionState(submit, idleForm);

  async function submit(
    before: FormState<{ readonly email: string }>,
    form: FormData,
  ): Promise<FormState<{ readonly email: string }>> {
    const after = await action(before, form);
    if (after.status !== 'done') return after;
    const problem = await enter(after.result.email, String(form.get('password') ?? ''));
    if (problem !== undefined) {
      return {
        status: 'failed',
        message: `${messages.entrance.signInAfter} ${problem}`,
        fields: {},
        values: {},
      };
    }
    goTo('/articles');
    return after;
  }

  return [state, send];
}
