'use client';

import { PenLine, Users } from 'lucide-react';
import { useState } from 'react';
import type { Colleague } from '@/lib/workbench/company';
import { presence as words } from '../../messages/presence';
import { Avatar } from '../../ui/Avatar';
import { BottomSheet } from '../../ui/Sheet';
import { useFollowed } from './followed';

type CompanySheetProps = {
  readonly people: readonly Colleague[];
  readonly doing: (colleague: Colleague) => string;
};

/** On a small screen: how many others are here, and behind it who they are and what they do; pressing one follows them. */
export function CompanySheet({ people, doing }: CompanySheetProps) {
  const [isOpen, setOpen] = useState(false);
  const [followed, follow] = useFollowed();
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={words.show(people.length)}
        onClick={() => setOpen(true)}
        className="flex h-8 min-w-8 items-center justify-center gap-1 rounded-full border border-line-2 bg-sheet px-2 text-sm font-medium text-ink tabular-nums hover:bg-wash"
      >
        <Users aria-hidden className="size-3.5" />
        {people.length}
      </button>
      <BottomSheet open={isOpen} onOpenChange={setOpen} title={words.hereNow}>
        <ul className="-mx-2 grid gap-0.5">
          {people.map((colleague) => {
            const { person, ring, at } = colleague;
            const isFollowed = followed === person.id;
            return (
              <li key={person.id} className="flex min-h-12 items-center gap-3 px-2">
                <span className="relative flex">
                  <Avatar person={{ ...person, ring }} decorative />
                  {at.isWriting ? (
                    <PenLine
                      aria-hidden
                      className="absolute -end-1 -bottom-1 size-3.5 rounded-full bg-paper text-ink"
                    />
                  ) : null}
                </span>
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{person.name}</span>
                  <span className="line-clamp-2 text-sm text-ink-2">{doing(colleague)}</span>
                </span>
                <button
                  type="button"
                  aria-pressed={isFollowed}
                  aria-label={words.followOne(person.name)}
                  onClick={() => {
                    follow(isFollowed ? null : person.id);
                    setOpen(false);
                  }}
                  className="min-h-8.5 shrink-0 rounded-lg border border-line-2 bg-sheet px-3 text-sm font-medium hover:bg-wash aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
                >
                  {isFollowed ? words.followsNow : words.followNow}
                </button>
              </li>
            );
          })}
        </ul>
      </BottomSheet>
    </>
  );
}
