'use client';

import { KeyRound } from 'lucide-react';
import { account as accountWords } from '../messages/account';
import { FreshDialogButton } from '../ui/FreshDialogButton';
import type { FormAction } from './form-action';
import { TokenForm } from './TokenForm';

/** Opens the form that makes an access token. */
export function TokenButton({ action }: { readonly action: FormAction<string> }) {
  const words = accountWords.tokens.make;
  const label = (
    <>
      <KeyRound aria-hidden className="size-4" />
      {words.open}
    </>
  );
  return (
    <FreshDialogButton label={label} title={words.title} className="mt-3">
      {({ close }) => <TokenForm action={action} onDone={close} />}
    </FreshDialogButton>
  );
}
