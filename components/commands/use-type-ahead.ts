import { useCallback, useEffect, useEffectEvent, useRef } from 'react';

/** A dialog that has not come by then is waited for no longer: keys are commands again. */
const patienceMs = 5_000;

type TypeAhead = {
  /** A dialog with a field has been asked for: what is typed from now on is for it. */
  readonly begin: () => void;
  /** The field is there: gives what was typed for it. */
  readonly take: () => string;
};

/**
 * Keeps what is typed between the key that asks for a dialog and its coming: no letter of it is lost or taken for a
 * command of the page below. Escape leaves before it is there.
 */
export function useTypeAhead(onLeave: () => void): TypeAhead {
  const waiting = useRef<{ typed: string; readonly since: number } | null>(null);

  const hear = useEffectEvent((event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, isComposing, timeStamp } = event;
    const now = waiting.current;
    if (now === null || ctrlKey || metaKey || altKey || isComposing || key === 'Shift') return;
    if (timeStamp - now.since > patienceMs) {
      waiting.current = null;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape') {
      waiting.current = null;
      onLeave();
    } else if (key === 'Backspace') now.typed = now.typed.slice(0, -1);
    else if ([...key].length === 1) now.typed += key;
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => hear(event);
    document.addEventListener('keydown', listener, true);
    return () => document.removeEventListener('keydown', listener, true);
  }, []);

  return {
    begin: useCallback(() => {
      waiting.current = { typed: '', since: performance.now() };
    }, []),
    take: useCallback(() => {
      const typed = waiting.current?.typed ?? '';
      waiting.current = null;
      return typed;
    }, []),
  };
}
