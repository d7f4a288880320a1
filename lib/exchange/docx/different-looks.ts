import { isSafeHref } from '@/lib/domain/article-doc';
import { type FormattingChange, formattingMarks, type PlacedRun } from '@/lib/domain/text/formatting-of';
import type { AlignedTexts } from './aligned-texts';
import type { ReturnedFormatting } from './compare-formatting';
import type { PlacedLook } from './edit-reader';
import type { SentWord } from './sent-word';

/** Words that look otherwise than they went out, in order, as many as Word keeps apart. */
export function differentLooks(
  { formatting: { runs } }: SentWord,
  texts: AlignedTexts,
): readonly (ReturnedFormatting & { readonly hasWords: boolean })[] {
  const found: (ReturnedFormatting & { readonly hasWords: boolean })[] = [];
  let index = 0;
  for (const { look, hasWords } of keptLooks(texts)) {
    for (const { start, end } of texts.before.piecesOf(look)) {
      while ((runs[index]?.end ?? end) <= start) index += 1;
      for (let at = index; (runs[at]?.start ?? end) < end; at += 1) {
        const run = runs[at];
        if (run === undefined) break;
        const place = { start: Math.max(start, run.start), end: Math.min(end, run.end) };
        for (const change of differences(run, look)) found.push({ ...place, ...change, hasWords });
      }
    }
  }
  return found;
}

/** The looks of the words that are in both texts, by their places in what went out. */
function* keptLooks({ after, silent }: AlignedTexts): Generator<{ look: PlacedLook; hasWords: boolean }> {
  let [index, moved] = [0, 0];
  for (const look of after.looks) {
    let at = look.start;
    while (at < look.end) {
      const next = silent[index];
      const to = Math.min(look.end, next?.newStart ?? look.end);
      if (at < to) {
        yield {
          look: { ...look, start: at + moved, end: to + moved },
          hasWords: /\S/.test(after.text.slice(at, to)),
        };
        at = to;
      }
      if (next === undefined || at < next.newStart) continue;
      // What differs here is not compared.
      const behind = Math.min(look.end, next.newEnd);
      at = Math.max(at, behind);
      if (at < next.newEnd) break;
      moved = next.end - next.newEnd;
      index += 1;
    }
  }
}

type Difference = Omit<ReturnedFormatting, 'start' | 'end'>;

function differences(run: PlacedRun, { look, by }: PlacedLook): readonly Difference[] {
  const changes: Difference[] = [];
  const told = (change: FormattingChange, was: FormattingChange, isTracked: boolean): void => {
    const who = by ?? (isTracked ? look.former : null);
    changes.push({
      change,
      was,
      kind: who === null ? 'untracked' : 'tracked',
      authors: who === null ? [] : [who.author],
      at: who?.at ?? null,
    });
  };
  const isLinked = run.href !== null || look.href !== null;
  for (const mark of formattingMarks) {
    const was = run.marks.includes(mark);
    // Word underlines links by itself.
    if (was === look.marks.includes(mark) || (mark === 'underline' && isLinked)) continue;
    told(
      { type: 'mark', mark, isOn: !was },
      { type: 'mark', mark, isOn: was },
      look.former?.marks.includes(mark) === was,
    );
  }
  const isKnown = look.href === null || isSafeHref(look.href);
  if (isKnown && !isSameAddress(run.href, look.href))
    told({ type: 'link', href: look.href }, { type: 'link', href: run.href }, false);
  return changes;
}

/** Programs write addresses in their own way: with a slash at the end, with other letters as codes. */
function isSameAddress(a: string | null, b: string | null): boolean {
  const plain = (href: string): string => (URL.canParse(href) ? new URL(href).href : href);
  return a === b || (a !== null && b !== null && plain(a) === plain(b));
}
