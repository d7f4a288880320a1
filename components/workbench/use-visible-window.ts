'use client';

import { type RefObject, useEffect, useState } from 'react';

/** A stretch of a list in pixels from its top. */
export type VisibleWindow = { readonly from: number; readonly to: number };

const step = 240;
const overscan = 480;

/**
 * The part of a tall element that is on the screen or close to it, whichever ancestor scrolls. It moves in steps,
 * so that scrolling renders anew only every few lines.
 */
export function useVisibleWindow(element: RefObject<HTMLElement | null>): VisibleWindow {
  const [visible, setVisible] = useState<VisibleWindow>({ from: -overscan, to: 1_680 });

  useEffect(() => {
    let frame = 0;

    function measure(): void {
      frame = 0;
      if (element.current === null) return;
      const { top } = element.current.getBoundingClientRect();
      const from = Math.floor((-top - overscan) / step) * step;
      const to = Math.ceil((window.innerHeight - top + overscan) / step) * step;
      setVisible((now) => (now.from === from && now.to === to ? now : { from, to }));
    }

    function ask(): void {
      if (frame === 0) frame = requestAnimationFrame(measure);
    }

    ask();
    document.addEventListener('scroll', ask, { capture: true, passive: true });
    window.addEventListener('resize', ask);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('scroll', ask, { capture: true });
      window.removeEventListener('resize', ask);
    };
  }, [element]);

  return visible;
}
