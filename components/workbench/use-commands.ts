'use client';

import { useState } from 'react';
import { type Annotation, marks } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { Passage } from '@/lib/domain/article';
import { growPassage, refine } from '@/lib/domain/passage';
import { type AnnotationFilters, filterAnnotations } from '@/lib/workbench/filters';
import type { KeyCommandId } from '@/lib/workbench/key-commands';
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
import { spokenAnnotation, spokenCursor } from './spoken';
import type { KeyPlace } from './use-keys';
import type { Marking } from './use-marking';

const words = messages.workbench.done;

type CommandsOptions = {
  readonly pane: Pane | null;
  readonly state: ArticleState;
  readonly actorId: string;
  readonly annotations: readonly Annotation[];
  readonly filters: AnnotationFilters;
  readonly gaps: readonly Passage[];
  readonly activeId: string | null;
  readonly setActive: (id: string | null, how: 'pointer' | 'key' | 'link') => void;
  readonly requestNote: (annotationId: string) => void;
  readonly marking: Marking;
  /** There is a margin: a new mark's card opens beside it. Without one a card would cover the text. */
  readonly hasMargin: boolean;
  readonly speak: (text: string) => void;
  readonly showKeys: () => void;
};

export type Commands = {
  readonly selection: Passage | null;
  readonly cursor: SentenceCursor | null;
  readonly select: (passage: Passage | null) => void;
  /** Says where in the text the reader is, without showing the cursor. */
  readonly place: (offset: number | null) => void;
  /** Does what a key or a button asks; false when there is nothing to do it to. */
  readonly run: (command: KeyCommandId, place: KeyPlace, key?: string) => boolean;
};

