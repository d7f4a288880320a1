'use client';

import { type FocusEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { classNames } from '../ui/class-names';
import { Card } from './Card';
import { useWorkbench } from './workbench-context';

type PlacedCardProps = {
  readonly annotation: Annotation;
  readonly top: number;
  /** What its place was reckoned with. */
  readonly height: number;
  /** Its place among all cards, rendered or not, from 1. */
  readonly position: number;
  readonly total: number;
  readonly isExtra: boolean;
  readonly onHeight: (id: string, isOpen: boolean, height: number) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
};

/** A card at its place. It tells its height, and glides once it has been seen. */
export function PlacedCard({
  annotation,
  top,
  height,
  position,
  total,
  isExtra,
  onHeight,
  onFocus,
  onBlur,
}: PlacedCardProps) {
  const { activeId, hoveredId, setHovered } = useWorkbench();
  const { id } = annotation;
  const isOpen = id === activeId;
  const item = useRef<HTMLLIElement>(null);
  const [isSettled, setSettled] = useState(false);

  // Read before the browser paints, so that a new card never shows at a guessed place.
  useLayoutEffect(() => {
    const now = item.current === null ? undefined : heightOf(item.current);
    // Told only when it differs: beside a measure that waits its turn, React would take each telling for a change.
    if (now !== undefined && now !== height) onHeight(id, isOpen, now);
  });

  useEffect(() => {
    const element = item.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => onHeight(id, isOpen, heightOf(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [id, isOpen, onHeight]);

  useEffect(() => {
    const frame = requestAnimationFrame(() => setSettled(true));
    return () => cancelAnimationFrame(frame);
  }, []);

  function blur(event: FocusEvent): void {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    onBlur();
    setHovered(null);
  }

  function focus(event: FocusEvent): void {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    onFocus();
    setHovered(id);
  }

  return (
    <li
      ref={item}
      data-annotation-card={id}
      aria-setsize={total}
      aria-posinset={position}
      onPointerEnter={({ pointerType }) => (pointerType === 'mouse' ? setHovered(id) : undefined)}
      onPointerLeave={({ pointerType }) => (pointerType === 'mouse' ? setHovered(null) : undefined)}
      onFocus={focus}
      onBlur={blur}
      style={{ transform: `translateY(${top}px)` }}
      className={classNames(
        'absolute inset-x-0 top-0 scroll-mt-28 scroll-mb-16',
        isSettled && 'transition-transform duration-150 ease-out motion-reduce:transition-none',
        isOpen && 'z-1',
      )}
    >
      <Card annotation={annotation} isOpen={isOpen} isHovered={id === hoveredId} isExtra={isExtra} />
    </li>
  );
}

/** Rounded up: the gap to the next card is never less than it is meant to be. */
const heightOf = (element: HTMLElement): number => Math.ceil(element.getBoundingClientRect().height);
