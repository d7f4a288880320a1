'use client';

import { Link2 } from 'lucide-react';
import type { FormAction } from '../account/form-action';
import { share as shareWords } from '../messages/share';
import { FreshDialogButton } from '../ui/FreshDialogButton';
import { ShareLinkForm } from './ShareLinkForm';

type ShareLinkButtonProps = { readonly articleId: string; readonly action: FormAction<string> };

/** Opens the form that makes a link. */
export function ShareLinkButton({ articleId, action }: ShareLinkButtonProps) {
  const words = shareWords.links;
  const label = (
    <>
      <Link2 aria-hidden className="size-4" />
      {words.make}
    </>
  );
  return (
    <FreshDialogButton label={label} title={words.makeTitle} className="mt-3">
      {({ close }) => <ShareLinkForm articleId={articleId} action={action} onDone={close} />}
    </FreshDialogButton>
  );
}
