'use client';

import { type PointerEvent, type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Kbd } from './Kbd';
import type { Side } from './place-popup';
import { showPopup } from './popup-element';

type TooltipProps = {
  readonly content: string;
  /** The keys that do the same: "Ctrl K". */
  readonly keys?: string | undefined;
  readonly side?: Side;
  /** One element. It must have its own accessible name. */
  readonly children: ReactElement;
};

/** A label that appears on hover and on keyboard focus; Escape hides it. It adds nothing that a touch user would miss. */
export function Tooltip({ content, keys, side = 'top', children }: TooltipProps) {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wrapper = useRef<HTMLSpanElement>(null);
  const popup = useRef<HTMLSpanElement>(null);

  useLayoutEffect(() => {
    const anchor = wrapper.current?.firstElementChild;
    if (open && popup.current !== null && anchor) showPopup(popup.current, anchor, side, 'center', 7);
  }, [open, side]);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!open) return;
    const hide = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    document.addEventListener('keydown', hide);
    return () => {
      document.removeEventListener('keydown', hide);
      lastShownAt = Date.now();
    };
  }, [open]);

  function later(next: boolean, delayMs: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), delayMs);
  }
  function enter(event: PointerEvent) {
    if (event.pointerType === 'touch') return;
    later(true, Date.now() - lastShownAt < 300 ? 0 : 400);
  }
  function hide() {
    clearTimeout(timer.current);
    setOpen(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to what happens on the control inside
    <span
      ref={wrapper}
      className="contents"
      onPointerEnter={enter}
      onPointerLeave={() => later(false, 80)}
      onPointerDown={hide}
      onFocus={(event) => {
        if (event.target.matches(':focus-visible')) setOpen(true);
      }}
      onBlur={hide}
    >
      {children}
      {open ? (
        <span
          ref={popup}
          role="tooltip"
          popover="manual"
          className="fixed inset-auto m-0 max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 font-sans text-xs font-medium whitespace-normal text-paper shadow-float transition-opacity open:flex starting:opacity-0 print:hidden forced-colors:border"
        >
          {content}
          {keys === undefined ? null : <Kbd keys={keys} onInk />}
        </span>
      ) : null}
    </span>
  );
}

let lastShownAt = 0;
