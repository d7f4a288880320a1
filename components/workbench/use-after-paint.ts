'use client';

import { useEffect, useRef, useState } from 'react';

/** How long a page that is not being painted (a hidden tab) waits for a frame. */
const patienceMs = 200;

/**
 * The value as it was when the last frame was made: what follows it is drawn one frame after what shows it at once,
 * so that a mark is on the screen before its card is laid out. The newest value always arrives.
 */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState(value);
  const newest = useRef(value);
  const cancel = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    newest.current = value;
    cancel.current ??= afterPaint(() => {
      cancel.current = undefined;
      setShown(() => newest.current);
    });
  }, [value]);
  useEffect(
    () => () => {
      cancel.current?.();
      cancel.current = undefined;
    },
    [],
  );
  return shown;
}

/** Calls back once the frame has been made that shows what is in the page now; returns what cancels it. */
function afterPaint(callback: () => void): () => void {
  const { port1, port2 } = new MessageChannel();
  let isOver = false;
  const once = (): void => {
    if (isOver) return;
    end();
    callback();
  };
  const frame = requestAnimationFrame(() => port2.postMessage(null));
  const timer = setTimeout(once, patienceMs);
  function end(): void {
    isOver = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    port1.close();
  }
  port1.onmessage = once;
  return end;
}
