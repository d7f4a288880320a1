'use client';

import { type CSSProperties, lazy, type ReactNode, Suspense } from 'react';
import { hasTabs } from '@/lib/workbench/filters';
import { panelId, tabOf } from './margin-tabs';
import { useWorkbench } from './workbench-context';

const OrphanTabs = lazy(async () => ({ default: (await import('./drift/OrphanTabs')).OrphanTabs }));
const OrphanNote = lazy(async () => ({ default: (await import('./drift/OrphanTabs')).OrphanNote }));

/** The way from what stands in the text to what is orphaned, where anything is. */
export function MarginTabs() {
  const { annotations, filters } = useWorkbench();
  if (!hasTabs(annotations, filters)) return null;
  return (
    <Suspense fallback={<div className="mb-2 h-8 border-b" />}>
      <OrphanTabs />
    </Suspense>
  );
}

type TabbedCardsProps = {
  /** Pixels below the header of the page that are taken while the text scrolls; absent where nothing scrolls beside it. */
  readonly below?: number;
  readonly children: ReactNode;
};

/** The cards of the chosen tab. Orphaned ones have no line in the text: beside it they stay in sight and scroll by themselves. */
export function TabbedCards({ below, children }: TabbedCardsProps) {
  const { annotations, filters } = useWorkbench();
  const isPanel = hasTabs(annotations, filters);
  const isBesideText = filters.orphaned && below !== undefined;
  return (
    // The same element with and without tabs: what somebody types in a card stays under their hands.
    <div
      {...(isPanel && {
        role: 'tabpanel',
        id: panelId,
        'aria-labelledby': `${panelId}-${tabOf(filters)}`,
      })}
      className={isBesideText ? 'sticky -mx-2 overflow-y-auto overscroll-contain px-2 pb-4' : undefined}
      style={isBesideText ? besideText(below) : undefined}
    >
      {filters.orphaned ? (
        <Suspense>
          <OrphanNote />
        </Suspense>
      ) : null}
      {children}
    </div>
  );
}

function besideText(below: number): CSSProperties {
  const header = 'var(--workbench-header, 3.375rem)';
  return { top: `calc(${header} + ${below}px)`, maxHeight: `calc(100dvh - ${header} - ${below}px)` };
}
