'use client';

import { lazy, Suspense, useState } from 'react';
import { card as cardWords } from '../messages/card';
import { threads as threadsWords } from '../messages/threads';
import { exactTime } from '../ui/relative-time';

const VersionsDialog = lazy(async () => ({ default: (await import('./VersionsDialog')).VersionsDialog }));

const EvidenceVersionsDialog = lazy(async () => ({
  default: (await import('./EvidenceVersionsDialog')).EvidenceVersionsDialog,
}));

type EditedMarkProps = {
  readonly itemId: string;
  readonly changedAt: string;
  /** What it is an id of: a note or a reply unless said. */
  readonly isEvidence?: boolean;
};

/** "edited": says when, and opens what the note, reply or evidence said before. */
export function EditedMark({ itemId, changedAt, isEvidence = false }: EditedMarkProps) {
  const Versions = isEvidence ? EvidenceVersionsDialog : VersionsDialog;
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
          <Versions itemId={itemId} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
