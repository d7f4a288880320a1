'use client';

import Link from 'next/link';
import type { Page } from '@/lib/domain/lists';
import type { SourceUse } from '@/lib/domain/source';
import { MoreButton } from '../articles/MoreButton';
import { useMore } from '../articles/use-more';
import { messages } from '../messages';
import { evidenceWords } from '../messages/evidence-words';
import { sources as sourcesWords } from '../messages/sources';
import { StatusChip } from '../ui/StatusChip';

type SourceUsesProps = { readonly sourceId: string; readonly first: Page<SourceUse> };

const words = sourcesWords.detail;

/** The claims that rest on a source, each with the way to it. */
export function SourceUses({ sourceId, first }: SourceUsesProps) {
  const list = useMore(
    first,
    (cursor) => `/api/sources/${sourceId}/uses?${new URLSearchParams({ cursor })}`,
    ({ evidenceId }) => evidenceId,
  );
  if (list.items.length === 0) return <p className="text-ink-2">{words.noUse}</p>;
  return (
    <>
      <ul aria-label={words.uses} className="border-t">
        {list.items.map((use) => (
          <li key={use.evidenceId} className="relative border-b py-2.5 hover:bg-wash">
            <p className="line-clamp-2 font-serif text-base" dir="auto">
              <Link
                href={`/articles/${use.articleId}?annotation=${use.annotationId}`}
                className="rounded-xs after:absolute after:inset-0 after:content-['']"
              >
                {use.exact}
              </Link>
            </p>
            <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">
              <StatusChip tone="plain">{messages.words.checkStatuses[use.status]}</StatusChip>
              <span>
                {[
                  messages.words.marks[use.mark],
                  evidenceWords.evidenceStances[use.stance],
                  use.locator,
                  use.articleTitle,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </p>
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}