/** What is selected, where the sentence cursor stands, and all that can be done with both. */
export function useCommands(options: CommandsOptions): Commands {
  const { pane, state, annotations, activeId, setActive, marking, speak } = options;
  const { text, sentences } = state.revision;
  const { language } = state.article;
  const [selection, setSelection] = useState<Passage | null>(null);
  const [cursor, setCursor] = useState<SentenceCursor | null>(null);
  /** Where in the text the reader last was. */
  const [place, setPlace] = useState<number | null>(null);
  const active = annotations.find(({ id }) => id === activeId);

  function whereReading(): number {
    if (place !== null) return place;
    return pane?.visible(headerHeightPx(), window.innerHeight).start ?? 0;
  }

  function moveCursor(next: SentenceCursor | null): boolean {
    if (next === null || pane === null) return false;
    pane.clearSelection();
    setSelection(null);
    setCursor(next);
    setPlace(next.passage.start);
    pane.focus();
    pane.reveal(next.passage, headerHeightPx());
    speak(spokenCursor(next, state, annotations));
    return true;
  }

  function goToGap(): boolean {
    const gap = nextGap(options.gaps, selection?.start ?? cursor?.passage.start ?? whereReading() - 1);
    if (gap === null) {
      speak(words.noGaps);
      return true;
    }
    return moveCursor(cursorOn(sentences, sentenceAt(sentences, gap.start)));
  }

  function goToAnnotation(step: 1 | -1): boolean {
    const shown = filterAnnotations(annotations, options.filters, options.actorId);
    const at = shown.findIndex(({ id }) => id === activeId);
    const from = cursor?.passage.start ?? whereReading();
    const after = shown.findIndex(({ anchor }) => anchor.state !== 'orphaned' && anchor.start >= from);
    const index = at >= 0 ? at + step : step === 1 ? after : (after === -1 ? shown.length : after) - 1;
    const next = shown[Math.min(Math.max(index, 0), shown.length - 1)];
    if (next === undefined) {
      speak(words.noAnnotations);
      return true;
    }
    setActive(next.id, 'key');
    speak(spokenAnnotation(next, state));
    return true;
  }

  function grow(): boolean {
    if (selection !== null) {
      pane?.select(growPassage(text, sentences, selection));
      return true;
    }
    return cursor !== null && fitTo(growPassage(text, sentences, cursor.passage));
  }

  /** Gives the cursor another passage around its sentence. */
  function fitTo(passage: Passage): boolean {
    // With words selected the browser's own Shift+arrows move the end of the selection.
    return cursor !== null && selection === null && moveCursor({ ...cursor, passage });
  }

  function letGo(): void {
    pane?.clearSelection();
    setSelection(null);
  }

  function mark(mark: Annotation['mark'], from: KeyPlace): string | null {
    const passage = selection ?? (from === 'card' ? null : (cursor?.passage ?? null));
    if (passage === null) {
      if (active !== undefined) marking.changeMark(active, mark);
      return active?.id ?? null;
    }
    const id = marking.mark(passage, mark);
    if (id === null) return null;
    setPlace(passage.start);
    if (selection !== null) letGo();
    pane?.focus();
    if (options.hasMargin) setActive(id, 'key');
    return id;
  }

  /** A note goes to the annotation that lies exactly here, else to the open one, else to a new claim. */
  function note(from: KeyPlace): boolean {
    const passage = selection ?? (from === 'card' ? null : (cursor?.passage ?? null));
    const here =
      passage === null || selection !== null
        ? undefined
        : annotations.find(({ anchor }) => anchor.start === passage.start && anchor.end === passage.end);
    const id = here?.id ?? (passage === null ? active?.id : mark('claim', from));
    if (id === undefined || id === null) return false;
    setActive(id, 'key');
    options.requestNote(id);
    return true;
  }

  function takePassage(): boolean {
    const passage = selection ?? cursor?.passage;
    if (active === undefined || passage === undefined) return false;
    if (marking.changePassage(active, passage)) letGo();
    return true;
  }

  function leave(): boolean {
    if (selection !== null) letGo();
    else if (activeId !== null) setActive(null, 'key');
    else if (cursor !== null) setCursor(null);
    else return false;
    pane?.focus();
    return true;
  }

  function remove(): boolean {
    if (active === undefined) return false;
    if (marking.remove(active)) setActive(null, 'key');
    pane?.focus();
    return true;
  }

  function run(command: KeyCommandId, from: KeyPlace, key = ''): boolean {
    const wanted = marks.find((candidate) => command === `mark.${candidate}`);
    if (wanted !== undefined) return from !== 'elsewhere' && mark(wanted, from) !== null;
    switch (command) {
      case 'note':
        return from !== 'elsewhere' && note(from);
      case 'sentence.next':
      case 'sentence.previous': {
        // Before anybody has touched the text, arrows scroll the page as everywhere.
        const isArrow = key.startsWith('Arrow');
        if (isArrow && cursor === null && !isFocused(pane)) return false;
        const step = command === 'sentence.next' ? 1 : -1;
        return moveCursor(stepCursor(sentences, cursor, step, selection?.start ?? whereReading()));
      }
      case 'gap.next':
        return goToGap();
      case 'passage.grow':
        return grow();
      case 'passage.endLater':
      case 'passage.endEarlier':
      case 'passage.startEarlier':
      case 'passage.startLater': {
        if (cursor === null) return false;
        const edge = command.startsWith('passage.end') ? 'end' : 'start';
        const direction = command.endsWith('Later') ? 1 : -1;
        return fitTo(refine(text, cursor.passage, edge, direction, language));
      }
      case 'annotation.next':
        return goToAnnotation(1);
      case 'annotation.previous':
        return goToAnnotation(-1);
      case 'annotation.usePassage':
        return takePassage();
      case 'annotation.delete':
        return from !== 'elsewhere' && remove();
      case 'undo':
        marking.undo();
        return true;
      case 'redo':
        marking.redo();
        return true;
      case 'leave':
        return leave();
      case 'keys':
        options.showKeys();
        return true;
      default:
        return false;
    }
  }

  return {
    selection,
    cursor,
    select(passage) {
      setSelection((before) => (isSame(before, passage) ? before : passage));
      if (passage !== null) {
        setCursor(null);
        setPlace(passage.start);
      }
    },
    place(offset) {
      setPlace(offset);
      setCursor(null);
    },
    run,
  };
}

const isFocused = (pane: Pane | null): boolean => pane?.element.contains(document.activeElement) ?? false;

const isSame = (a: Passage | null, b: Passage | null): boolean =>
  a === b || (a !== null && b !== null && a.start === b.start && a.end === b.end);
