import type { ReactNode } from 'react';
import { wording as words } from '../messages/wording';

type WholeChangeProps = { readonly before: ReactNode; readonly after: ReactNode };

/** Two wordings with hardly a word in common, one below the other: woven into each other nobody could read them. */
export function WholeChange({ before, after }: WholeChangeProps) {
  return (
    <span className="my-0.5 grid gap-1 font-serif break-words whitespace-pre-wrap">
      <del dir="auto" className="rounded-sm bg-danger-bg px-2 py-0.5 text-danger no-underline">
        <span className={labelClass}>{words.before}</span>
        {before}
      </del>
      <ins dir="auto" className="rounded-sm bg-ok-bg px-2 py-0.5 text-ok no-underline">
        <span className={labelClass}>{words.after}</span>
        {after}
      </ins>
    </span>
  );
}

const labelClass = 'me-1.5 font-sans text-2xs font-semibold tracking-wide after:content-[":"]';
