'use client';

import type { ReactNode } from 'react';
import type { Outcome } from '@/lib/domain/check';
import type { Verdict } from '@/lib/domain/verdict';
import { messages } from '../../messages';
import { classNames } from '../../ui/class-names';
import { Signature } from '../Signature';

type OutcomeLineProps = {
  readonly outcome: Outcome;
  readonly verdict: Verdict | null;
  readonly byId: string;
  readonly at: string;
  /** What kind of conclusion it is, before it: "Second check agrees". */
  readonly kind?: ReactNode;
};

/** An outcome with its verdict, who said so and when. */
export function OutcomeLine({ outcome, verdict, byId, at, kind }: OutcomeLineProps) {
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-1.5 text-sm">
      {kind}
      <strong className={classNames('font-semibold', outcomeText[outcome])}>
        {messages.words.outcomes[outcome]}
      </strong>
      {verdict === null ? null : <span className="text-ink-2">· {verdict.label}</span>}
      <span className="ms-auto text-xs text-ink-2">
        <Signature personId={byId} at={at} />
      </span>
    </div>
  );
}

const outcomeText: Readonly<Record<Outcome, string>> = {
  confirmed: 'text-ok',
  confirmed_with_change: 'text-warn',
  incorrect: 'text-danger',
  on_author: 'text-pencil',
  unverifiable: 'text-warn',
  cut: 'text-danger',
  not_checkable: 'text-ink-2',
};
