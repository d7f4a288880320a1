'use client';

import { useEffect, useState } from 'react';
import type { EvidenceOrigin } from '@/lib/domain/claim-match';
import { askServer } from '../articles/ask-server';
import { claimMatch as claimMatchWords } from '../messages/claim-match';

type ReusedFromProps = { readonly annotationId: string; readonly evidenceId: string };

const words = claimMatchWords;

/** From which earlier claim a piece of evidence was copied, with the way there while it is there. */
export function ReusedFrom({ annotationId, evidenceId }: ReusedFromProps) {
  const [origin, setOrigin] = useState<EvidenceOrigin>();
  useEffect(() => {
    const leave = new AbortController();
    askServer(`/api/annotations/${annotationId}/origins`, { signal: leave.signal })
      .then((answer) => {
        // Our own door made this list; its shape is the door's contract.
        const { items } = answer as { readonly items: readonly EvidenceOrigin[] };
        setOrigin(items.find((item) => item.evidenceId === evidenceId));
      })
      // Without an answer the line stays without the name of the article; the evidence itself is whole.
      .catch(() => setOrigin(undefined));
    return () => leave.abort();
  }, [annotationId, evidenceId]);

  return (
    <p className="me-1.5 text-xs text-ink-2">
      {origin === undefined ? (
        words.reusedFromEarlier
      ) : (
        <>
          {words.reusedFrom}{' '}
          <a
            href={`/articles/${origin.articleId}?annotation=${origin.annotationId}`}
            className="underline underline-offset-2 hover:text-ink"
          >
            “{origin.articleTitle}”
          </a>{' '}
          · {origin.author.name}
        </>
      )}
    </p>
  );
}
