'use client';

import { useCallback, useState } from 'react';
import { messages } from '../messages';

type Spoken = {
  readonly text: string;
  readonly turn: number;
  /** Something was decided: how many sentences are left is said with it. */
  readonly isDecision: boolean;
};

type Speech = {
  readonly spoken: Spoken;
  readonly speak: (text: string) => void;
  readonly speakDecision: (text: string) => void;
};

/** What a screen reader is told when it is free; it is said even when it is the same as before. */
export function useSpeech(): Speech {
  const [spoken, setSpoken] = useState<Spoken>({ text: '', turn: 0, isDecision: false });
  const say = useCallback(
    (text: string, isDecision: boolean) => setSpoken(({ turn }) => ({ text, turn: turn + 1, isDecision })),
    [],
  );
  const speak = useCallback((text: string) => say(text, false), [say]);
  const speakDecision = useCallback((text: string) => say(text, true), [say]);
  return { spoken, speak, speakDecision };
}

type LiveRegionProps = {
  readonly spoken: Spoken;
  /** Sentences without a decision. */
  readonly left: number;
};

/** The one polite live region of the workbench. Two boxes in turn: a repeated sentence is new text in its box. */
export function LiveRegion({ spoken, left }: LiveRegionProps) {
  const { text, turn, isDecision } = spoken;
  const [said, setSaid] = useState({ turn, text });
  // What is left is said once with the decision; when a colleague decides the next one, nothing is said anew.
  if (said.turn !== turn)
    setSaid({ turn, text: isDecision ? `${text} ${messages.workbench.done.left(left)}` : text });
  return (
    <div aria-live="polite" aria-atomic="true" className="sr-only">
      <span>{said.turn % 2 === 0 ? said.text : ''}</span>
      <span>{said.turn % 2 === 1 ? said.text : ''}</span>
    </div>
  );
}
