'use client';

import { lazy, Suspense, useState } from 'react';
import { card as cardWords } from '../messages/card';
import { threads as threadsWords } from '../messages/threads';
import { exactTime } from '../ui/relative-time';

const VersionsDialog = lazy(async () => ({ default: (await import('./VersionsDialog')).VersionsDialog }));

type EditedMarkProps = { readonly itemId: string; readonly changedAt: string };

/** "edited": says when, and opens what the note or reply said before. */
export function EditedMark({ itemId, changedAt }: EditedMarkProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span aria-hidden>·</span>
      <button
        type="button"
        aria-label={threadsWords.showVersions}
        aria-haspopup="dialog"
        title={cardWords.note.editedAt(exactTime(new Date(changedAt)))}
        onClick={() => setOpen(true)}
        className="min-h-6 rounded-sm hover:text-ink hover:underline"
      >
        {threadsWords.edited}
      </button>
      {isOpen ? (
        <Suspense>
          <VersionsDialog itemId={itemId} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
