'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { messages } from '../messages';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { BottomSheet, SideSheet } from '../ui/Sheet';
import { CardsOrNothing } from './CardsOrNothing';
import { Filters } from './Filters';
import { MarginTabs, TabbedCards } from './TabbedCards';
import { useIsPhone } from './use-is-phone';
import { useShownAnnotations } from './use-shown-annotations';
import { useWorkbench } from './workbench-context';

const words = messages.margin.sheet;

type AnnotationSheetProps = {
  readonly open: boolean;
  /** The list was asked for: a phone then shows all cards, otherwise the open one alone. */
  readonly isList: boolean;
  readonly onList: () => void;
  readonly onClose: () => void;
};

/** The cards where there is no margin: beside the text, or on a phone below it. The article stays usable. */
export function AnnotationSheet({ open, isList, onList, onClose }: AnnotationSheetProps) {
  const { activeId, annotations } = useWorkbench();
  const isPhone = useIsPhone();
  const Sheet = isPhone ? BottomSheet : SideSheet;
  return (
    <Sheet
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={words.title(annotations.length)}
      modal={false}
    >
      {isPhone && !isList && activeId !== null ? <OneCard id={activeId} onList={onList} /> : <AllCards />}
    </Sheet>
  );
}

function AllCards() {
  const { activeId } = useWorkbench();
  const { shown, extraId, hiddenCount } = useShownAnnotations();
  const box = useFirstFocus();

  useEffect(() => {
    if (activeId === null) return;
    const card = box.current?.querySelector(`[data-annotation-card="${activeId}"]`);
    card?.scrollIntoView({ block: 'nearest' });
  }, [activeId, box]);

  return (
    <div ref={box} tabIndex={-1} className="outline-none">
      <div className="pb-3">
        <MarginTabs />
        <Filters hiddenCount={hiddenCount} />
      </div>
      <TabbedCards>
        <CardsOrNothing shown={shown} extraId={extraId} isAligned={false} offset={0} />
      </TabbedCards>
    </div>
  );
}

function OneCard({ id, onList }: { readonly id: string; readonly onList: () => void }) {
  const { setActive } = useWorkbench();
  const { shown, extraId } = useShownAnnotations();
  const box = useFirstFocus();
  const at = shown.findIndex((annotation) => annotation.id === id);
  const one = shown.slice(at, at + 1);
  const step = (by: 1 | -1) => () => {
    const next = shown[(at + by + shown.length) % shown.length];
    if (next !== undefined) setActive(next.id, 'pointer');
  };
  return (
    // Half of the screen stays with the article.
    <div ref={box} tabIndex={-1} className="-mx-5 outline-none max-h-[46dvh] overflow-y-auto px-5">
      <div className="mb-2 flex items-center gap-1 text-sm text-ink-2">
        <IconButton label={words.previous} onClick={step(-1)} className="-ms-2">
          <ChevronLeft aria-hidden />
        </IconButton>
        <span className="tabular-nums">{words.place(at + 1, shown.length)}</span>
        <IconButton label={words.next} onClick={step(1)}>
          <ChevronRight aria-hidden />
        </IconButton>
        <span className="flex-1" />
        <Button size="sm" variant="ghost" onClick={onList} className="-me-2.5">
          {words.all}
        </Button>
      </div>
      <CardsOrNothing shown={one} extraId={extraId} isAligned={false} offset={0} />
    </div>
  );
}

/** The sheet opens with the focus on its content, not on the first of its buttons. React writes no `autofocus`. */
function useFirstFocus(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => box.current?.setAttribute('autofocus', ''), []);
  return box;
}
