import type { Passage } from '@/lib/domain/article';
import { trimPassage } from '@/lib/domain/text/passage';
import { alignedTexts } from './aligned-texts';
import { changeOf, joined, withEdits, withMoves } from './changes-of-words';
import { type ComparedFormatting, compareFormatting } from './compare-formatting';
import { headlineChange, type ReturnedHeadline } from './compare-headline';
import type { OpenSuggestion, OutsideChange, ReturnedChange } from './returned-change';
import type { ReturnedPlace, ReturnedWord } from './returned-word';
import type { SentText } from './sent-text';
import type { SentWord } from './sent-word';
import { acceptedChange, isTaken, isWithin, openSuggestion } from './taken-wordings';

/** How the text of a file that came back differs from what went out, and where its places stand in that. */
export type ComparedTexts = {
  readonly changes: readonly ReturnedChange[];
  /** The headline above the text, where it reads otherwise. */
  readonly headline: ReturnedHeadline | null;
  readonly formatting: ComparedFormatting;
  readonly suggestions: readonly OpenSuggestion[];
  /** Changes of words that are no text of the article. */
  readonly outside: readonly OutsideChange[];
  /** The passage that a range of the file covers; undefined where none of its words went out. */
  readonly passageOf: (range: {
    readonly start: ReturnedPlace;
    readonly end: ReturnedPlace;
  }) => Passage | undefined;
  /** A passage of the canonical text as a range of the file could cover it. */
  readonly sentPassage: (passage: Passage) => Passage | undefined;
  /** The words of a range as they would stand with all changes of the writer. */
  readonly wordsOf: (range: { readonly start: ReturnedPlace; readonly end: ReturnedPlace }) => string;
};

/** Compares what came back with what went out. */
export function compareTexts(sent: SentWord, returned: ReturnedWord): ComparedTexts {
  const texts = alignedTexts(sent, returned);
  const { before, after, silent, toSent } = texts;
  const taken = sent.changes.filter((change) => isTaken(change, texts));
  const rest = silent.filter((one) => !taken.some((change) => isWithin(one, before.find(change))));
  const drafts = [
    ...taken.map((change) => acceptedChange(change, before)),
    ...joined(rest, after.edits).map((group) => changeOf(group, texts)),
  ];
  const placed = drafts.flatMap((draft) => (draft.kind === 'outside' ? [] : [draft]));
  const others = drafts.flatMap((draft) => (draft.kind === 'outside' ? [draft] : []));
  const { headline, outside } = headlineChange(sent, others);
  return {
    changes: withMoves(placed).toSorted((a, b) => (a.edits[0]?.start ?? 0) - (b.edits[0]?.start ?? 0)),
    headline,
    outside,
    formatting: compareFormatting(sent, texts),
    suggestions: sent.changes.filter((one) => !taken.includes(one)).map((one) => openSuggestion(one, texts)),
    passageOf: ({ start, end }) =>
      trimmed(before, {
        start: toSent(after.offsetOf(start), 'start'),
        end: toSent(after.offsetOf(end), 'end'),
      }),
    sentPassage: (passage) => trimmed(before, before.find(passage)),
    wordsOf: ({ start, end }) => withEdits(after, after.offsetOf(start), after.offsetOf(end)),
  };
}

function trimmed({ text, passageOf }: SentText, range: Passage): Passage | undefined {
  const passage = trimPassage(text, range);
  return passage === null ? undefined : passageOf(passage);
}
