'use client';

import type { Passage, Revision } from '@/lib/domain/article';
import { findRepeats, type Repeat } from '@/lib/domain/repeats';
import { useFacts } from './use-facts';

/** Repeats by revision: a revision never changes. */
const found = new WeakMap<Revision, readonly Repeat[]>();

/** What a revision says again; null until the browser has had a moment to look. */
export function useRepeats(revision: Revision, language: string | null): readonly Repeat[] | null {
  const facts = useFacts(revision, language);
  if (facts === null) return null;
  const known = found.get(revision) ?? findRepeats({ text: revision.text, facts }, language);
  found.set(revision, known);
  return known;
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
