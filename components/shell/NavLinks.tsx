'use client';

import { ChartNoAxesColumn, CircleUser, Flag, Inbox, Library, Pilcrow, Radio, Users } from 'lucide-react';
import { usePathname } from 'next/navigation';
import type { Actor } from '@/lib/domain/actor';
import type { PersonCounts } from '@/lib/domain/stream';
import { messages } from '../messages';
import { Badge } from '../ui/Badge';
import { classNames } from '../ui/class-names';
import { Tooltip } from '../ui/Tooltip';
import type { DrawnFor } from './follow-team';
import { Logo } from './Logo';
import { useLiveCounts, useTeamOfNow } from './use-live-counts';
import { WarmLink } from './WarmLink';

export type Place =
  | 'articles'
  | 'queue'
  | 'inbox'
  | 'sessions'
  | 'dashboard'
  | 'sources'
  | 'team'
  | 'account';

type NavLinksProps = {
  readonly active: Place | undefined;
  readonly actor: Pick<Actor, 'userId' | 'teamId'> & DrawnFor;
  readonly counts: PersonCounts;
};

/** The places of Galley as icons; the one we are in is marked. */
export function NavLinks({ active, actor, counts }: NavLinksProps) {
  const { inbox: unread, queue: queueCount } = useLiveCounts(actor, counts);
  const pathname = usePathname();
  useTeamOfNow(actor, isWorkbench(pathname));
  const here = active ?? places.find((place) => isInside(pathname, place.href))?.id;
  return (
    <ul className="flex items-center gap-1.5 max-phone:min-w-0 max-phone:flex-1 max-phone:gap-0 phone:flex-col">
      {places.map(({ id, href, Icon }) => {
        const name = messages.shell.places[id];
        const count = id === 'queue' ? queueCount : id === 'inbox' ? unread : 0;
        const counted = id === 'inbox' ? messages.shell.unread : messages.shell.queueWaiting;
        const label = count === 0 ? name : `${name}, ${counted(count)}`;
        return (
          <li key={id} className="max-phone:min-w-6 max-phone:flex-1">
            <Tooltip content={label} side="right">
              <WarmLink
                href={href}
                aria-label={label}
                aria-current={here === id ? 'page' : undefined}
                className={classNames(
                  'relative grid size-9.5 place-items-center rounded-lg transition-colors max-phone:mx-auto max-phone:w-full max-phone:max-w-9.5',
                  here === id
                    ? 'bg-pencil-bg text-pencil forced-colors:outline-2'
                    : 'text-ink-3 hover:bg-wash hover:text-ink',
                )}
              >
                <Icon aria-hidden className="size-4.5" strokeWidth={1.8} />
                <Badge count={count} className="absolute -end-0.5 top-0 z-10" />
              </WarmLink>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
}

/** An article under work keeps itself up to date (`followArticle`). */
const isWorkbench = (pathname: string): boolean => /^\/articles\/[^/]+$/.test(pathname);

/** The logo, a way back to the articles. */
export function HomeLink() {
  return (
    <WarmLink
      href="/articles"
      aria-label={messages.shell.home}
      className="rounded-md max-phone:me-1 max-phone:shrink-0 phone:mb-2.5"
    >
      <Logo className="size-8" />
    </WarmLink>
  );
}

/** The pages that the rail and the palette lead to. */
export const places = [
  { id: 'articles', href: '/articles', Icon: Pilcrow },
  { id: 'queue', href: '/queue', Icon: Flag },
  { id: 'inbox', href: '/inbox', Icon: Inbox },
  { id: 'sessions', href: '/sessions', Icon: Radio },
  { id: 'dashboard', href: '/dashboard', Icon: ChartNoAxesColumn },
  { id: 'sources', href: '/sources', Icon: Library },
  { id: 'team', href: '/team', Icon: Users },
  { id: 'account', href: '/account', Icon: CircleUser },
] as const;

function isInside(pathname: string, place: string): boolean {
  return pathname === place || pathname.startsWith(`${place}/`);
}
