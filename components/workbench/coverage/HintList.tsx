'use client';

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { moveAmongButtons } from './RepeatList';

type HintListProps = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly hint: string;
  /** What a screen reader calls the list. */
  readonly label: string;
  /** The items, each a `li`. */
  readonly children: ReactNode;
};

/** Hints about places of the text that want a look. Arrows move among their buttons. */
export function HintList({ icon: Icon, title, hint, label, children }: HintListProps) {
  return (
    <section className="mt-4">
      <h3 className="flex items-center gap-1.5 font-semibold">
        <Icon aria-hidden className="size-4 shrink-0" />
        {title}
      </h3>
      <p className="mb-1 text-xs text-ink-2">{hint}</p>
      <ul
        aria-label={label}
        onKeyDown={moveAmongButtons}
        className="rounded-lg border *:border-b *:px-2.5 *:py-1.5 *:last:border-0"
      >
        {children}
      </ul>
    </section>
  );
}
