'use client';

import { type KeyCommandId, keysOf } from '@/lib/workbench/key-commands';
import { messages } from '../messages';
import { Kbd } from '../ui/Kbd';
import { isMac } from './is-mac';

type HintBarProps = {
  readonly canMark: boolean;
  readonly singleKeys: boolean;
  readonly onShowKeys: () => void;
};

const words = messages.workbench.hints;

/** The keys one needs most, at the foot of the screen; a press shows all of them. */
export function HintBar({ canMark, singleKeys, onShowKeys }: HintBarProps) {
  return (
    <aside
      aria-label={words.label}
      className="pointer-events-none fixed inset-x-0 bottom-3.5 z-10 flex justify-center ps-14 max-phone:hidden wide:pe-104 print:hidden"
    >
      <button
        type="button"
        onClick={onShowKeys}
        className="pointer-events-auto flex min-h-8 items-center gap-3 rounded-full border border-line-2 bg-sheet px-3.5 text-[0.78125rem] text-ink-2 shadow-float hover:text-ink"
      >
        {singleKeys ? (
          <>
            <Hint commands={['sentence.next', 'sentence.previous']}>{words.sentence}</Hint>
            {canMark ? (
              <Hint commands={['mark.claim', 'mark.opinion', 'mark.sourced_fact', 'mark.no_fact']}>
                {words.mark}
              </Hint>
            ) : null}
            <Hint commands={['gap.next']}>{words.gap}</Hint>
          </>
        ) : null}
        <Hint commands={['palette']}>{words.commands}</Hint>
        <Hint commands={['keys']}>{words.keys}</Hint>
      </button>
    </aside>
  );
}

function Hint({
  commands,
  children,
}: {
  readonly commands: readonly KeyCommandId[];
  readonly children: string;
}) {
  return (
    <span className="flex items-center gap-1">
      {commands.map((command) => (
        <Kbd key={command} keys={keysOf(command, isMac())} />
      ))}
      <span>{children}</span>
    </span>
  );
}
