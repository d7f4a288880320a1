import type { FormattingChange, FormattingEdit } from '@/lib/domain/text/formatting-of';
import type { AlignedTexts } from './aligned-texts';
import { differentKinds } from './different-kinds';
import { differentLooks } from './different-looks';
import { lastWhere } from './last-where';
import type { SentWord } from './sent-word';

/** A change of looks in a file that came back; its places count in the canonical text that went out. */
export type ReturnedFormatting = FormattingEdit & {
  /** What would take it back. */
  readonly was: FormattingChange;
  readonly kind: 'tracked' | 'untracked';
  readonly authors: readonly string[];
  readonly at: string | null;
};

/** `unclear`: the paragraph was parted or joined as well, so that it is not one paragraph any more. */
export type ComparedFormatting = {
  readonly changes: readonly ReturnedFormatting[];
  readonly unclear: readonly ReturnedFormatting[];
};

/** How the looks of what came back differ from what went out, as far as an article knows them. */
export function compareFormatting(sent: SentWord, texts: AlignedTexts): ComparedFormatting {
  const { changes, unclear } = differentKinds(sent, texts);
  const looks = joined(differentLooks(sent, texts), sent);
  return { changes: [...changes, ...looks].toSorted((a, b) => a.start - b.start || b.end - a.end), unclear };
}

/** One change of one paragraph, where Word keeps it in pieces; spaces alone have no looks. */
function joined(
  looks: readonly (ReturnedFormatting & { readonly hasWords: boolean })[],
  { formatting: { kinds } }: SentWord,
): readonly ReturnedFormatting[] {
  const open = new Map<string, ReturnedFormatting & { readonly hasWords: boolean }>();
  const all: (ReturnedFormatting & { readonly hasWords: boolean })[] = [];
  const blockAt = (offset: number): number => lastWhere(kinds, ({ start }) => start <= offset);
  for (const look of looks) {
    const key = JSON.stringify([look.change, look.kind, look.authors]);
    const last = open.get(key);
    // A broken line between two pieces has no looks of its own.
    const isNext =
      last !== undefined && look.start - last.end <= 1 && blockAt(look.start) === blockAt(last.start);
    const next = isNext
      ? { ...last, end: look.end, at: look.at ?? last.at, hasWords: last.hasWords || look.hasWords }
      : look;
    open.set(key, next);
    if (isNext) all[all.indexOf(last)] = next;
    else all.push(next);
  }
  return all.flatMap(({ hasWords, ...look }) => (hasWords ? [look] : []));
}
