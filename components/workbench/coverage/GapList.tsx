'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import type { Passage } from '@/lib/domain/article';
import { keysOfCommand } from '../../commands/command-words';
import { coverage as words } from '../../messages/coverage';
import { Button } from '../../ui/Button';
import { Kbd } from '../../ui/Kbd';
import { moveFocus } from '../../ui/roving-focus';

type GapListProps = {
  readonly gaps: readonly Passage[];
  readonly text: string;
  readonly onGo: (passage: Passage) => void;
};

/** As many sentences as anybody reads at once; a book may have thousands. */
const pageSize = 60;

/** The sentences that nobody has decided, in order. Arrows move, Enter or a click goes there. */
export function GapList({ gaps, text, onGo }: GapListProps) {
  const list = useRef<HTMLOListElement>(null);
  const [shown, setShown] = useState(pageSize);

  function press(event: KeyboardEvent): void {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    if (moveFocus(event.key, items, 'vertical') !== undefined) event.preventDefault();
  }

  return (
    <section className="mt-4">
      <h3 className="mb-1 flex items-center justify-between gap-2 font-semibold">
        {words.gaps(gaps.length)}
        {gaps.length === 0 ? null : <Kbd keys={keysOfCommand('gap.next')} />}
      </h3>
      {gaps.length === 0 ? null : (
        <ol
          ref={list}
          aria-label={words.gapList}
          onKeyDown={press}
          className="max-h-56 overflow-y-auto rounded-lg border"
        >
          {gaps.slice(0, shown).map((gap) => (
            <li key={gap.start} className="border-b last:border-0">
              <button
                type="button"
                onClick={() => onGo(gap)}
                className="w-full px-2.5 py-1.5 text-start font-serif text-[0.9375rem] leading-snug hover:bg-wash focus-visible:-outline-offset-2"
              >
                <bdi className="line-clamp-2">
                  {text.slice(gap.start, Math.min(gap.end, gap.start + 300))}
                </bdi>
              </button>
            </li>
          ))}
        </ol>
      )}
      {gaps.length > shown ? (
        <Button size="sm" variant="ghost" className="mt-1" onClick={() => setShown(shown + 4 * pageSize)}>
          {words.moreGaps(Math.min(4 * pageSize, gaps.length - shown))}
        </Button>
      ) : null}
    </section>
  );
}
