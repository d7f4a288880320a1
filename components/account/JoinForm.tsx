'use client';

import { signOut } from 'next-auth/react';
import { entrance as entranceWords } from '../messages/entrance';
import { Button } from '../ui/Button';
import { SubmitButton } from '../ui/SubmitButton';
import { FormProblem } from './FormProblem';
import type { FormAction } from './form-action';
import { useSentForm } from './use-sent-form';

/** Accepts an invitation as the person who is signed in. */
export function JoinForm({ action, token }: { readonly action: FormAction; readonly token: string }) {
  const [state, send] = useSentForm(action);
  const words = entranceWords.invitation;
  return (
    <form action={send} className="flex flex-col items-start gap-4">
      <FormProblem state={state} />
      <input type="hidden" name="token" value={token} />
      <SubmitButton size="lg" busyLabel={words.busy}>
        {words.submit}
      </SubmitButton>
    </form>
  );
}

/** Signs out and comes back to `path`. */
export function SignOutTo({ path }: { readonly path: string }) {
  return (
    <Button variant="primary" size="lg" onClick={() => signOut({ callbackUrl: path })}>
      {entranceWords.invitation.signOut}
    </Button>
  );
}
