'use client';

import { ArrowLeft, ArrowUpRight, ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { contextLength } from '@/lib/domain/anchor';
import type { QueueItem, QueueSplit } from '@/lib/domain/lists';
import { messages } from '../messages';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { IconButton } from '../ui/IconButton';
import { RelativeTime } from '../ui/RelativeTime';
import { PriorityChip } from './QueueLine';
import { passageAddress } from './queue-address';

type QueueDetailProps = {
  readonly item: QueueItem;
  readonly split: QueueSplit;
  /** "3 of 7". */
  readonly place: string;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly onStep: (step: 1 | -1) => void;
  readonly onBack: () => void;
  /** What can be done with the flag. */
  readonly children: ReactNode;
};

/** One flagged claim: its passage in context, why it is flagged, what is there already, what to do. */
export function QueueDetail({ item, split, place, headingRef, onStep, onBack, children }: QueueDetailProps) {
  const words = messages.queue;
  return (
    <section aria-labelledby="queue-detail-title" className="flex min-w-0 flex-col gap-5">
      <div className="flex items-center gap-2">
        <Button variant="ghost" size="sm" onClick={onBack} className="-ms-2.5 lg:hidden">
          <ArrowLeft aria-hidden className="size-4" />
          {words.backToList}
        </Button>
        <PriorityChip item={item} />
        <span className="flex-1" />
        <span className="text-xs text-ink-2 tabular-nums">{place}</span>
        <IconButton label={words.previous} keys="K" size="sm" onClick={() => onStep(-1)}>
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton label={words.next} keys="J" size="sm" onClick={() => onStep(1)}>
          <ChevronDown aria-hidden />
        </IconButton>
      </div>
      <div>
        <h2
          id="queue-detail-title"
          ref={headingRef}
          tabIndex={-1}
          className="scroll-mt-20 text-sm font-medium text-ink-2 outline-none"
        >
          <bdi>{item.articleTitle}</bdi>
        </h2>
        <Passage item={item} />
        <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
          <ButtonLink size="sm" href={passageAddress(item.articleId, item.annotationId, split)}>
            {words.openInArticle}
            <ArrowUpRight aria-hidden className="size-3.5" />
          </ButtonLink>
          <span className="text-sm text-ink-2">
            {words.notes(item.noteCount)} · {words.evidence(item.evidenceCount)}
          </span>
        </p>
      </div>
      <Who
        title={words.reason}
        name={item.raisedBy}
        by={words.raisedBy(item.raisedBy.name)}
        at={item.raisedAt}
      >
        {item.reason}
      </Who>
      {item.looked === null ? null : (
        <Who
          title={words.splits.looked}
          name={item.looked.by}
          by={words.lookedBy(item.looked.by.name)}
          at={item.looked.at}
        >
          {item.looked.note === '' ? words.lookedWithout : item.looked.note}
        </Who>
      )}
      {children}
    </section>
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
  readonly name: QueueItem['raisedBy'];
  readonly by: string;
  readonly at: string;
  readonly children: string;
};

function Who({ title, name, by, at, children }: WhoProps) {
  return (
    <div className="border-t pt-4">
      <h3 className="text-xs font-medium text-ink-2">{title}</h3>
      <p dir="auto" className="mt-1 max-w-[65ch] text-md break-words whitespace-pre-line">
        {children}
      </p>
      <p className="mt-2 flex items-center gap-2 text-sm text-ink-2">
        <Avatar person={name} size="sm" decorative />
        <span>
          {by} · <RelativeTime at={at} />
        </span>
      </p>
    </div>
  );
}
