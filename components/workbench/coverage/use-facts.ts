'use client';

import { useEffect, useState } from 'react';
import type { Revision } from '@/lib/domain/article';
import { type Fact, findFacts } from '@/lib/domain/facts/facts';

/** Facts by revision: a revision never changes, so they are looked up once. */
const found = new WeakMap<Revision, readonly Fact[]>();

/** The facts of a revision, looked up at the first call. Not for a path on which somebody waits for a mark. */
export function factsOf(revision: Revision, language: string | null): readonly Fact[] {
  const known = found.get(revision) ?? findFacts(revision.text, revision.sentences, language);
  found.set(revision, known);
  return known;
}

/** The same for something on the screen: null until the browser has had a moment to look them up. */
export function useFacts(revision: Revision, language: string | null): readonly Fact[] | null {
  const [facts, setFacts] = useState(() => found.get(revision) ?? null);
  useEffect(() => {
    // After the panel has been painted: on a book this takes a few tenths of a second.
    const timer = setTimeout(() => setFacts(factsOf(revision, language)), 30);
    return () => clearTimeout(timer);
  }, [revision, language]);
  return facts;
}
