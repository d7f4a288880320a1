'use client';

import { Check, Flag, History } from 'lucide-react';
import Link from 'next/link';
import type { Actor } from '@/lib/domain/actor';
import {
  type ArticleListItem,
  type ArticleProgress,
  progressOf,
  type SignOffInList,
} from '@/lib/domain/lists';
import { can } from '@/lib/domain/policy';
import { articles as articlesWords } from '../messages/articles';
import { AvatarRow } from '../ui/AvatarRow';
import { Button } from '../ui/Button';
import { RelativeTime } from '../ui/RelativeTime';
import { SegmentedBar } from '../ui/SegmentedBar';
import { StatusChip, type StatusTone } from '../ui/StatusChip';
import { dayText } from '../workbench/day-text';
import { ArticleRowMenu } from './ArticleRowMenu';

type ArticleRowProps = {
  readonly article: ArticleListItem;
  readonly actor: Actor;
  readonly onDelete: (article: ArticleListItem) => void;
};

/** One article in the list: what it is, how far its check is, who is on it. */
export function ArticleRow({ article, actor, onDelete }: ArticleRowProps) {
  const words = articlesWords;
  const progress = progressOf(article);
  return (
    <li className="group relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-5 gap-y-2 border-b px-2 py-3 transition-colors hover:bg-wash has-[a[data-row]:focus-visible]:bg-wash lg:grid-cols-[minmax(0,1fr)_9.5rem_8rem_5.25rem_3.5rem_1.75rem]">
      <div className="min-w-0">
        <h2 className="font-serif text-lg leading-snug font-semibold">
          <Link
            href={`/articles/${article.id}`}
            data-row={article.id}
            className="rounded-xs after:absolute after:inset-0 after:content-['']"
          >
            <bdi>{article.title}</bdi>
          </Link>
        </h2>
        <p className="mt-1 text-sm text-ink-2">
          {article.isSample ? (
            <StatusChip tone="grey" className="me-2">
              {words.sample}
            </StatusChip>
          ) : null}
          <Facts article={article} />
          {article.isSample && can(actor, 'article.delete').allowed ? (
            <Button
              variant="ghost"
              size="sm"
              onClick={() => onDelete(article)}
              className="relative ms-1.5 min-h-6! px-1.5! py-0! underline decoration-line-3 underline-offset-3"
            >
              {words.removeSample}
            </Button>
          ) : null}
        </p>
      </div>
      <div className="contents max-lg:order-3 max-lg:col-span-2 max-lg:flex max-lg:flex-wrap max-lg:items-center max-lg:gap-x-4 max-lg:gap-y-1">
        <div className="flex flex-col gap-1.5 max-lg:contents">
          <div>
            {article.signOff === null ? (
              <StatusChip tone={tones[progress]}>{words.progress[progress]}</StatusChip>
            ) : (
              <SignedOffChip signOff={article.signOff} />
            )}
          </div>
          <SegmentedBar
            label={words.decided(article.decided, article.sentences)}
            total={article.sentences}
            segments={[{ name: words.decidedName, value: article.decided, tone: 'green' }]}
            className="max-lg:w-36"
          />
        </div>
        <p className="text-sm text-ink-2 tabular-nums max-lg:flex max-lg:flex-wrap max-lg:gap-x-4">
          <span className="block">{words.annotations(article.annotations)}</span>
          {article.openFlags === 0 ? null : (
            <span className="block font-medium text-danger">
              <Flag aria-hidden className="me-1 inline size-3 align-[-0.08em]" />
              {words.openFlags(article.openFlags)}
            </span>
          )}
          <span className="lg:hidden">
            {words.changed} <RelativeTime at={article.changedAt} />
          </span>
        </p>
      </div>
      <div className="relative max-lg:hidden">
        <AvatarRow label={words.people(article.title)} people={article.people} size="sm" max={4} />
      </div>
      <div className="text-end text-sm whitespace-nowrap text-ink-2 max-lg:hidden">
        <span className="sr-only">{words.changed} </span>
        <RelativeTime at={article.changedAt} />
      </div>
      <div className="relative max-lg:order-2 max-lg:self-start">
        <ArticleRowMenu article={article} actor={actor} onDelete={onDelete} />
      </div>
    </li>
  );
}

function Facts({ article }: { readonly article: ArticleListItem }) {
  const words = articlesWords;
  const facts = [
    article.publication,
    article.byline,
    article.publishedOn === null ? null : dayText(article.publishedOn),
    words.revision(article.revisionNumber),
  ].filter((fact) => fact !== null && fact !== '');
  return <bdi>{facts.join(' · ')}</bdi>;
}

/** A sign-off that still holds, or how much has happened since. Who gave it is on hover and spoken. */
function SignedOffChip({ signOff }: { readonly signOff: SignOffInList }) {
  const words = articlesWords.signedOff;
  const { by, changesSince, isOverridden } = signOff;
  const more = [
    words.by(by.name),
    ...(isOverridden ? [words.overridden] : []),
    ...(changesSince === 0 ? [] : [words.changes(changesSince)]),
  ].join(', ');
  return (
    <span title={more}>
      <StatusChip
        tone={changesSince === 0 && !isOverridden ? 'green' : 'amber'}
        icon={changesSince === 0 ? <Check aria-hidden /> : <History aria-hidden />}
      >
        {changesSince === 0 ? words.holds : words.changed}
      </StatusChip>
      <span className="sr-only"> {more}</span>
    </span>
  );
}

const tones: Record<ArticleProgress, StatusTone> = {
  not_started: 'plain',
  in_progress: 'blue',
  all_decided: 'green',
};
