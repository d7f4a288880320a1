'use client';

import { keysOf } from '@/lib/workbench/key-commands';
import { messages } from '../messages';
import { Kbd } from '../ui/Kbd';
import { isMac } from './is-mac';

type HeldNewsProps = {
  /** How many annotations colleagues have changed that the margin does not show yet. */
  readonly count: number;
  /** New text that waits to be shown: number of its revision. */
  readonly revision: number | undefined;
  readonly singleKeys: boolean;
  readonly onApply: () => void;
};

const words = messages.workbench.live;

/** What colleagues did meanwhile, for when the reader wants it: nothing moves before that. */
export function HeldNews({ count, revision, singleKeys, onApply }: HeldNewsProps) {
  return (
    <output aria-live="polite" className="fixed end-5 bottom-3.5 z-10 max-phone:bottom-5 print:hidden">
      {count === 0 && revision === undefined ? null : (
        <button
          type="button"
          onClick={onApply}
          className="flex min-h-8 items-center gap-2 rounded-full bg-ink px-3.5 text-sm font-medium text-paper shadow-lift focus-visible:outline-offset-2"
        >
          {revision === undefined ? words.held(count) : words.newText(revision)}
          {singleKeys ? (
            <span aria-hidden>
              <Kbd keys={keysOf('others.apply', isMac())} onInk />
            </span>
          ) : null}
        </button>
      )}
    </output>
  );
}
