'use client';

import { BadgeCheck } from 'lucide-react';
import type { Check } from '@/lib/domain/check';
import { check } from '../../messages/check';
import { classNames } from '../../ui/class-names';
import { Signature } from '../Signature';
import { useWorkbench } from '../workbench-context';

const words = check.signOff;

type SignOffLineProps = {
  readonly signOff: NonNullable<Check['signOff']>;
  /** Nothing has changed since. */
  readonly stands: boolean;
};

/** Who signed off, when, on which revision, and the beginning of the hash that it binds to. */
export function SignOffLine({ signOff, stands }: SignOffLineProps) {
  const { revision } = useWorkbench();
  const { byId, at, revisionId, hash } = signOff;
  return (
    <section aria-label={words.label} className="mt-1.5 flex items-start gap-1.5 text-xs text-ink-2">
      <BadgeCheck
        aria-hidden
        className={classNames('mt-1 size-3.5 shrink-0', stands ? 'text-ok' : 'text-ink-3')}
      />
      <p className="flex min-h-6 min-w-0 flex-1 flex-wrap items-center gap-x-1">
        <span className={classNames('font-medium', stands && 'text-ok')}>
          {stands ? words.label : words.was}
        </span>
        <span>
          {'· '}
          {revisionId === revision.id
            ? check.proposal.revision(revision.number)
            : check.proposal.earlierRevision}
        </span>
        {hash === '' ? null : (
          <span title={words.hashHint(hash)} className="text-ink-3 tabular-nums">
            · {hash.slice(0, 8)}
          </span>
        )}
        <span className="ms-auto">
          <Signature personId={byId} at={at} />
        </span>
      </p>
    </section>
  );
}
