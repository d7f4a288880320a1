'use client';

import type { FormState } from '@/lib/domain/form-state';
import { entrance as entranceWords } from '../messages/entrance';
import { enter, goTo } from './enter';
import type { FormAction } from './form-action';
import { useSentForm } from './use-sent-form';

/** A form whose action sets a password: when it has worked, signs in with that password and goes to the articles, or to the sign-in page where a code is wanted as well. */
export function useEntrance(
  action: FormAction<{ readonly email: string }>,
): readonly [FormState<{ readonly email: string }>, (form: FormData) => void] {
  async function submit(
    before: FormState<{ readonly email: string }>,
    form: FormData,
  ): Promise<FormState<{ readonly email: string }>> {
    const after = await action(before, form);
    if (after.status !== 'done') return after;
    const entry = await enter(after.result.email, String(form.get('password') ?? ''));
    switch (entry.status) {
      case 'in':
        goTo('/articles');
        return after;
      case 'code':
        goTo('/sign-in?after=reset');
        return after;
      case 'refused': {
        const message = `${entranceWords.signInAfter} ${entry.message}`;
        return { status: 'failed', message, fields: {}, values: {} };
      }
    }
  }

  return useSentForm(submit);
}
