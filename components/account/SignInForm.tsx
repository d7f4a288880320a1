'use client';

import { useActionState, useState } from 'react';
import { type FormState, idleForm } from '@/lib/domain/form-state';
import { entrance as entranceWords } from '../messages/entrance';
import { PasswordField } from '../ui/PasswordField';
import { SubmitButton } from '../ui/SubmitButton';
import { TextField } from '../ui/TextField';
import { enter, goTo } from './enter';
import { FormProblem } from './FormProblem';
import { typedIn } from './form-action';
import { SignInCodeForm } from './SignInCodeForm';

/** The form of the sign-in page; leads to `to` once one is in. */
export function SignInForm({ to }: { readonly to: string }) {
  return <EntryForm onIn={() => goTo(to)} />;
}

/** E-mail address and password, then a code where a second factor is set up. */
export function EntryForm({ onIn }: { readonly onIn: () => void }) {
  const [proven, setProven] = useState<{ readonly email: string; readonly password: string }>();
  const [state, send] = useActionState(submit, idleForm);
  const words = entranceWords;

  async function submit(_: FormState, form: FormData): Promise<FormState> {
    const email = String(form.get('email') ?? '');
    const password = String(form.get('password') ?? '');
    const entry = await enter(email, password);
    const values = { email };
    switch (entry.status) {
      case 'in':
        onIn();
        return { status: 'done', result: undefined };
      case 'code':
        setProven({ email, password });
        return { status: 'failed', fields: {}, values };
      case 'refused':
        return { status: 'failed', message: entry.message, fields: {}, values };
    }
  }

  if (proven !== undefined) {
    return <SignInCodeForm {...proven} onIn={onIn} onBack={() => setProven(undefined)} />;
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
