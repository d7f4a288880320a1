'use client';

import type { FormState } from '@/lib/domain/form-state';
import { entrance as entranceWords } from '../messages/entrance';
import { Button } from '../ui/Button';
import { CodeField } from './CodeField';
import { enter } from './enter';
import { FormProblem } from './FormProblem';
import { useCheckedForm } from './use-checked-form';

type SignInCodeFormProps = {
  readonly email: string;
  readonly password: string;
  readonly onIn: () => void;
  readonly onBack: () => void;
};

/** The second step of signing in: a code of the second factor, beside the password that was right. */
export function SignInCodeForm({ email, password, onIn, onBack }: SignInCodeFormProps) {
  const { state, busy, onSubmit } = useCheckedForm<undefined>(submit, onIn);
  const words = entranceWords.signIn;

  async function submit(_: FormState, form: FormData): Promise<FormState> {
    const entry = await enter(email, password, String(form.get('code') ?? ''));
    switch (entry.status) {
      case 'in':
        return { status: 'done', result: undefined };
      case 'code':
        return { status: 'failed', fields: { code: words.codeWrong }, values: {} };
      case 'refused':
        return { status: 'failed', message: entry.message, fields: {}, values: {} };
    }
  }

  return (
    <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
      <FormProblem state={state} />
      <p role="status" className="text-ink-2">
        {words.next}
      </p>
      <CodeField takesFocus state={state} />
      <Button type="submit" variant="primary" size="lg" busy={busy || state.status === 'done'}>
        {busy ? words.busy : words.submit}
      </Button>
      <Button variant="ghost" onClick={onBack}>
        {words.back}
      </Button>
    </form>
  );
}
