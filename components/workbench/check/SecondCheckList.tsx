'use client';

import { CheckCheck, Lock, Split } from 'lucide-react';
import { agrees, type Check, isSealed, openProposal, type SecondCheck } from '@/lib/domain/check';
import { check } from '../../messages/check';
import { WordDiff } from '../../wording/WordDiff';
import { Signature } from '../Signature';
import { Words } from './ConclusionWords';
import { OutcomeLine } from './OutcomeLine';

const words = check.second;

type SecondCheckListProps = { readonly check: Check; readonly passage: string };

/** The second checks of a proposal: one line each where they agree, the whole where they do not. */
export function SecondCheckList({ check: { secondChecks, ...rest }, passage }: SecondCheckListProps) {
  if (secondChecks.length === 0) return null;
  const proposal = openProposal({ ...rest, secondChecks });
  return (
    <ul aria-label={words.list} className="mt-1.5 flex flex-col gap-1">
      {secondChecks.map((item) =>
        isSealed(item) ? (
          <li key={item.at} className="flex min-h-6 items-center gap-1.5 text-xs text-ink-2">
            <Lock aria-hidden className="size-3.5 shrink-0 text-ink-3" />
            <span className="min-w-0 flex-1">{words.sealed}</span>
            <Signature personId={item.byId} at={item.at} />
          </li>
        ) : (
          <li key={item.id}>
            {proposal === undefined || agrees(item, proposal) ? (
              <Agreeing item={item} />
            ) : (
              <OutcomeLine
                {...item}
                kind={
                  <span className="inline-flex items-center gap-1.5 text-xs text-ink-2">
                    <Split aria-hidden className="size-3.5 shrink-0 text-danger" />
                    {words.differs}:
                  </span>
                }
              />
            )}
            {item.suggestedWording === null ? null : (
              <p className="text-base">
                <WordDiff before={passage} after={item.suggestedWording} />
              </p>
            )}
            <Words text={item.note} />
          </li>
        ),
      )}
    </ul>
  );
}

function Agreeing({ item }: { readonly item: SecondCheck }) {
  return (
    <div className="flex min-h-6 items-center gap-1.5 text-xs text-ink-2">
      <CheckCheck aria-hidden className="size-3.5 shrink-0 text-ok" />
      <span className="min-w-0 flex-1">
        {words.agrees}
        {item.isBlind ? <span className="text-ink-3"> · {words.blind}</span> : null}
      </span>
      <Signature personId={item.byId} at={item.at} />
    </div>
  );
}
