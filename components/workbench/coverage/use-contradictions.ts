'use client';

import { useEffect, useState } from 'react';
import type { Revision } from '@/lib/domain/article';
import { type Contradiction, findContradictions } from '@/lib/domain/facts/contradictions';
import { factsOf } from './use-facts';
import { whenIdle } from './when-idle';

/** By revision: a revision never changes. */
const found = new WeakMap<Revision, readonly Contradiction[]>();
const none: readonly Contradiction[] = [];

/** Figures of a revision that may contradict each other; none until the browser has had time to look. */
export function useContradictions(revision: Revision, language: string | null): readonly Contradiction[] {
  const [, setRead] = useState<Revision | null>(null);
  const known = found.get(revision);
  const isKnown = known !== undefined;
  useEffect(() => {
    if (isKnown) return;
    return whenIdle(() => {
      const { text, sentences } = revision;
      const read = { text, facts: factsOf(revision, language) };
      found.set(revision, findContradictions(read, sentences, language));
      setRead(revision);
    });
  }, [revision, language, isKnown]);
  return known ?? none;
}
