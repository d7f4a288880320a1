'use client';

import { Check, History } from 'lucide-react';
import type { Actor } from '@/lib/domain/actor';
import type { ArticleSignOff } from '@/lib/domain/article-sign-off-schema';
import { changesSince } from '@/lib/domain/laws/article-sign-off';
import { can, reasonOf } from '@/lib/domain/policy';
import { useOffers } from '../../commands/commands-context';
import { messages } from '../../messages';
import { Button } from '../../ui/Button';

type SignOffButtonProps = {
  readonly actor: Actor;
  readonly signOff: ArticleSignOff | null;
  /** Number of the latest event. */
  readonly seq: number;
  readonly onPress: () => void;
};

/** The way to an article's sign-off: for who may give it, and for everybody once it is given. */
export function SignOffButton({ actor, signOff, seq, onPress }: SignOffButtonProps) {
  const words = messages.workbench.signOff;
  const reason = signOff === null ? reasonOf(can(actor, 'article.sign_off')) : undefined;
  if (signOff === null)
    return (
      <Button reason={reason} onClick={onPress}>
        {words.button}
      </Button>
    );
  const changes = changesSince(signOff, seq);
  const state = changes === 0 ? words.holds : words.since(changes);
  return (
    <Button
      aria-label={words.showState(state)}
      onClick={onPress}
      className={changes === 0 ? 'text-ok!' : 'text-warn!'}
    >
      {changes === 0 ? <Check aria-hidden className="size-4" /> : <History aria-hidden className="size-4" />}
      {state}
    </Button>
  );
}

/** Offers the sign-off to the command palette, where the rules allow it. */
export function useSignOffOffer(actor: Actor, onPress: () => void): void {
  useOffers({
    offers: () =>
      can(actor, 'article.sign_off').allowed
        ? [{ id: 'article sign off', name: messages.workbench.signOff.offer, act: onPress }]
        : [],
  });
}
