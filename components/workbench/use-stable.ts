'use client';

import { useMemo } from 'react';

/** The same object for as long as each of its values stays the same. It always has the same keys. */
export function useStable<T extends object>(value: T): T {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it depends on its values, not on the object around them
  return useMemo(() => value, Object.values(value));
}
