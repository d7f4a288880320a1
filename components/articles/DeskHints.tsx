'use client';

import type { CommandId } from '@/lib/workbench/command-table';
import { keysOfCommand } from '../commands/command-words';
import { messages } from '../messages';
import { Kbd } from '../ui/Kbd';
import { useSingleKeys } from '../workbench/use-single-keys';

type DeskHintsProps = {
  /** Which commands, and what they do in a word. */
  readonly hints: readonly (readonly [commands: readonly CommandId[], does: string])[];
};

/** The keys of a page of the desk, at its foot; left out where there is hardly a keyboard and when they are switched off. */
export function DeskHints({ hints }: DeskHintsProps) {
  const [singleKeys] = useSingleKeys();
  if (!singleKeys) return null;
  const words = messages.workbench.hints;
  return (
    <footer className="pointer-events-none fixed inset-x-0 bottom-3.5 z-10 flex justify-center max-lg:hidden print:hidden">
      <p className="flex items-center gap-3.5 rounded-full border border-line-2 bg-sheet px-3.5 py-1.5 text-xs text-ink-2 shadow-float">
        {[...hints, [['palette'], words.commands] as const, [['keys'], words.keys] as const].map(
          ([commands, does]) => (
            <span key={does} className="inline-flex items-center gap-1.5">
              {commands.map((command) => (
                <Kbd key={command} keys={keysOfCommand(command)} />
              ))}
              {does}
            </span>
          ),
        )}
      </p>
    </footer>
  );
}
