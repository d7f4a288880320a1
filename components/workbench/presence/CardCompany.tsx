'use client';

import { PenLine } from 'lucide-react';
import type { Colleague } from '@/lib/workbench/company';
import { presence as words } from '../../messages/presence';
import { Avatar } from '../../ui/Avatar';

type CardCompanyProps = {
  readonly people: readonly Colleague[];
  /** Whether the mark is one that is checked: then it is a claim that they are on. */
  readonly isClaim: boolean;
};

/** Who else has this card open, and who writes there. It takes no height: nothing moves when somebody comes or goes. */
export function CardCompany({ people, isClaim }: CardCompanyProps) {
  return (
    <span className="flex h-6 items-center ps-1.5">
      {people.slice(0, 3).map(({ person, ring, at }) => {
        const label = at.isWriting
          ? words.writing(person.name)
          : (isClaim ? words.onClaim : words.onMark)(person.name);
        return (
          <span
            key={person.id}
            role="img"
            aria-label={label}
            title={label}
            className="relative -ms-1.5 flex rounded-full bg-sheet"
          >
            <Avatar person={{ ...person, ring }} size="sm" decorative />
            {at.isWriting ? (
              <PenLine
                aria-hidden
                className="absolute -end-1 -bottom-0.5 size-3 rounded-full bg-sheet text-ink"
              />
            ) : null}
          </span>
        );
      })}
    </span>
  );
}
