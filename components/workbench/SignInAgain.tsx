'use client';

import { useEffect, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { EntryForm } from '../account/SignInForm';
import { device } from '../messages/device';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';

type SignInAgainProps = {
  readonly actor: Actor;
  /** The person has asked for it. */
  readonly isAsked: boolean;
  readonly onIn: () => void;
  readonly onClose: () => void;
};

const words = device.signIn;

/**
 * Signing in again where one is: the page and all that is typed in it stay. It opens by itself, but never under the
 * hands of somebody who types.
 */
export function SignInAgain({ actor, isAsked, onIn, onClose }: SignInAgainProps) {
  const isTyping = useIsTyping();
  const [isLater, setLater] = useState(false);
  const [isOther, setOther] = useState(false);
  const [isOpen, setOpen] = useState(false);
  if (!isOpen && (isAsked || !(isLater || isTyping))) setOpen(true);

  async function enter(): Promise<void> {
    const isSame = await isSignedIn(actor.userId);
    setOther(!isSame);
    if (!isSame) return;
    onClose();
    onIn();
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={() => {
        setLater(true);
        setOpen(false);
        onClose();
      }}
      size="sm"
      title={words.title}
      description={words.lead(actor.name)}
    >
      {isOther ? (
        <Notice tone="danger" role="alert" className="mb-3">
          {words.other(actor.name)}
        </Notice>
      ) : null}
      <EntryForm onIn={() => void enter()} />
    </Dialog>
  );
}

/** Whether it is this person who is signed in now. A request that fails says nothing: going on will show. */
async function isSignedIn(userId: string): Promise<boolean> {
  try {
    const answer = await fetch('/api/device-key', { headers: { 'x-galley-person': userId } });
    return answer.status !== 401;
  } catch {
    return true;
  }
}

function useIsTyping(): boolean {
  const [isTyping, setTyping] = useState(isInText);
  useEffect(() => {
    const look = (): void => setTyping(isInText());
    const looking = new AbortController();
    document.addEventListener('focusin', look, { signal: looking.signal });
    document.addEventListener('focusout', look, { signal: looking.signal });
    return () => looking.abort();
  }, []);
  return isTyping;
}

function isInText(): boolean {
  const { activeElement } = document;
  const isField = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
  return isField || (activeElement instanceof HTMLElement && activeElement.isContentEditable);
}
