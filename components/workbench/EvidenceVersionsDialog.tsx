'use client';

import { useEffect, useState } from 'react';
import type { EvidenceVersion } from '@/lib/domain/lists';
import { askServer } from '../articles/ask-server';
import { articles as articlesWords } from '../messages/articles';
import { evidenceLines } from '../messages/history-changes';
import { threads as threadsWords } from '../messages/threads';
import { Dialog } from '../ui/Dialog';
import { exactTime } from '../ui/relative-time';
import { useWorkbench } from './workbench-context';

const words = threadsWords.versions;

type EvidenceVersionsDialogProps = { readonly itemId: string; readonly onClose: () => void };
type Reading = readonly EvidenceVersion[] | 'reading' | { readonly failure: string };

/** What a piece of evidence said before, read from the article's record, the latest first: of each what is other than before. */
export function EvidenceVersionsDialog({ itemId, onClose }: EvidenceVersionsDialogProps) {
  const { articleId } = useWorkbench();
  const [versions, setVersions] = useState<Reading>('reading');

  useEffect(() => {
    const stop = new AbortController();
    askServer(`/api/v1/articles/${articleId}/evidence/${itemId}/versions?limit=100`, { signal: stop.signal })
      .then((answer) => {
        // our own door made this answer; its shape is the door's contract
        const { items } = answer as { readonly items: readonly EvidenceVersion[] };
        setVersions(items);
      })
      .catch((error: unknown) => {
        if (stop.signal.aborted) return;
        setVersions({ failure: error instanceof Error ? error.message : articlesWords.noAnswer });
      });
    return () => stop.abort();
  }, [articleId, itemId]);

  return (
    <Dialog open onOpenChange={onClose} title={words.title}>
      {versions === 'reading' ? (
        <p role="status" className="text-ink-2">
          {words.loading}
        </p>
      ) : 'failure' in versions ? (
        <p role="alert" className="text-danger">
          {versions.failure}
        </p>
      ) : (
        <ol className="flex flex-col">
          {versions
            .map((one, index) => <Version key={one.version} now={one} before={versions[index - 1]} />)
            .reverse()}
        </ol>
      )}
    </Dialog>
  );
}

function Version({
  now,
  before,
}: {
  readonly now: EvidenceVersion;
  readonly before: EvidenceVersion | undefined;
}) {
  const { people } = useWorkbench();
  return (
    <li className="border-t py-2.5 first:border-t-0">
      <p className="text-xs text-ink-3">
        {people[now.byId]?.name ?? ''} · <time dateTime={now.at}>{exactTime(new Date(now.at))}</time>
      </p>
      <dl className="mt-1 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-0.5 text-sm">
        {evidenceLines(now.fields, before?.fields).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd dir="auto" className="min-w-0 break-words">
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
