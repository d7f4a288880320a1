'use client';

import { Kbd } from '../ui/Kbd';
import { useSingleKeys } from '../workbench/use-single-keys';

/** The keys of a page of the desk, at its foot; left out where there is hardly a keyboard and when they are switched off. */
export function DeskHints({ hints }: { readonly hints: readonly (readonly [keys: string, does: string])[] }) {
  const [singleKeys] = useSingleKeys();
  if (!singleKeys) return null;
  return (
    <footer className="pointer-events-none fixed inset-x-0 bottom-3.5 z-10 flex justify-center max-lg:hidden print:hidden">
      <p className="flex items-center gap-3.5 rounded-full border border-line-2 bg-sheet px-3.5 py-1.5 text-xs text-ink-2 shadow-float">
        {hints.map(([keys, does]) => (
          <span key={keys} className="inline-flex items-center gap-1.5">
            <Kbd keys={keys} />
            {does}
          </span>
        ))}
      </p>
    </footer>
  );
}
