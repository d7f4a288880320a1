'use client';

import Link from 'next/link';
import type { Actor } from '@/lib/domain/actor';
import { type InboxSplit, inboxSplits } from '@/lib/domain/notification';
import { inbox as inboxWords } from '../messages/inbox';
import { useLiveCounts } from '../shell/use-live-counts';
import { inboxAddress } from './inbox-address';

const words = inboxWords;

type InboxMetaProps = { readonly actor: Actor; readonly unread: number };
type InboxTabsProps = InboxMetaProps & { readonly split: InboxSplit };

/** How many are unread now, beside the title of the page. */
export function InboxMeta({ actor, unread }: InboxMetaProps) {
  return words.meta(useUnread(actor, unread));
}

const useUnread = (actor: Actor, unread: number): number =>
  useLiveCounts(actor, { inbox: unread, queue: 0 }).inbox;

/** The parts of the inbox; each has its own address. */
export function InboxTabs({ actor, split, unread: fromServer }: InboxTabsProps) {
  const unread = useUnread(actor, fromServer);
  return (
    <nav aria-label={words.splitsLabel} className="mb-4 flex items-center gap-5 overflow-x-auto border-b">
      {inboxSplits.map((name) => (
        <Link
          key={name}
          href={inboxAddress(name)}
          aria-current={name === split ? 'page' : undefined}
          className="-mb-px flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-0.5 font-medium whitespace-nowrap text-ink-2 hover:text-ink aria-[current]:border-ink aria-[current]:text-ink focus-visible:-outline-offset-2"
        >
          {words.splits[name]}
          {name === 'unread' ? (
            <span className="text-xs font-normal text-ink-3 tabular-nums">
              {unread >= 1000 ? '1000+' : unread}
            </span>
          ) : null}
        </Link>
      ))}
      <span className="flex-1" />
      <Link
        href="/account#notifications"
        className="flex min-h-9 items-center text-sm text-pencil hover:underline"
      >
        {words.settings}
      </Link>
    </nav>
  );
}
