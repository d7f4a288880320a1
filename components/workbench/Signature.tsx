'use client';

import { messages } from '../messages';
import { initialsOf } from '../ui/person';
import { RelativeTime } from '../ui/RelativeTime';
import { useWorkbench } from './workbench-context';

type SignatureProps = {
  readonly personId: string;
  readonly at: string;
  /** The whole name instead of initials. */
  readonly full?: boolean;
};

/** Who and how long ago: "MK · 12 min". */
export function Signature({ personId, at, full = false }: SignatureProps) {
  const { people } = useWorkbench();
  const name = people[personId]?.name ?? messages.margin.card.unknownPerson;
  return (
    <span className="min-w-0 truncate whitespace-nowrap">
      {full ? (
        <span className="font-medium text-ink-2">{name}</span>
      ) : (
        <>
          <span aria-hidden title={name}>
            {initialsOf(name)}
          </span>
          <span className="sr-only">{name}</span>
        </>
      )}
      {' · '}
      <RelativeTime at={at} />
    </span>
  );
}
