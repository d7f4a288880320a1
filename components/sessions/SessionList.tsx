import type { Session } from '@/lib/domain/session';
import type { Person } from '@/lib/domain/team';
import { sessions as words } from '../messages/sessions';
import { WarmLink } from '../shell/WarmLink';
import { AvatarRow } from '../ui/AvatarRow';
import { RelativeTime } from '../ui/RelativeTime';
import { Countdown } from './Countdown';
import { SessionStateChip } from './SessionStateChip';
import { sessionAddress } from './session-address';

/** One session as a list shows it. */
export type SessionLine = {
  readonly session: Session;
  readonly article: { readonly id: string; readonly title: string };
  readonly participants: readonly Person[];
};

type SessionListProps = { readonly label: string; readonly lines: readonly SessionLine[] };

/** Sessions under one another: what for, on which article, until when, with whom. */
export function SessionList({ label, lines }: SessionListProps) {
  return (
    <ul aria-label={label} className="border-t">
      {lines.map((line) => (
        <Line key={line.session.id} line={line} />
      ))}
    </ul>
  );
}

function Line({ line: { session, article, participants } }: { readonly line: SessionLine }) {
  const { closing, deadlineAt } = session;
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-5 gap-y-1 border-b px-2 py-3 hover:bg-wash">
      <div className="min-w-0">
        <h3 className="font-serif text-lg leading-snug font-semibold">
          <WarmLink
            href={sessionAddress(session.id)}
            className="rounded-xs after:absolute after:inset-0 after:content-['']"
          >
            <bdi>{session.goal}</bdi>
          </WarmLink>
        </h3>
        <p className="mt-0.5 truncate text-sm text-ink-2">
          <bdi>{article.title}</bdi>
        </p>
      </div>
      <div className="flex items-center gap-4 text-sm text-ink-2 max-phone:col-span-2">
        <SessionStateChip session={session} />
        {closing === null ? (
          deadlineAt === null ? null : (
            <Countdown until={deadlineAt} />
          )
        ) : (
          <span>
            {words.closedOn} <RelativeTime at={closing.at} />
          </span>
        )}
        <span className="relative">
          <AvatarRow label={words.participants} people={participants} size="sm" max={4} />
        </span>
      </div>
    </li>
  );
}
