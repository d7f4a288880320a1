import Link from 'next/link';
import type { SourceListItem } from '@/lib/domain/source';
import { evidenceWords } from '../messages/evidence-words';
import { sources as sourcesWords } from '../messages/sources';
import { RelativeTime } from '../ui/RelativeTime';

const words = sourcesWords;

/** One source in the list: what it is, where it goes back to, how many claims rest on it. */
export function SourceRow({ source }: { readonly source: SourceListItem }) {
  const { id, title, address, type, tier, independenceGroup, uses, changedAt } = source;
  const facts = [
    evidenceWords.evidenceTypes[type],
    evidenceWords.evidenceTiers[tier],
    ...(address === null ? [] : [new URL(address).hostname.replace(/^www\./, '')]),
    ...(independenceGroup === null ? [] : [words.group(independenceGroup)]),
  ];
  return (
    <li className="group relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-5 gap-y-1 border-b px-2 py-3 transition-colors hover:bg-wash has-[a:focus-visible]:bg-wash max-md:grid-cols-1">
      <div className="min-w-0">
        <h2 className="text-md font-semibold">
          <Link
            href={`/sources/${id}`}
            className="rounded-xs break-words after:absolute after:inset-0 after:content-['']"
          >
            <bdi>{title}</bdi>
          </Link>
        </h2>
        <p className="mt-0.5 text-sm text-ink-2">
          <bdi>{facts.join(' · ')}</bdi>
        </p>
      </div>
      <p className="text-sm whitespace-nowrap text-ink-2 tabular-nums md:text-end">
        <span className="me-3 md:me-0 md:block">{words.uses(uses)}</span>
        <span className="text-ink-3">
          {words.changed} <RelativeTime at={changedAt} />
        </span>
      </p>
    </li>
  );
}
