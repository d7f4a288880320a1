import Link from 'next/link';
import { type InboxSplit, inboxSplits } from '@/lib/domain/notification';
import { inbox as inboxWords } from '../messages/inbox';
import { inboxAddress } from './inbox-address';

const words = inboxWords;

/** The parts of the inbox; each has its own address. */
export function InboxTabs({ split, unread }: { readonly split: InboxSplit; readonly unread: number }) {
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
