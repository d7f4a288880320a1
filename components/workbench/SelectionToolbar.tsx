'use client';

import { MoveHorizontal, NotebookPen, Repeat2 } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Mark, marks } from '@/lib/domain/annotation';
import type { Passage } from '@/lib/domain/article';
import { type KeyCommandId, keysOf } from '@/lib/workbench/key-commands';
import { messages } from '../messages';
import { classNames } from '../ui/class-names';
import { Kbd } from '../ui/Kbd';
import { Tooltip } from '../ui/Tooltip';
import { headerHeightPx } from './header-height';
import { isMac } from './is-mac';
import type { Pane } from './pane';
import { placeToolbar, type ToolbarPlace } from './toolbar-place';

type SelectionToolbarProps = {
  readonly pane: Pane;
  /** What its buttons mark. */
  readonly passage: Passage;
  /** Offers to give the open annotation this passage. */
  readonly canUsePassage: boolean;
  /** Offers to say that the passage says the open claim again. */
  readonly canRepeat: boolean;
  /** Letters act: they stand on the buttons. */
  readonly singleKeys: boolean;
  readonly onCommand: (command: KeyCommandId) => void;
};

const words = messages.workbench.toolbar;

/**
 * The marks for what is selected: above the selection, on a phone along the lower edge of the screen.
 * It never takes the focus by itself and a press on it never lets go of the selection.
 */
export function SelectionToolbar({
  pane,
  passage,
  canUsePassage,
  canRepeat,
  singleKeys,
  onCommand,
}: SelectionToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const place = usePlace(pane, passage, bar);

  /** Arrow keys go from button to button, as in every toolbar. */
  function walk(event: React.KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (step === undefined || at < 0) return;
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={words.label}
      data-place={place?.side}
      style={place === null ? undefined : { left: place.left, top: place.top }}
      onKeyDown={walk}
      // A press would otherwise move the focus and drop the selection.
      onMouseDown={(event) => event.preventDefault()}
      className={classNames(
        'z-30 flex gap-0.5 bg-ink p-1 text-paper shadow-lift print:hidden forced-colors:border',
        'phone:absolute phone:w-max phone:max-w-[calc(100vw-1.5rem)] phone:rounded-xl',
        'max-phone:fixed max-phone:inset-x-0 max-phone:top-auto! max-phone:bottom-0 max-phone:left-0! max-phone:overflow-x-auto max-phone:rounded-t-2xl max-phone:px-2 max-phone:pt-2 max-phone:pb-[max(0.75rem,env(safe-area-inset-bottom))]',
        place === null && 'phone:invisible',
      )}
    >
      {marks.map((mark) => (
        <ToolButton
          key={mark}
          command={`mark.${mark}`}
          name={messages.words.marks[mark]}
          icon={
            <span
              aria-hidden
              className={classNames('size-2 shrink-0 rounded-full forced-colors:hidden', dots[mark])}
            />
          }
          singleKeys={singleKeys}
          onCommand={onCommand}
        />
      ))}
      <ToolButton
        command="note"
        name={words.note}
        icon={<NotebookPen aria-hidden />}
        singleKeys={singleKeys}
        onCommand={onCommand}
      />
      {canUsePassage ? (
        <ToolButton
          command="annotation.usePassage"
          name={words.usePassage}
          icon={<MoveHorizontal aria-hidden />}
          singleKeys={singleKeys}
          onCommand={onCommand}
        />
      ) : null}
      {canRepeat ? (
        <ToolButton
          command="annotation.repeat"
          name={words.repeat}
          icon={<Repeat2 aria-hidden />}
          singleKeys={singleKeys}
          onCommand={onCommand}
        />
      ) : null}
    </div>
  );
}

type ToolButtonProps = {
  readonly command: KeyCommandId;
  readonly name: string;
  readonly icon: ReactNode;
  readonly singleKeys: boolean;
  readonly onCommand: (command: KeyCommandId) => void;
};

function ToolButton({ command, name, icon, singleKeys, onCommand }: ToolButtonProps) {
  const acts = singleKeys || command === 'note';
  const keys = acts ? keysOf(command, isMac()) : undefined;
  return (
    <Tooltip content={messages.workbench.keys.names[command]} keys={keys}>
      <button
        type="button"
        onClick={() => onCommand(command)}
        className="flex min-h-8 items-center gap-1.5 rounded-md px-2.25 [&_svg]:size-3.5 text-sm font-medium whitespace-nowrap hover:bg-paper/16 focus-visible:outline-paper max-phone:min-h-11 max-phone:flex-1 max-phone:flex-col max-phone:justify-end max-phone:gap-1 max-phone:px-1.25 max-phone:pb-1 max-phone:text-xs"
      >
        {icon}
        {name}
        {keys === undefined ? null : (
          <span aria-hidden className="max-phone:hidden">
            <Kbd keys={keys} onInk />
          </span>
        )}
      </button>
    </Tooltip>
  );
}

/** On ink the colours of the other theme are the legible ones. */
const dots: Record<Mark, string> = {
  claim: 'bg-[light-dark(#f0b35c,#a34a06)]',
  opinion: 'bg-[light-dark(#cda4ef,#7a3ea8)]',
  sourced_fact: 'bg-[light-dark(#79d3a5,#1b7350)]',
  no_fact: 'bg-[light-dark(#a39c90,#6b655b)]',
};

/** Measures after each change of what is marked and while the page scrolls; the place is that of the page. */
function usePlace(
  pane: Pane,
  passage: Passage,
  bar: React.RefObject<HTMLElement | null>,
): ToolbarPlace | null {
  const [place, setPlace] = useState<ToolbarPlace | null>(null);
  const measure = useCallback((): void => {
    const element = bar.current;
    const frame = element?.offsetParent?.getBoundingClientRect();
    if (!element || frame === undefined) return;
    const found = placeToolbar({
      selection: pane.boxOf(passage),
      width: element.offsetWidth,
      height: element.offsetHeight,
      bounds: {
        top: headerHeightPx() + 4,
        bottom: window.innerHeight - 8,
        left: Math.max(8, frame.left),
        right: document.documentElement.clientWidth - 8,
      },
    });
    const next = found && { ...found, left: found.left - frame.left, top: found.top - frame.top };
    setPlace((now) => (isSame(now, next) ? now : next));
  }, [pane, passage, bar]);
  useLayoutEffect(measure, [measure]);
  useEffect(() => {
    let frame = 0;
    const measureSoon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    window.addEventListener('resize', measureSoon);
    window.addEventListener('scroll', measureSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', measureSoon);
      window.removeEventListener('scroll', measureSoon);
    };
  }, [measure]);
  return place;
}

/** Scrolling moves the bar with the text: only another side, or an edge of the screen, is another place. */
function isSame(one: ToolbarPlace | null, other: ToolbarPlace | null): boolean {
  if (one === null || other === null) return one === other;
  return one.side === other.side && Math.hypot(one.left - other.left, one.top - other.top) < 0.5;
}
