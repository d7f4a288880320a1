'use client';

import { UserRound } from 'lucide-react';
import type { Annotation } from '@/lib/domain/annotation';
import { refusalOfAct } from '@/lib/domain/laws/check-laws';
import { messages } from '../../messages';
import { check } from '../../messages/check';
import { presence } from '../../messages/presence';
import { Button } from '../../ui/Button';
import { RelativeTime } from '../../ui/RelativeTime';
import { useCompanyOn } from '../presence/company-store';
import { useWorkbench } from '../workbench-context';
import type { CheckDoing } from './use-check';

const words = check.holder;

type HolderLineProps = { readonly annotation: Annotation; readonly doing: CheckDoing };

/** Who is on the claim now, and how it is let go of or taken over. Nothing while nobody is. */
export function HolderLine({ annotation, doing }: HolderLineProps) {
  const { actor, people } = useWorkbench();
  const company = useCompanyOn(annotation.id);
  const { holder } = annotation.check;
  if (holder === null) return null;
  const isMine = holder.byId === actor.userId;
  const name = people[holder.byId]?.name ?? messages.margin.card.unknownPerson;
  const act = isMine ? 'release' : 'begin';
  const isPossible = refusalOfAct(act, actor, annotation) === undefined;
  return (
    <p className="mt-0.5 flex min-h-7 items-center gap-1.5 text-xs text-ink-2">
      <UserRound aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="font-medium">{isMine ? words.you : words.other(name)}</span>
        {' · '}
        <span className="text-ink-3">
          {company.some(({ person }) => person.id === holder.byId) ? (
            <span className="font-medium text-sourced">{presence.atIt}</span>
          ) : (
            <RelativeTime at={holder.at} />
          )}
        </span>
      </span>
      {isPossible ? (
        <Button
          size="sm"
          variant="ghost"
          onClick={isMine ? doing.letGo : doing.take}
          aria-label={isMine ? undefined : words.takeOverFrom(name)}
          className="-me-2.5 text-xs!"
        >
          {isMine ? words.letGo : words.takeOver}
        </Button>
      ) : null}
    </p>
  );
}
