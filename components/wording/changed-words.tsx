import type { ReactNode } from 'react';
import { wording as words } from '../messages/wording';

type ChangedProps = { readonly children: ReactNode };

/** Words that are no longer there. */
export function Went({ children }: ChangedProps) {
  return (
    <del className="rounded-xs bg-danger-bg text-danger decoration-1">
      <span className="sr-only">{words.removed}</span>
      {children}
    </del>
  );
}

/** Words that were not there before. A thin gap parts them from what they replace where no space does. */
export function Came({ children }: ChangedProps) {
  return (
    <ins className="rounded-xs bg-ok-bg text-ok decoration-1 underline-offset-2 [del+&]:ms-[0.12em]">
      <span className="sr-only">{words.added}</span>
      {children}
    </ins>
  );
}
