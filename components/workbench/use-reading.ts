'use client';

import { useCallback, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { Passage } from '@/lib/domain/article';
import { growPassage, refine } from '@/lib/domain/text/passage';
import {
  cursorOn,
  nextGap,
  type SentenceCursor,
  sentenceAt,
  stepCursor,
} from '@/lib/workbench/sentence-cursor';
import { messages } from '../messages';
import { headerHeightPx } from './header-height';
import type { Pane } from './pane';
import { spokenCursor } from './spoken';

type ReadingOptions = {
  readonly pane: Pane | null;
  readonly state: ArticleState;
  readonly annotations: readonly Annotation[];
  readonly gaps: readonly Passage[];
  readonly speak: (text: string) => void;
};

/** Where somebody reads: the words that are selected, or the sentence cursor. Moves say whether they moved. */
export type Reading = {
  readonly selection: Passage | null;
  readonly cursor: SentenceCursor | null;
  /** The offset where the reader is, also without selection or cursor. */
  readonly place: () => number;
  /** Says where the reader is, without showing the cursor. */
  readonly setPlace: (offset: number | null) => void;
  /** Takes what the page's selection holds; always the same function. */
  readonly select: (passage: Passage | null) => void;
  /** Lets go of the selection. */
  readonly letGo: () => void;
  readonly hideCursor: () => void;
  readonly step: (step: 1 | -1) => boolean;
  readonly goToGap: () => boolean;
  /** Puts the cursor on any passage. `said`: what a screen reader hears instead of the words and their marks. */
  readonly goTo: (passage: Passage, said?: string) => boolean;
  /** What a search for the next thing starts behind. */
  readonly searchFrom: () => number;
  readonly grow: () => boolean;
  readonly refine: (edge: 'start' | 'end', direction: 1 | -1) => boolean;
};

export function useReading({ pane, state, annotations, gaps, speak }: ReadingOptions): Reading {
  const { text, sentences } = state.revision;
  const [selection, setSelection] = useState<Passage | null>(null);
  const [cursor, setCursor] = useState<SentenceCursor | null>(null);
  const [place, setPlace] = useState<number | null>(null);

  /** The place last touched, else the first line in sight. */
  function whereReading(): number {
    if (place !== null) return place;
    return pane?.visible(headerHeightPx(), window.innerHeight).start ?? 0;
  }

  function letGo(): void {
    pane?.clearSelection();
    setSelection(null);
  }

  const searchFrom = (): number => selection?.start ?? cursor?.passage.start ?? whereReading() - 1;

  function moveCursor(next: SentenceCursor | null, said?: string): boolean {
    if (next === null || pane === null) return false;
    letGo();
    setCursor(next);
    setPlace(next.passage.start);
    pane.focus();
    pane.reveal(next.passage, headerHeightPx());
    speak(said ?? spokenCursor(next, state, annotations));
    return true;
  }

  const select = useCallback((passage: Passage | null): void => {
    setSelection((before) => (isSame(before, passage) ? before : passage));
    if (passage === null) return;
    setCursor(null);
    setPlace(passage.start);
  }, []);

  return {
    selection,
    cursor,
    place: () => cursor?.passage.start ?? whereReading(),
    setPlace(offset) {
      setPlace(offset);
      setCursor(null);
    },
    select,
    letGo,
    hideCursor: () => setCursor(null),
    step: (step) => moveCursor(stepCursor(sentences, cursor, step, selection?.start ?? whereReading())),
    goToGap() {
      const gap = nextGap(gaps, searchFrom());
      if (gap !== null) return moveCursor(cursorOn(sentences, sentenceAt(sentences, gap.start)));
      speak(messages.workbench.done.noGaps);
      return true;
    },
    goTo: ({ start, end }, said) =>
      moveCursor({ index: sentenceAt(sentences, start), passage: { start, end } }, said),
    searchFrom,
    grow() {
      if (selection === null) {
        return (
          cursor !== null && moveCursor({ ...cursor, passage: growPassage(text, sentences, cursor.passage) })
        );
      }
      const grown = growPassage(text, sentences, selection);
      pane?.select(grown);
      // The browser tells of its selection later than the same key can be pressed again.
      select(grown);
      return true;
    },
    refine(edge, direction) {
      // With words selected the browser's own Shift+arrows move the end of the selection.
      if (cursor === null || selection !== null) return false;
      const passage = refine(text, cursor.passage, edge, direction, state.article.language);
      return moveCursor({ ...cursor, passage });
    },
  };
}

const isSame = (a: Passage | null, b: Passage | null): boolean =>
  a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);
