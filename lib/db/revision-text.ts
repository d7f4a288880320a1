import 'server-only';
import type { Passage } from '@/lib/domain/article';
import type { Reader } from './client';
import { toSentences } from './rows';

/** What a decision needs of a revision. */
export type RevisionText = {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Passage[];
};

/** Kept in memory per process, counted in UTF-16 code units; the least recently used go first. */
const budget = 20_000_000;

/**
 * The text and sentences of a revision. A revision never changes, so the busy ones are kept in memory: a mark on a
 * long article must not read the whole text again. Ask only after the article was found visible.
 */
export async function getRevisionText(reader: Reader, id: string): Promise<RevisionText> {
  const kept = cache();
  const revision = kept.get(id)?.revision ?? (await load(reader, id));
  kept.delete(id);
  kept.set(id, { revision, usedAt: Date.now() });
  forgetOldest(kept);
  return revision;
}

/** Takes a revision's text out of this process's memory, for when the article is erased. */
export function forgetRevisionText(id: string): void {
  cache().delete(id);
}

/**
 * Forgets what nobody has asked for since a time; returns how many texts that were. The process that erases an article
 * forgets its text at once, the others by this: nobody asks for a deleted one.
 */
export function forgetTextsUnusedSince(time: Date): number {
  const kept = cache();
  const unused = [...kept].filter(([, { usedAt }]) => usedAt < time.getTime());
  for (const [id] of unused) kept.delete(id);
  return unused.length;
}

type Kept = { readonly revision: RevisionText; readonly usedAt: number };

async function load(reader: Reader, id: string): Promise<RevisionText> {
  const row = await reader.revision.findUniqueOrThrow({
    where: { id },
    select: { id: true, text: true, sentenceStarts: true, sentenceEnds: true },
  });
  return { id: row.id, text: row.text, sentences: toSentences(row) };
}

function cache(): Map<string, Kept> {
  const shared: typeof globalThis & { galleyRevisionTexts?: Map<string, Kept> } = globalThis;
  shared.galleyRevisionTexts ??= new Map();
  return shared.galleyRevisionTexts;
}

function forgetOldest(kept: Map<string, Kept>): void {
  let held = 0;
  for (const { revision } of kept.values()) held += revision.text.length;
  for (const [id, { revision }] of kept) {
    if (held <= budget || kept.size === 1) return;
    kept.delete(id);
    held -= revision.text.length;
  }
}
