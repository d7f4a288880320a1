'use client';

import { useEffect, useRef, useState } from 'react';
import { messages } from '../messages';
import { CardsOrNothing } from './CardsOrNothing';
import { Filters } from './Filters';
import { MarginTabs, TabbedCards } from './TabbedCards';
import { useShownAnnotations } from './use-shown-annotations';
import { useWorkbench } from './workbench-context';

/**
 * The margin of the article: filters, and the cards beside the lines of their marks. Its top edge must be that of the
 * row which `topOf` counts from. `--workbench-header` is the height of what sticks above it.
 */
export function Margin() {
  const { filters } = useWorkbench();
  const { shown, extraId, hiddenCount } = useShownAnnotations();
  const head = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);

  useEffect(() => {
    const element = head.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setOffset(element.offsetHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <aside aria-label={messages.margin.label} className="relative col-start-4 max-wide:hidden print:hidden">
      <div
        ref={head}
        className="sticky top-(--workbench-header,3.375rem) z-2 -mx-1 bg-paper px-1 pt-1 pb-2.5"
      >
        <MarginTabs />
        <Filters hiddenCount={hiddenCount} />
      </div>
      <TabbedCards below={offset}>
        <CardsOrNothing shown={shown} extraId={extraId} isAligned={!filters.orphaned} offset={offset} />
      </TabbedCards>
    </aside>
  );
}
