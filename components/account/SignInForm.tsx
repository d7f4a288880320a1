'use client';

import { useActionState } from 'react';
import { type FormState, idleForm } from '@/lib/domain/form-state';
import { messages } from '../messages';
import { PasswordField } from '../ui/PasswordField';
import { SubmitButton } from '../ui/SubmitButton';
import { TextField } from '../ui/TextField';
import { enter, goTo } from './enter';
import { FormProblem } from './FormProblem';
import { typedIn } from './form-action';

/** E-mail address and password; leads to `to` when they are right. */
export function SignInForm({ to }: { readonly to: string }) {
  const [state, send] = useActionState(submit, idleForm);
  const words = messages.entrance;

  async function submit(_: FormState, form: FormData): Promise<FormState> {
    const email = String(form.get('email') ?? '');
    const message = await enter(email, String(form.get('password') ?? ''));
    if (message !== undefined) return { status: 'failed', message, fields: {}, values: { email } };
    goTo(to);
    return { status: 'done', result: undefined };
  }

  return (
    <form action={send} className="flex flex-col gap-4">
      <FormProblem state={state} />
      <TextField
        label={words.email}
        id="email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={typedIn(state, 'email')}
      />
      <PasswordField
        label={words.password}
        id="password"
        name="password"
        autoComplete="current-password"
        required
      />
      <SubmitButton size="lg" busyLabel={words.signIn.busy}>
        {words.signIn.submit}
      </SubmitButton>
    </form>
  );
}
