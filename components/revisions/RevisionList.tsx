import Link from 'next/link';
import type { DriftCounts, RevisionSource } from '@/lib/domain/revised';
import type { Person } from '@/lib/domain/team';
import { revisions as words } from '../messages/revisions';
import { Avatar } from '../ui/Avatar';
import { RelativeTime } from '../ui/RelativeTime';
import { compareAddress, revisionAddress } from './revisions-address';

type RevisionLine = {
  readonly id: string;
  readonly number: number;
  readonly source: RevisionSource;
  readonly reason: string | null;
  readonly author: Person;
  readonly anchors: DriftCounts | null;
  readonly createdAt: string;
};

type RevisionListProps = {
  readonly articleId: string;
  readonly items: readonly RevisionLine[];
  /** Number of the current revision. */
  readonly current: number;
};

/** Revisions, latest first, each with what it did to the annotations and the way to look at it. */
export function RevisionList({ articleId, items, current }: RevisionListProps) {
  return (
    <ol aria-label={words.list.label}>
      {items.map(({ id, number, source, reason, author, anchors, createdAt }) => (
        <li key={id} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3 border-b py-4">
          <Avatar person={author} size="sm" decorative />
          <div className="min-w-0">
            <h2 className="flex flex-wrap items-baseline gap-x-2 text-md font-semibold">
              {words.number(number)}
              {number === current ? (
                <span className="rounded-full bg-ok-bg px-2 text-xs font-medium text-ok">
                  {words.list.current}
                </span>
              ) : null}
            </h2>
            <p className="text-sm text-ink-2">
              {words.sources[source]} {words.list.by(author.name)} · <RelativeTime at={createdAt} />
            </p>
            {reason === null ? null : (
              <p dir="auto" className="mt-1 break-words whitespace-pre-line">
                {reason}
              </p>
            )}
            {anchors === null ? null : <p className="mt-1 text-sm text-ink-2">{words.drift(anchors)}</p>}
            <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-sm">
              <Link
                href={revisionAddress(articleId, number)}
                aria-label={words.list.read(number)}
                className={linkClass}
              >
                {words.list.readShort}
              </Link>
              {number === 1 ? null : (
                <Link
                  href={compareAddress(articleId, number - 1, number)}
                  aria-label={words.list.compareName(number - 1, number)}
                  className={linkClass}
                >
                  {words.list.compare(number - 1)}
                </Link>
              )}
              {number === current || number === current - 1 ? null : (
                <Link
                  href={compareAddress(articleId, number, current)}
                  aria-label={words.list.compareName(number, current)}
                  className={linkClass}
                >
                  {words.list.compareCurrent}
                </Link>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

const linkClass =
  'inline-flex min-h-6 items-center underline decoration-line-3 underline-offset-3 hover:decoration-ink';
