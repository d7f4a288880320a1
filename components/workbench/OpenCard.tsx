'use client';

import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Annotation } from '@/lib/domain/annotation';
import { isChecked } from '@/lib/domain/laws/check-laws';
import { newId } from '@/lib/domain/new-id';
import { blankValues } from '@/lib/workbench/blank-drafts';
import { Skeleton } from '../ui/Skeleton';
import { CardActions } from './CardActions';
import { CardDraft } from './CardDraft';
import { ClaimFieldsLine } from './ClaimFieldsLine';
import { Quote } from './ClosedCard';
import { localDay } from './day-text';
import { ApplyWording } from './drift/ApplyWording';
import { EvidenceList } from './EvidenceList';
import { FlagList } from './FlagList';
import { KeptDrafts } from './KeptDrafts';
import { NoteList } from './NoteList';
import { useCardForms } from './use-card-forms';
import { useRefusedCheckKey } from './use-refused-check-key';
import { fetchNoteEditor } from './WordsComposer';
import { useWorkbench } from './workbench-context';

const Threads = lazy(async () => ({ default: (await import('./threads/Threads')).Threads }));
const ClaimLinks = lazy(async () => ({ default: (await import('./ClaimLinks')).ClaimLinks }));
const SaysAgain = lazy(async () => ({ default: (await import('./SaysAgain')).SaysAgain }));
const CheckSection = lazy(async () => ({ default: (await import('./check/CheckSection')).CheckSection }));

/** All that hangs on an annotation, in the order of the trade: quote, claim, check, flags, notes, evidence, conversations, actions. */
export function OpenCard({ annotation }: { readonly annotation: Annotation }) {
  const forms = useCardForms(annotation);
  const { annotations, noteRequestedFor, clearNoteRequest } = useWorkbench();
  useRefusedCheckKey(annotation);
  useEffect(fetchNoteEditor, []);
  const begin = useRef(forms.begin);
  useEffect(() => {
    begin.current = forms.begin;
  });

  // The toolbar's Note: the card opens with the caret in a new note.
  useEffect(() => {
    if (noteRequestedFor !== annotation.id) return;
    begin.current(newDraft('note', annotation.id));
    clearNoteRequest();
  }, [noteRequestedFor, annotation.id, clearNoteRequest]);

  const inPlace = new Set([
    ...annotation.notes.map(({ id }) => id),
    ...annotation.evidence.map(({ id }) => id),
  ]);
  const loose = forms.shown.filter(
    (draft) => (draft.kind === 'note' || draft.kind === 'evidence') && !inPlace.has(draft.itemId),
  );
  return (
    <>
      {annotation.anchor.state === 'orphaned' ? null : <Quote exact={annotation.anchor.exact} lines={3} />}
      <ClaimFieldsLine annotation={annotation} forms={forms} />
      {isLinked(annotation, annotations) ? (
        <Suspense>
          <ClaimLinks annotation={annotation} />
        </Suspense>
      ) : null}
      {isChecked(annotation) ? (
        <Suspense fallback={<Skeleton lines={2} className="mt-3" />}>
          <CheckSection annotation={annotation} forms={forms} />
          <ApplyWording annotation={annotation} />
        </Suspense>
      ) : null}
      <FlagList annotation={annotation} forms={forms} />
      <NoteList annotation={annotation} forms={forms} />
      {loose
        .filter(({ kind }) => kind === 'note')
        .map((draft) => (
          <CardDraft key={draft.itemId} annotation={annotation} draft={draft} forms={forms} />
        ))}
      <EvidenceList annotation={annotation} forms={forms} />
      {loose
        .filter(({ kind }) => kind === 'evidence')
        .map((draft) => (
          <CardDraft key={draft.itemId} annotation={annotation} draft={draft} forms={forms} />
        ))}
      <Suspense>
        <Threads annotation={annotation} forms={forms} />
      </Suspense>
      <Suspense>
        <SaysAgain annotation={annotation} />
      </Suspense>
      <KeptDrafts forms={forms} />
      <CardActions
        annotation={annotation}
        writing={forms.shown}
        onBegin={(kind) => forms.begin(newDraft(kind, annotation.id))}
      />
    </>
  );
}

function isLinked({ id, partOfId, repeatsId }: Annotation, all: readonly Annotation[]): boolean {
  return (
    partOfId !== null ||
    repeatsId !== null ||
    all.some((other) => other.partOfId === id || other.repeatsId === id)
  );
}

/** A new thing being written, under an id that stays the same however often it is sent. */
function newDraft(kind: 'note' | 'evidence' | 'flag', annotationId: string) {
  const values = blankValues(localDay(new Date()));
  const begun = {
    annotationId,
    itemId: newId(),
    base: null,
    state: 'writing',
    message: null,
  } as const;
  switch (kind) {
    case 'note':
      return { ...begun, kind, values: values.note };
    case 'evidence':
      return { ...begun, kind, values: values.evidence };
    case 'flag':
      return { ...begun, kind, values: values.flag };
  }
}
