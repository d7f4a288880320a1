'use client';

import { CheckCheck, Inbox } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { Page } from '@/lib/domain/lists';
import type { InboxItem, InboxSplit } from '@/lib/domain/notification';
import { DeskHints } from '../articles/DeskHints';
import { useMore } from '../articles/use-more';
import { usePageCommands } from '../commands/use-page-commands';
import { inbox as inboxWords } from '../messages/inbox';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { EmptyState } from '../ui/EmptyState';
import { InboxLine, whatHappened } from './InboxLine';
import { cardAddress } from './inbox-address';
import { useInboxActs } from './use-inbox-acts';

const words = inboxWords;

type InboxViewProps = {
  readonly split: InboxSplit;
  readonly first: Page<InboxItem>;
  readonly unread: number;
};

/** One part of the inbox. A line that was read stays where it is until the page is opened anew. */
export function InboxView({ split, first: latest, unread }: InboxViewProps) {
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  // What was read here would leave the unread ones at the next answer of the server: the list stays under the hand.
  const [first] = useState(latest);
  const { items, hasMore, isLoading, failure, more } = useMore(
    first,
    (cursor) => `/api/inbox?split=${split}&cursor=${encodeURIComponent(cursor)}`,
    ({ id }) => id,
  );
  const acts = useInboxActs();
  const [at, setAt] = useState(0);
  const current = items[Math.min(at, items.length - 1)];

  function step(by: 1 | -1): boolean {
    const place = Math.min(items.length - 1, Math.max(0, at + by));
    const line = list.current?.querySelectorAll<HTMLAnchorElement>('[data-notification] > a')[place];
    // Before anybody has moved, the first press goes to the line that is marked already.
    const isInList = list.current?.contains(document.activeElement) ?? false;
    if (!isInList) list.current?.querySelectorAll<HTMLAnchorElement>('[data-notification] > a')[at]?.focus();
    else line?.focus();
    if (place >= items.length - 3 && hasMore) void more();
    return current !== undefined;
  }

  function open(item: InboxItem): void {
    if (!acts.isRead(item)) void acts.setRead(item, true, 'quiet');
  }

  function openCard(): boolean {
    if (current === undefined) return false;
    open(current);
    router.push(cardAddress(current));
    return true;
  }

  usePageCommands('inbox', {
    'inbox.next': () => step(1),
    'inbox.previous': () => step(-1),
    'inbox.open': openCard,
    'inbox.read': () => {
      if (current !== undefined) void acts.setRead(current, !acts.isRead(current));
      return current !== undefined;
    },
    'inbox.undo': acts.undo,
  });

  if (current === undefined) {
    return (
      <EmptyState
        icon={<Inbox />}
        title={words.empty[split].title}
        actions={<ButtonLink href="/articles">{words.toArticles}</ButtonLink>}
      >
        {words.empty[split].body}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="mb-3 flex justify-end">
        <Button size="sm" onClick={() => void acts.readAll()} disabled={unread === 0}>
          <CheckCheck aria-hidden className="size-3.5" />
          {words.readAll}
        </Button>
      </div>
      <ul ref={list} aria-label={words.list} className="border-t">
        {items.map((item, index) => (
          <InboxLine
            key={item.id}
            item={item}
            isRead={acts.isRead(item)}
            isMuted={acts.isMuted(item)}
            isCurrent={item === current}
            onOpen={() => open(item)}
            onFocus={() => setAt(index)}
            onRead={(isRead) => void acts.setRead(item, isRead)}
            onMute={(isMuted) => void acts.mute(item, isMuted)}
          />
        ))}
      </ul>
      {failure === undefined ? null : (
        <p role="alert" className="mt-3 text-sm text-danger">
          {failure}
        </p>
      )}
      {hasMore ? (
        <Button onClick={more} busy={isLoading} className="mt-4">
          {words.showMore}
        </Button>
      ) : null}
      <p role="status" className="sr-only">
        {words.announce(whatHappened(current), current.articleTitle)}
      </p>
      <DeskHints
        hints={[
          [['inbox.next', 'inbox.previous'], words.keyMove],
          [['inbox.open'], words.keyOpen],
          [['inbox.read'], words.keyRead],
          [['inbox.undo'], words.keyUndo],
        ]}
      />
    </>
  );
}
