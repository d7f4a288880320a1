'use client';

import { UsersRound } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { lazy, Suspense, useState } from 'react';
import type { Actor } from '@/lib/domain/actor';
import { can } from '@/lib/domain/policy';
import type { Person } from '@/lib/domain/team';
import { handOut as handOutWords } from '../messages/hand-out';
import { Button } from '../ui/Button';
import { handOutParam } from './hand-out-address';

const HandOutDialog = lazy(() =>
  import('./HandOutDialog').then((module) => ({ default: module.HandOutDialog })),
);

type HandOutButtonProps = {
  readonly actor: Actor;
  readonly articleId: string;
  readonly people: readonly Person[];
};

/** Opens the splitting of an article's open claims among people; for whoever may. The workbench's link opens it at once. */
export function HandOutButton({ actor, articleId, people }: HandOutButtonProps) {
  const isAsked = useSearchParams().has(handOutParam);
  const [isOpen, setOpen] = useState(isAsked);
  if (!can(actor, 'claims.hand_out').allowed) return null;
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)} className="mb-px min-h-8.5">
        <UsersRound aria-hidden className="size-4" />
        {handOutWords.open}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <HandOutDialog articleId={articleId} people={people} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
