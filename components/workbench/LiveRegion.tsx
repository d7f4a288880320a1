'use client';

import { useCallback, useState } from 'react';

type Spoken = { readonly text: string; readonly turn: number };

/** What a screen reader is told when it is free; `speak` says it even when it is the same as before. */
export function useSpeech(): { readonly spoken: Spoken; readonly speak: (text: string) => void } {
  const [spoken, setSpoken] = useState<Spoken>({ text: '', turn: 0 });
  const speak = useCallback((text: string) => setSpoken(({ turn }) => ({ text, turn: turn + 1 })), []);
  return { spoken, speak };
}

/** The one polite live region of the workbench. Two boxes in turn: a repeated sentence is new text in its box. */
export function LiveRegion({ spoken }: { readonly spoken: Spoken }) {
  return (
    <div aria-live="polite" aria-atomic="true" className="sr-only">
      <span>{spoken.turn % 2 === 0 ? spoken.text : ''}</span>
      <span>{spoken.turn % 2 === 1 ? spoken.text : ''}</span>
    </div>
  );
}
