'use client';

import { useEffect, useState } from 'react';
import type { WordsVersion } from '@/lib/domain/lists';
import { askServer } from '../articles/ask-server';
import { articles as articlesWords } from '../messages/articles';
import { threads as threadsWords } from '../messages/threads';
import { Dialog } from '../ui/Dialog';
import { exactTime } from '../ui/relative-time';
import { RichTextView } from './RichTextView';
import { useWorkbench } from './workbench-context';

const words = threadsWords.versions;

type VersionsDialogProps = { readonly itemId: string; readonly onClose: () => void };
type Reading = readonly WordsVersion[] | 'reading' | { readonly failure: string };

/** What a note or a reply said before, read from the article's record, the latest first. */
export function VersionsDialog({ itemId, onClose }: VersionsDialogProps) {
  const { articleId } = useWorkbench();
  const [versions, setVersions] = useState<Reading>('reading');

  useEffect(() => {
    const stop = new AbortController();
    askServer(`/api/articles/${articleId}/versions?itemId=${itemId}`, { signal: stop.signal })
      .then((answer) => {
        // our own door made this answer; its shape is the door's contract
        const { items } = answer as { readonly items: readonly WordsVersion[] };
        setVersions([...items].reverse());
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
      ) : versions.length < 2 ? (
        <p className="text-ink-2">{words.none}</p>
      ) : (
        <ol className="flex flex-col">
          {versions.map(({ at, body }, index) => (
            <li key={at} className="border-t py-2.5 first:border-t-0">
              <p className="text-xs text-ink-3">
                {index === 0 ? `${words.now} · ` : ''}
                <time dateTime={at}>{exactTime(new Date(at))}</time>
              </p>
              <RichTextView body={body} />
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}
