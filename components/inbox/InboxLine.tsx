'use client';

import { BellOff, Ellipsis, Mail, MailOpen } from 'lucide-react';
import Link from 'next/link';
import type { InboxItem } from '@/lib/domain/notification';
import { inbox as inboxWords } from '../messages/inbox';
import { buttonClass } from '../ui/button-class';
import { classNames } from '../ui/class-names';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem } from '../ui/Menu';
import { RelativeTime } from '../ui/RelativeTime';
import { markEdge } from '../workbench/mark-look';
import { cardAddress } from './inbox-address';

const words = inboxWords;

type InboxLineProps = {
  readonly item: InboxItem;
  readonly isRead: boolean;
  readonly isMuted: boolean;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
  readonly onRead: (isRead: boolean) => void;
  readonly onMute: (isMuted: boolean) => void;
};

/** One notification: who did what, on which passage of which article. */
export function InboxLine({
  item,
  isRead,
  isMuted,
  isCurrent,
  onOpen,
  onFocus,
  onRead,
  onMute,
}: InboxLineProps) {
  const { annotation, articleTitle } = item;
  const what = whatHappened(item);
  return (
    <li
      data-notification={item.id}
      className={classNames(
        'flex items-start gap-2 border-s-3 border-b border-b-line py-1 pe-2 transition-colors',
        annotation === null ? 'border-s-line-2' : markEdge[annotation.mark],
        isCurrent ? 'bg-pencil-bg' : 'hover:bg-wash',
      )}
    >
      <Link
        href={cardAddress(item)}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onOpen}
        onFocus={onFocus}
        className="block min-w-0 flex-1 scroll-mt-32 rounded-sm px-3 py-1.5 focus-visible:-outline-offset-2 forced-colors:aria-[current]:outline-2"
      >
        {isRead ? null : <span className="sr-only">{words.unread}. </span>}
        <span className="flex items-center gap-2 text-sm">
          <span
            aria-hidden
            className={classNames(
              'size-2 shrink-0 rounded-full',
              isRead ? 'border border-line-3' : 'bg-pencil forced-colors:bg-[Highlight]',
            )}
          />
          <span className={classNames('min-w-0', isRead ? 'text-ink-2' : 'font-semibold')}>{what}</span>
          <span className="flex-1" />
          <span className="shrink-0 text-xs text-ink-2">
            <RelativeTime at={item.at} />
          </span>
        </span>
        {item.words === null ? null : (
          <span dir="auto" className="mt-0.5 ms-4 line-clamp-2 text-ink">
            {item.words}
          </span>
        )}
        <span dir="auto" className="mt-0.5 ms-4 line-clamp-1 font-serif text-ink-2">
          {annotation === null ? aboutTheWhole(item) : `“${annotation.exact}”`}
        </span>
        <span className="mt-0.5 ms-4 line-clamp-1 text-xs text-ink-2">
          <bdi>{articleTitle}</bdi>
          {isMuted ? ` · ${words.muted}` : ''}
        </span>
      </Link>
      {item.export === null ? null : (
        <a
          href={`/api/v1/exports/${item.export.id}/file`}
          download={item.export.fileName}
          aria-label={words.downloadOf(item.export.fileName)}
          onClick={onOpen}
          className={classNames(buttonClass('outline', 'sm'), 'mt-1.5')}
        >
          {words.download}
        </a>
      )}
      <Menu
        align="end"
        trigger={
          <IconButton label={words.actionsFor(`${what}, ${articleTitle}`)} size="sm" className="mt-0.5">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      >
        <MenuItem
          icon={isRead ? <Mail aria-hidden /> : <MailOpen aria-hidden />}
          onSelect={() => onRead(!isRead)}
        >
          {isRead ? words.markUnread : words.markRead}
        </MenuItem>
        <MenuItem icon={<BellOff aria-hidden />} onSelect={() => onMute(!isMuted)}>
          {isMuted ? words.unmute : words.mute}
        </MenuItem>
      </Menu>
    </li>
  );
}

/** What a line says that is about no passage: the file of an export, or that the article is meant. */
function aboutTheWhole({ export: file, kind }: InboxItem): string {
  if (file !== null) return file.fileName;
  return kind === 'export_ready' ? words.fileGone : words.wholeArticle;
}

/** A notification in a sentence: "Ada Lovelace mentioned you". */
export function whatHappened({ actor, kind }: InboxItem): string {
  if (kind === 'export_ready' || kind === 'export_failed') return words.exports[kind];
  return `${actor.name} ${words.happened[kind]}`;
}
