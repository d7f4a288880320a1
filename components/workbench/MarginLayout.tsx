'use client';

import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { cardsAbove, cardsWithin, layOutCards, layoutHeight } from '@/lib/workbench/margin-layout';
import { messages } from '../messages';
import { PlacedCard } from './PlacedCard';
import { useVisibleWindow } from './use-visible-window';
import { useWorkbench } from './workbench-context';

type MarginLayoutProps = {
  readonly annotations: readonly Annotation[];
  /** Shown although the filters would hide it. */
  readonly extraId: string | null;
  /** Beside the lines of their marks; otherwise one below the other. */
  readonly isAligned: boolean;
  /** Pixels between the top edge that `topOf` counts from and this list. */
  readonly offset: number;
};

/** Until a card has been measured. */
const guess = { closed: 84, open: 240 };
const noHeights: Readonly<Record<keyof typeof guess, ReadonlyMap<string, number>>> = {
  closed: new Map(),
  open: new Map(),
};

/** The cards in text order. Only those on the screen, the open one and the focused one are rendered. */
export function MarginLayout({ annotations, extraId, isAligned, offset }: MarginLayoutProps) {
  const { activeId, topOf, setActive } = useWorkbench();
  const list = useRef<HTMLUListElement>(null);
  const visible = useVisibleWindow(list);
  // Open and closed apart: a card that closes out of sight is not measured again.
  const [heights, setHeights] = useState(noHeights);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const [wantedId, setWantedId] = useState<string | null>(null);

  // Lines are asked for once: heights come with every card that scrolls into sight.
  const wishes = useMemo(
    () =>
      annotations.map(({ id }) => {
        const line = isAligned ? topOf(id) : null;
        return { id, wish: line === null ? null : line - offset };
      }),
    [annotations, isAligned, topOf, offset],
  );
  const placed = useMemo(
    () =>
      layOutCards(
        wishes.map(({ id, wish }) => {
          const state = id === activeId ? 'open' : 'closed';
          return { id, wish, height: heights[state].get(id) ?? guess[state] };
        }),
        isAligned ? activeId : null,
      ),
    [wishes, isAligned, heights, activeId],
  );

  const onHeight = useCallback((id: string, isOpen: boolean, height: number): void => {
    const state = isOpen ? 'open' : 'closed';
    setHeights((now) =>
      now[state].get(id) === height ? now : { ...now, [state]: new Map(now[state]).set(id, height) },
    );
  }, []);

  // A card that the arrow keys ask for is rendered first and focused then.
  useEffect(() => {
    if (wantedId === null) return;
    list.current?.querySelector<HTMLElement>(`[data-annotation-card="${wantedId}"] button`)?.focus();
    setWantedId(null);
  }, [wantedId]);

  // A card that goes while it has the focus hands it to the one that takes its place.
  const before = useRef(annotations);
  useEffect(() => {
    const at = before.current.findIndex(({ id }) => id === focusedId);
    before.current = annotations;
    if (at < 0 || annotations.some(({ id }) => id === focusedId)) return;
    setFocusedId(null);
    const heir = annotations[Math.min(at, annotations.length - 1)];
    if (heir !== undefined && document.activeElement === document.body) setWantedId(heir.id);
  }, [annotations, focusedId]);

  function moveFocus(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !(event.target instanceof Element) || !event.target.matches('[data-card-toggle]'))
      return;
    const next = annotations[annotations.findIndex(({ id }) => id === focusedId) + step];
    event.preventDefault();
    event.nativeEvent.stopImmediatePropagation();
    if (next !== undefined) setWantedId(next.id);
  }

  const byId = useMemo(
    () => new Map(annotations.map((annotation, index) => [annotation.id, { annotation, index }])),
    [annotations],
  );
  const above = cardsAbove(placed);
  const isAbove = new Set(above.map(({ id }) => id));
  const near = cardsWithin(placed, visible).filter(({ id }) => !isAbove.has(id));
  const kept = [activeId, focusedId, wantedId].flatMap((id) => placed[byId.get(id ?? '')?.index ?? -1] ?? []);
  const rendered = [...new Set([...kept, ...near])].sort((one, other) => one.top - other.top);

  return (
    <div className="relative">
      <CardsAbove count={above.length} onPress={() => setActive(above.at(-1)?.id ?? null, 'key')} />
      <ul
        ref={list}
        // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list without bullets
        role="list"
        aria-label={messages.margin.list}
        onKeyDown={moveFocus}
        style={{ height: layoutHeight(placed) }}
        className="relative overflow-x-visible overflow-y-clip [overflow-clip-margin:8px]"
      >
        {rendered.map(({ id, top, height }) => {
          const found = byId.get(id);
          return found === undefined ? null : (
            <PlacedCard
              key={id}
              annotation={found.annotation}
              top={top}
              height={height}
              position={found.index + 1}
              total={annotations.length}
              isExtra={id === extraId}
              onHeight={onHeight}
              onFocus={() => {
                setFocusedId(id);
                // Above the top of the list it could not be seen.
                if (isAbove.has(id)) setActive(id, 'key');
              }}
              onBlur={() => setFocusedId(null)}
            />
          );
        })}
      </ul>
    </div>
  );
}

/** Where cards found no place below the top of the list: how many, and the way to the nearest of them. */
function CardsAbove({ count, onPress }: { readonly count: number; readonly onPress: () => void }) {
  if (count === 0) return null;
  return (
    <button
      type="button"
      onClick={onPress}
      className="absolute inset-x-0 top-0 z-1 h-7 rounded-md border border-line bg-paper text-sm text-ink-2 hover:text-ink"
    >
      <span aria-hidden>↑ </span>
      {messages.margin.above(count)}
    </button>
  );
}
