'use client';

import { useState } from 'react';
import type { WritingDirection } from '@/lib/domain/direction';
import { revisions } from '../messages/revisions';
import { CompareWords } from './CompareWords';
import type { CompareViewName } from './compare-query';
import type { CompareRow } from './compare-rows';

type CompareFoldProps = {
  readonly rows: readonly CompareRow[];
  readonly view: CompareViewName;
  readonly texts: readonly [string, string];
  readonly direction: WritingDirection | null;
};

/** A stretch without a change, folded until somebody wants to read it. */
export function CompareFold({ rows, view, texts, direction }: CompareFoldProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen)
    return rows.map((row) => (
      <li
        key={row.line.after?.start}
        className="border-s-3 border-b border-s-transparent px-3 py-2.5 text-ink-2"
      >
        <CompareWords row={row} view={view} texts={texts} direction={direction} />
      </li>
    ));
  return (
    <li className="border-b bg-wash/60 text-center">
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="min-h-8 w-full px-3 text-xs text-ink-2 hover:text-ink hover:underline"
      >
        {revisions.compare.folded(rows.length)}
      </button>
    </li>
  );
}
