'use client';

import { ArrowUpRight, Copy } from 'lucide-react';
import Link from 'next/link';
import type { ClaimMatch } from '@/lib/domain/claim-match';
import type { QueueLook } from '@/lib/domain/queue';
import { messages } from '../messages';
import { claimMatch as claimMatchWords } from '../messages/claim-match';
import { evidenceWords } from '../messages/evidence-words';
import { Button } from '../ui/Button';
import { Kbd } from '../ui/Kbd';
import { RelativeTime } from '../ui/RelativeTime';
import { StatusChip } from '../ui/StatusChip';
import { statusTone } from '../workbench/mark-look';
import { passageAddress } from './queue-address';
import type { ClaimMatches as Matches } from './use-claim-matches';

type ClaimMatchesProps = {
  readonly of: Matches;
  readonly look: QueueLook;
  /** Why this person may not add evidence. */
  readonly reason: string | undefined;
};

const words = claimMatchWords;

/** Similar earlier claims beside the open one: what came of them, and their evidence to use again. */
export function ClaimMatches({ of, look, reason }: ClaimMatchesProps) {
  const { matches, failure, chosen } = of;
  return (
    <section
      aria-labelledby="claim-matches"
      className="border-t pt-4 xl:self-start xl:border-s xl:border-t-0 xl:ps-5 xl:pt-0"
    >
      <h3 id="claim-matches" className="text-xs font-medium text-ink-2">
        {words.title}
      </h3>
      {matches === undefined ? (
        <p className="mt-1.5 text-sm text-ink-3">{words.loading}</p>
      ) : failure === undefined ? null : (
        <p role="alert" className="mt-1.5 text-sm text-danger">
          {words.failed(failure)}
        </p>
      )}
      {matches?.length === 0 && failure === undefined ? (
        <p className="mt-1.5 text-sm text-ink-2">{words.none}</p>
      ) : null}
      <ul aria-labelledby="claim-matches" className="mt-2 flex flex-col gap-2.5">
        {matches?.map((match) => (
          <Match key={match.annotationId} match={match} chosen={chosen} onToggle={of.toggle} look={look} />
        ))}
      </ul>
      {matches?.some(({ evidence }) => evidence.length > 0) ? (
        <div className="mt-3">
          <Button
            size="sm"
            busy={of.isBusy}
            onClick={of.reuse}
            reason={reason ?? (chosen.size === 0 ? words.nothingChosen : undefined)}
          >
            <Copy aria-hidden className="size-3.5" />
            {words.reuse(chosen.size)}
            <Kbd keys="R" className="max-lg:hidden" />
          </Button>
        </div>
      ) : null}
    </section>
  );
}

type MatchProps = {
  readonly match: ClaimMatch;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (evidenceId: string) => void;
  readonly look: QueueLook;
};

function Match({ match, chosen, onToggle, look }: MatchProps) {
  const { outcome, verdict, isSealed } = match;
  const said = [
    ...(outcome === null ? [] : [words.outcome(messages.words.outcomes[outcome])]),
    ...(verdict === null ? [] : [words.verdict(verdict)]),
    ...(isSealed ? [words.sealed] : []),
  ];
  return (
    <li className="rounded-lg border bg-sheet px-3 py-2.5">
      <p className="flex flex-wrap items-center gap-2 text-xs text-ink-2">
        <span className="font-semibold">{messages.words.marks[match.mark]}</span>
        <StatusChip tone={statusTone[match.status]}>{messages.words.checkStatuses[match.status]}</StatusChip>
        <span className="flex-1" />
        <span className="tabular-nums">{words.likeness(Math.round(match.likeness * 100))}</span>
      </p>
      <p dir="auto" className="mt-1 line-clamp-3 font-serif text-md">
        “{match.exact}”
      </p>
      {said.length === 0 ? null : <p className="mt-1 text-sm">{said.join(' · ')}</p>}
      <p className="mt-1 flex flex-wrap items-center gap-x-1.5 text-xs text-ink-2">
        <Link
          href={passageAddress(match.articleId, match.annotationId, look)}
          className="inline-flex min-h-6 items-center gap-1 underline underline-offset-2 hover:text-ink"
        >
          {words.openMatch(match.articleTitle)}
          <ArrowUpRight aria-hidden className="size-3" />
        </Link>
        <span className="whitespace-nowrap">
          · <RelativeTime at={match.createdAt} />
        </span>
      </p>
      {match.evidence.length === 0 ? (
        <p className="mt-1 text-xs text-ink-3">{words.noEvidence}</p>
      ) : (
        <ul className="mt-1.5 border-t pt-1">
          {match.evidence.map(({ id, title, stance, tier }) => (
            <li key={id}>
              <label className="flex min-h-7 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  aria-label={words.choose(title)}
                  checked={chosen.has(id)}
                  onChange={() => onToggle(id)}
                  className="size-4 shrink-0"
                />
                <span className="min-w-0 flex-1 truncate">{title}</span>
                <span className="text-xs whitespace-nowrap text-ink-2">
                  {evidenceWords.evidenceTiers[tier]} · {evidenceWords.evidenceStances[stance]}
                </span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
