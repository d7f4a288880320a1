'use client';

import { ArrowLeft, ArrowUpRight, ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { contextLength } from '@/lib/domain/anchor';
import type { QueueItem, QueueLook } from '@/lib/domain/queue';
import type { Person } from '@/lib/domain/team';
import { messages } from '../messages';
import { queue as queueWords } from '../messages/queue';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { classNames } from '../ui/class-names';
import { IconButton } from '../ui/IconButton';
import { RelativeTime } from '../ui/RelativeTime';
import { StatusChip } from '../ui/StatusChip';
import { statusTone } from '../workbench/mark-look';
import { DueBadge, PriorityChip } from './QueueBadges';
import { passageAddress } from './queue-address';
import type { QueuePlace } from './use-queue-place';

type QueueDetailProps = {
  readonly item: QueueItem;
  readonly look: QueueLook;
  /** "3 of 7". */
  readonly place: string;
  readonly of: Pick<QueuePlace, 'headingRef' | 'step' | 'goToList'>;
  /** What can be done with the claim and its flag. */
  readonly children: ReactNode;
  /** What stands beside the claim where there is room, else below it. */
  readonly beside: ReactNode;
};

/** One claim: its passage in context, why it is flagged, where its check stands, what is there, what to do. */
export function QueueDetail({ item, look, place, of, children, beside }: QueueDetailProps) {
  const words = queueWords;
  const { flag } = item;
  const hasBeside = beside !== null;
  return (
    <section aria-labelledby="queue-detail-title" className="flex min-w-0 flex-col gap-5">
      <div className="flex items-center gap-2">
        <Button variant="ghost" size="sm" onClick={of.goToList} className="-ms-2.5 lg:hidden">
          <ArrowLeft aria-hidden className="size-4" />
          {words.backToList}
        </Button>
        <PriorityChip item={item} />
        <span className="max-phone:hidden">
          <DueBadge item={item} />
        </span>
        <span className="flex-1" />
        <span className="text-xs text-ink-2 tabular-nums">{place}</span>
        <IconButton label={words.previous} keys="K" size="sm" onClick={() => of.step(-1)}>
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton label={words.next} keys="J" size="sm" onClick={() => of.step(1)}>
          <ChevronDown aria-hidden />
        </IconButton>
      </div>
      <div className={classNames('grid gap-5', hasBeside && 'xl:grid-cols-[minmax(0,1fr)_18rem] xl:gap-6')}>
        <div className="flex min-w-0 flex-col gap-5">
          <div>
            <h2
              id="queue-detail-title"
              ref={of.headingRef}
              tabIndex={-1}
              className="scroll-mt-20 text-sm font-medium text-ink-2 outline-none"
            >
              <bdi>{item.articleTitle}</bdi>
            </h2>
            <Passage item={item} />
            <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
              <ButtonLink size="sm" href={passageAddress(item.articleId, item.annotationId, look)}>
                {words.openInArticle}
                <ArrowUpRight aria-hidden className="size-3.5" />
              </ButtonLink>
              <span className="text-sm text-ink-2">
                {words.notes(item.noteCount)} · {words.evidence(item.evidenceCount)}
              </span>
            </p>
          </div>
          <Standing item={item} />
          {flag === null ? null : (
            <Who
              title={words.reason}
              person={flag.raisedBy}
              by={words.raisedBy(flag.raisedBy.name)}
              at={flag.raisedAt}
            >
              {flag.reason}
            </Who>
          )}
          {flag === null || flag.looked === null ? null : (
            <Who
              title={words.splits.looked}
              person={flag.looked.by}
              by={words.lookedBy(flag.looked.by.name)}
              at={flag.looked.at}
            >
              {flag.looked.note === '' ? words.lookedWithout : flag.looked.note}
            </Who>
          )}
          {children}
        </div>
        {beside}
      </div>
    </section>
  );
}

/** Where the check stands, who has a part in it, and what is proposed as far as this person may see it. */
function Standing({ item }: { readonly item: QueueItem }) {
  const words = queueWords;
  const { assignee, holder, proposer, outcome, isSealed, snoozedUntil } = item;
  const said = [
    assignee === null ? words.nobodyAssigned : words.assignedTo(assignee.name),
    ...(holder === null ? [] : [words.heldBy(holder.name)]),
    ...(proposer === null ? [] : [words.proposedBy(proposer.name)]),
    ...(outcome === null ? [] : [words.outcome(messages.words.outcomes[outcome])]),
  ];
  return (
    <div className="border-t pt-4">
      <h3 className="text-xs font-medium text-ink-2">{words.check}</h3>
      <p className="mt-1.5 flex flex-wrap items-center gap-2 text-sm text-ink-2">
        <StatusChip tone={statusTone[item.status]}>{messages.words.checkStatuses[item.status]}</StatusChip>
        <span>{said.join(' · ')}</span>
      </p>
      {isSealed ? <p className="mt-2 text-sm text-ink-2">{words.sealed}</p> : null}
      {snoozedUntil === null ? null : (
        <p className="mt-2 text-sm text-ink-2">
          {words.comesBack} <RelativeTime at={snoozedUntil} />
        </p>
      )}
    </div>
  );
}

function Passage({ item }: { readonly item: QueueItem }) {
  return (
    <blockquote dir="auto" className="article-text mt-2 whitespace-pre-line">
      <span className="text-ink-2">{leading(item.prefix)}</span>
      <mark
        data-mark={item.mark}
        data-tag={messages.words.markLetters[item.mark]}
        data-start=""
        className="cursor-auto"
      >
        {item.exact}
      </mark>
      <span className="text-ink-2">{trailing(item.suffix)}</span>
    </blockquote>
  );
}

/** Context is cut at a number of characters; a word that was cut in two is left out. */
const leading = (prefix: string): string =>
  prefix.length < contextLength - 1 ? prefix : `… ${prefix.replace(/^\S*\s+/, '')}`;
const trailing = (suffix: string): string =>
  suffix.length < contextLength - 1 ? suffix : `${suffix.replace(/\s+\S*$/, '')} …`;

type WhoProps = {
  readonly title: string;
  readonly person: Person;
  readonly by: string;
  readonly at: string;
  readonly children: string;
};

function Who({ title, person, by, at, children }: WhoProps) {
  return (
    <div className="border-t pt-4">
      <h3 className="text-xs font-medium text-ink-2">{title}</h3>
      <p dir="auto" className="mt-1 max-w-[65ch] text-md break-words whitespace-pre-line">
        {children}
      </p>
      <p className="mt-2 flex items-center gap-2 text-sm text-ink-2">
        <Avatar person={person} size="sm" decorative />
        <span>
          {by} · <RelativeTime at={at} />
        </span>
      </p>
    </div>
  );
}
