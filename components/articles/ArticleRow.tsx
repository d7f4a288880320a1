'use client';

import { Flag } from 'lucide-react';
import Link from 'next/link';
import type { Actor } from '@/lib/domain/actor';
import { type ArticleListItem, type ArticleProgress, progressOf } from '@/lib/domain/lists';
import { messages } from '../messages';
import { AvatarRow } from '../ui/AvatarRow';
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
  const words = messages.articles;
  const progress = progressOf(article);
  return (
    <li className="group relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-5 gap-y-2 border-b px-2 py-3 transition-colors hover:bg-wash has-[a[data-row]:focus-visible]:bg-wash lg:grid-cols-[minmax(0,1fr)_9.5rem_8.5rem_6.5rem_4rem_auto]">
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
        <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-sm text-ink-2">
          {article.isSample ? <StatusChip tone="grey">{words.sample}</StatusChip> : null}
          <Facts article={article} />
        </p>
      </div>
      <div className="flex min-w-0 flex-col items-start gap-1.5 max-lg:order-3 max-lg:col-span-2 max-lg:flex-row max-lg:flex-wrap max-lg:items-center max-lg:gap-x-4">
        <StatusChip tone={tones[progress]}>{words.progress[progress]}</StatusChip>
        <SegmentedBar
          compact
          label={words.decidedLong(article.decided, article.sentences)}
          total={article.sentences}
          segments={[{ name: words.decidedName, value: article.decided, tone: 'green' }]}
          className="w-full max-lg:w-28"
        />
        <Numbers article={article} className="lg:hidden" />
      </div>
      <Numbers article={article} className="max-lg:hidden" />
      <div className="relative max-lg:hidden">
        <AvatarRow label={words.people(article.title)} people={article.people} size="sm" max={4} />
      </div>
      <div className="text-end text-sm whitespace-nowrap text-ink-2 max-lg:hidden">
        <span className="sr-only">{words.changed} </span>
        <RelativeTime at={article.changedAt} />
      </div>
      <div className="relative max-lg:order-2">
        <ArticleRowMenu article={article} actor={actor} onDelete={onDelete} />
      </div>
    </li>
  );
}

function Facts({ article }: { readonly article: ArticleListItem }) {
  const words = messages.articles;
  const facts = [
    article.publication,
    article.byline,
    article.publishedOn === null ? null : dayText(article.publishedOn),
    words.revision(article.revisionNumber),
  ].filter((fact) => fact !== null && fact !== '');
  return <bdi className="min-w-0 truncate">{facts.join(' · ')}</bdi>;
}

function Numbers({ article, className }: { readonly article: ArticleListItem; readonly className: string }) {
  const words = messages.articles;
  return (
    <div className={`text-sm text-ink-2 tabular-nums ${className}`}>
      <p className="max-lg:inline">{words.decided(article.decided, article.sentences)}</p>{' '}
      <p className="max-lg:inline">{words.annotations(article.annotations)}</p>{' '}
      {article.openFlags === 0 ? null : (
        <p className="font-medium text-danger max-lg:inline">
          <Flag aria-hidden className="me-1 inline size-3 align-[-0.08em]" />
          {words.openFlags(article.openFlags)}
        </p>
      )}
    </div>
  );
}

const tones: Record<ArticleProgress, StatusTone> = {
  not_started: 'plain',
  in_progress: 'blue',
  all_decided: 'green',
};
