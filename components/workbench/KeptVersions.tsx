'use client';

import { type ReactNode, useEffect, useState } from 'react';
import { askServer } from '../articles/ask-server';
import { articles as articlesWords } from '../messages/articles';
import { threads as threadsWords } from '../messages/threads';
import { Dialog } from '../ui/Dialog';

const words = threadsWords.versions;

type KeptVersionsProps<Version> = {
  /** Where the record is read. */
  readonly address: string;
  readonly onClose: () => void;
  /** Shows them; they come oldest first. */
  readonly children: (versions: readonly Version[]) => ReactNode;
};

/** What something said before, read from the article's record. */
export function KeptVersions<Version>({ address, onClose, children }: KeptVersionsProps<Version>) {
  const [versions, setVersions] = useState<readonly Version[] | 'reading' | { readonly failure: string }>(
    'reading',
  );

  useEffect(() => {
    const stop = new AbortController();
    askServer(address, { signal: stop.signal })
      .then((answer) => {
        // our own door made this answer; its shape is the door's contract
        setVersions((answer as { readonly items: readonly Version[] }).items);
      })
      .catch((error: unknown) => {
        if (stop.signal.aborted) return;
        setVersions({ failure: error instanceof Error ? error.message : articlesWords.noAnswer });
      });
    return () => stop.abort();
  }, [address]);

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
        children(versions)
      )}
    </Dialog>
  );
}
