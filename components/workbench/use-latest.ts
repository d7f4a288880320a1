'use client';

import { useCallback, useEffect, useRef } from 'react';

/** A function that stays the same and does what the latest one given does: for parts that must not be drawn anew. */
export function useLatest<Args extends readonly unknown[], Result>(
  act: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
