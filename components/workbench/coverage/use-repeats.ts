'use client';

import { useEffect, useState } from 'react';
import type { Passage, Revision } from '@/lib/domain/article';
import { findRepeats, type Repeat } from '@/lib/domain/facts/repeats';
import { factsOf } from './use-facts';
import { whenIdle } from './when-idle';

/** Repeats by revision: a revision never changes. */
const found = new WeakMap<Revision, readonly Repeat[]>();

/** What a revision says again; null until the browser has had time to look: nobody waits for it. */
export function useRepeats(revision: Revision, language: string | null): readonly Repeat[] | null {
  const [, setRead] = useState<Revision | null>(null);
  const known = found.get(revision);
  const isKnown = known !== undefined;
  useEffect(() => {
    if (isKnown) return;
    return whenIdle(() => {
      const { text } = revision;
      found.set(revision, findRepeats({ text, facts: factsOf(revision, language) }, language));
      setRead(revision);
    });
  }, [revision, language, isKnown]);
  return known ?? null;
}

/** A place with some words around it, so that two places with the same words can be told apart. */
export function excerptOf(text: string, { start, end }: Passage): string {
  const before = text.slice(Math.max(0, start - around), start).replace(/^.*\n/su, '');
  const after = text.slice(end, end + around).replace(/\n.*$/su, '');
  const isCutBefore = start - before.length > 0 && text[start - before.length - 1] !== '\n';
  const isCutAfter = end + after.length < text.length && text[end + after.length] !== '\n';
  const head = isCutBefore ? `…${before.replace(/^\S*\s/u, '')}` : before;
  const tail = isCutAfter ? `${after.replace(/\s\S*$/u, '')}…` : after;
  return `${head}${text.slice(start, end)}${tail}`;
}

const around = 24;
