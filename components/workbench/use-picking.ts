'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleState } from '@/lib/domain/apply';
import type { Passage } from '@/lib/domain/article';
import type { KeyCommandId } from '@/lib/workbench/key-commands';
import { refusalOfPart } from '@/lib/workbench/split-claim';
import { messages } from '../messages';
import type { RunCommand } from './run-command';
import type { Marking } from './use-marking';
import type { Reading } from './use-reading';

/** Words are being chosen for an annotation: its new passage, or its parts one after the other. */
export type Picking = {
  readonly kind: 'passage' | 'split';
  readonly annotationId: string;
  readonly parts: readonly Passage[];
};

type PickingOptions = {
  readonly state: ArticleState;
  /** The annotation whose card is open. */
  readonly active: Annotation | undefined;
  readonly reading: Reading;
  readonly marking: Marking;
  readonly speak: (text: string) => void;
};

export type PickingControls = {
  /** What is being chosen and for whom; null when nothing is, also when a colleague has deleted it. */
  readonly picking: (Picking & { readonly annotation: Annotation }) | null;
  /** The words that Enter would take. */
  readonly passage: Passage | null;
  readonly begin: (kind: Picking['kind'], annotation: Annotation) => void;
  readonly take: () => void;
  readonly removePart: (part: Passage) => void;
  readonly finish: () => void;
  readonly leave: () => void;
  /** Gives Enter and Escape their meaning while words are chosen, and keeps other marks from being made by the way. */
  readonly guard: (run: RunCommand) => RunCommand;
};

const words = messages.compound.pick;

export function usePicking({ state, active, reading, marking, speak }: PickingOptions): PickingControls {
  const [wanted, setPicking] = useState<Picking | null>(null);
  const annotation = wanted === null ? undefined : state.annotations[wanted.annotationId];
  const picking = wanted === null || annotation === undefined ? null : { ...wanted, annotation };
  const here = reading.selection ?? reading.cursor?.passage ?? null;
  const passage = picking === null ? null : here;

  function end(): void {
    setPicking(null);
    reading.letGo();
    reading.hideCursor();
  }

  function begin(kind: Picking['kind'], { id, anchor }: Annotation): void {
    setPicking({ kind, annotationId: id, parts: [] });
    // A lost passage is no place to start from.
    if (anchor.state !== 'orphaned') reading.goTo({ start: anchor.start, end: anchor.end });
    speak(words[kind].begun);
  }

  function take(): void {
    if (picking === null) return;
    if (passage === null) speak(words.nothing);
    else if (picking.kind === 'split') addPart(picking, passage);
    else if (marking.changePassage(picking.annotation, passage)) end();
  }

  function addPart({ annotation, parts }: NonNullable<PickingControls['picking']>, part: Passage): void {
    const refusal = refusalOfPart(annotation.anchor, parts, part);
    if (refusal !== undefined) {
      speak(words.split[refusal]);
      return;
    }
    setPicking({ kind: 'split', annotationId: annotation.id, parts: [...parts, part] });
    reading.letGo();
    speak(words.split.added(parts.length + 1, state.revision.text.slice(part.start, part.end)));
  }

  function finish(): void {
    if (picking === null) return;
    if (picking.parts.length < 2) speak(words.split.needed);
    else if (marking.split(picking.annotation, picking.parts)) end();
  }

  function leave(): void {
    end();
    speak(words.left);
  }

  return {
    picking,
    passage,
    begin,
    take,
    finish,
    leave,
    removePart(part) {
      if (picking === null) return;
      setPicking({ ...picking, parts: picking.parts.filter((other) => other !== part) });
      speak(words.split.removed);
    },
    guard: (run) => (command, from, key) => {
      // What is signed off is not changed by one key: the bar says what it would do.
      if (picking === null && command === 'annotation.usePassage' && here !== null && isSignedOff(active)) {
        setPicking({ kind: 'passage', annotationId: active.id, parts: [] });
        speak(words.stale);
        return true;
      }
      if (picking === null || free.has(command)) return run(command, from, key);
      if (command === 'leave') leave();
      else if (from === 'elsewhere') return false;
      else if (command === 'note' || command === 'annotation.usePassage') take();
      else speak(words.onlyPick);
      return true;
    },
  };
}

const isSignedOff = (annotation: Annotation | undefined): annotation is Annotation =>
  annotation?.check.status === 'signed_off';

/**
 * `begin` as a function that stays the same, for the margin. `close` is given where the cards lie over the text: the
 * text must be seen to choose in it.
 */
export function useBeginPick(
  begin: PickingControls['begin'],
  close: ((id: null, how: 'pointer') => void) | undefined,
): PickingControls['begin'] {
  const latest = useRef({ begin, close });
  useEffect(() => {
    latest.current = { begin, close };
  });
  return useCallback((kind, annotation) => {
    const { close } = latest.current;
    const start = (): void => latest.current.begin(kind, annotation);
    if (close === undefined) return start();
    close(null, 'pointer');
    // The sheet gives the focus back as it goes; only then the text can have it.
    requestAnimationFrame(() => requestAnimationFrame(start));
  }, []);
}

/** What helps to choose words, or has nothing to do with them. */
const free: ReadonlySet<KeyCommandId> = new Set<KeyCommandId>([
  'sentence.next',
  'sentence.previous',
  'passage.grow',
  'passage.endLater',
  'passage.endEarlier',
  'passage.startEarlier',
  'passage.startLater',
  'palette',
  'keys',
]);
