'use client';

import { useEffect, useRef } from 'react';
import { useSingleKeys } from '../workbench/use-single-keys';

/** What a key does; `Enter`, letters in lower case, `Shift+ArrowDown`. Returning false leaves the key to the browser. */
export type DeskKeys = Readonly<Record<string, (() => boolean | undefined) | undefined>>;

/**
 * Single keys of a page of the desk. They act on the whole page unless switched off, never while somebody types, never with
 * Ctrl, Alt or Cmd, never inside a menu or dialog, and Enter never takes a focused button or link its own act,
 * but from a button with `data-page-enter`.
 */
export function useDeskKeys(keys: DeskKeys): void {
  const [singleKeys] = useSingleKeys();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return;
      const { target } = event;
      if (target instanceof Element && target.closest(typing) !== null) return;
      if (event.key.length === 1 && !singleKeys) return;
      const key = nameOf(event);
      if (key === 'Enter' && target instanceof Element && target.closest(pressable) !== null) return;
      const act = latest.current[key];
      if (act !== undefined && act() !== false) event.preventDefault();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [singleKeys]);
}

function nameOf({ key, shiftKey }: KeyboardEvent): string {
  if (key.length === 1) return key.toLowerCase();
  return shiftKey ? `Shift+${key}` : key;
}

const typing =
  'input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable=true], [role=menu], [role=dialog], dialog';
const pressable = 'a, button:not([data-page-enter]), summary, [role=tab]';
