'use client';

import { Plus } from 'lucide-react';
import type { FormAction } from '../account/form-action';
import { webhooks as words } from '../messages/webhooks';
import { FreshDialogButton } from '../ui/FreshDialogButton';
import { WebhookForm } from './WebhookForm';

/** Opens the form that adds an address. */
export function WebhookButton({ action }: { readonly action: FormAction<string> }) {
  const label = (
    <>
      <Plus aria-hidden className="size-4" />
      {words.make}
    </>
  );
  return (
    <FreshDialogButton label={label} title={words.makeTitle} className="mt-3">
      {({ close }) => <WebhookForm action={action} onDone={close} />}
    </FreshDialogButton>
  );
}
